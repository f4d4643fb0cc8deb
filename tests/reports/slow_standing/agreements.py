"""Partners and agreements, counted slowly."""

from datetime import timedelta

from partners.models import Mou, PartnerMeeting
from referrals.models import Referral
from tests.reports.slow_standing.base import Slow


class Agreements(Slow):
    def __init__(self, days, may=lambda place: True, programs=None):
        super().__init__(days, may)
        self.programs = programs

    def count(self):
        rows = [m for m in self.all(Mou, "programs") if self._binds(m, self.programs)]
        for m in rows:
            for row in (f"kinds.{m.kind}", "kinds.all"):
                for column in self._stands(m):
                    self.numbers[f"{row}.{column}"] += 1
            if "in_force" in self._stands(m):
                self.numbers[f"partners.{m.partner_id}.agreements"] += 1
        for met in self.all(PartnerMeeting, "partnership"):
            if self.inside(met.held_on):
                self.numbers[f"partners.{met.partnership.partner_id}.meetings"] += 1
        for r in self.all(Referral, "service"):
            if r.family_id in self.enrolled and self.inside(r.sent_on):
                self.thing(f"partners.{r.service.partner_id}.referrals", r.family_id)

    def _binds(self, mou, programs):
        named = {p.pk for p in mou.programs.all()}
        return not named or programs is None or bool(named & programs)

    def _stands(self, m):
        if m.state in ("draft", "in_review"):
            return ["drafted"]
        if m.state != "signed":
            return []
        if m.effective_on > self.last:
            return ["coming"]
        if any(o.renews_id == m.pk and o.state == "signed" and o.effective_on <= self.last for o in self.all(Mou)):
            return []
        if m.ends_on and m.ends_on < self.last:
            return ["lapsed"]
        soon = m.ends_on and m.ends_on <= self.last + timedelta(days=90)
        return ["in_force", "ending"] if soon else ["in_force"]
