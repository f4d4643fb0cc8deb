"""Referrals and barriers, counted slowly."""

from collections import defaultdict
from statistics import median

from referrals.models import Gap, Referral, ReferralEvent
from tests.reports.slow_standing.base import EVER, WAITING, Slow

STATES = {"acknowledged", "accepted", "waitlisted", "appointment", "attended", "received", "declined", "not_received"}


class Referrals(Slow):
    def count(self):
        days = defaultdict(list)
        for r in self.all(Referral, "need__category", "service", "service_received"):
            if r.family_id not in self.enrolled:
                continue
            kind, partner = r.need.category.code, r.service.partner_id
            help_on = r.service_received and r.service_received.received_on
            failed = r.state in ("not_received", "declined") and self.inside(r.closed_on)
            what = {"sent": self.inside(r.sent_on), "received": self.inside(help_on), "not_received": failed,
                    "waiting": self._waits(r, help_on)}  # fmt: skip
            for row in (f"kinds.{kind}", "kinds.all", f"partners.{partner}"):
                for column in (column for column, holds_true in what.items() if holds_true):
                    self.thing(f"{row}.{column}", r.family_id)
            if what["received"] and r.sent_on:
                days[f"partners.{partner}.days"].append(max(0, (help_on - r.sent_on).days))
            if failed and r.barrier:
                self._barred("referrals", r.family_id, kind, r.barrier)
            for state, on in self._reached(r).items() if what["sent"] else ():
                self.thing(f"states.{state}.referrals", r.family_id)
                days[f"states.{state}.days"].append(max(0, (on - r.sent_on).days))
        for g in self.all(Gap, "need__category"):
            if g.need.family_id in self.enrolled and self.inside(g.noted_on):
                self._barred("searches", g.need.family_id, g.need.category.code, g.reason)
        for figure, took in days.items():
            self.numbers[figure] = float(median(took))

    def _waits(self, r, help_on):
        if not r.sent_on or r.sent_on > self.last or (r.closed_on or EVER) <= self.last:
            return False
        if help_on:
            return help_on > self.last
        return r.closed_on is not None or r.state in WAITING

    def _reached(self, r):
        states = defaultdict(list)
        for e in self.all(ReferralEvent):
            if e.referral_id == r.pk and e.to_state in STATES and e.happened_on <= self.last and not e.differs:
                states[e.to_state].append(e.happened_on)
        return {state: min(days) for state, days in states.items()}

    def _barred(self, how, family, kind, barrier):
        for row in (f"barriers.{barrier}", "barriers.all", f"by_kind.{kind}~{barrier}"):
            self.thing(f"{row}.{how}", family)
            self.family(f"{row}.families", family)
