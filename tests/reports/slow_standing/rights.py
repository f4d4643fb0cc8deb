"""Rights and disclosures, counted slowly."""

from datetime import timedelta

from families.models import FamilyConsent, NoticeGiven
from referrals.models import Consent, Disclosure
from tests.reports.slow_standing.base import EVER, Slow, local


class Rights(Slow):
    def count(self):
        since = self.since()
        for kind in NoticeGiven.Kind.values:
            given = [n for n in self.all(NoticeGiven) if n.kind == kind and n.given_on <= self.last]
            for f in self.enrolled:
                days = [n.given_on for n in given if n.family_id == f]
                told = [d for d in days if kind != "rights" or d >= since.get(f, self.first)]
                if any(d >= self.first for d in days):
                    self.family(f"notices.{kind}.given", f)
                self.family(f"notices.{kind}.{'told' if told else 'missing'}", f)
        for c in self.all(Consent):
            if c.family_id in self.enrolled and c.given_on <= self.last:
                for row in self._consent(c, local(c.revoked_at) or EVER):
                    self.thing(f"consents.{row}.consents", c.family_id)
                    self.family(f"consents.{row}.families", c.family_id)
        for a in self.all(FamilyConsent):
            if a.family_id in self.enrolled and a.given_on <= self.last:
                if (a.ended_on or EVER) > self.last:
                    self.family(f"answers.{a.kind}.{'yes' if a.agreed else 'no'}", a.family_id)
                elif self.inside(a.ended_on):
                    self.family(f"answers.{a.kind}.taken_back", a.family_id)
        for d in self.all(Disclosure):
            if d.family_id in self.enrolled and self.inside(local(d.made_at)):
                for row in (d.exception or "consent", "all"):
                    self.thing(f"disclosures.{row}.times", d.family_id)
                    self.family(f"disclosures.{row}.families", d.family_id)

    def _consent(self, c, revoked):
        stands = revoked > self.last and c.expires_on >= self.last
        rows = {
            "in_force": stands,
            "ending": stands and c.expires_on <= self.last + timedelta(days=30),
            "expired": self.first <= c.expires_on < self.last and revoked > c.expires_on,
            "revoked": self.inside(revoked),
            "given": c.given_on >= self.first,
        }
        return [row for row, holds_true in rows.items() if holds_true]
