"""Caseload and workload, counted slowly."""

from collections import defaultdict
from datetime import date, timedelta

from django.utils import timezone

from agency.models import Agency, CaseloadException, CaseloadLimit, Deadline, RoleGrant
from families.models import Assignment, ChildWelfareInvolvement, FamilyMember, HomelessnessEpisode, Need
from goals.models import CheckInRhythm, ProgressNote
from supervision.models import CaseloadCount, LoadWeight
from tests.reports.slow_standing.base import EVER, Slow, holds, local

WEIGH = {
    "urgent": 1, "deep": 0.5, "urgent_deep": 0.5, "homeless": 1, "child_welfare": 1, "baby": 0.5, "no_contact": 0.5,
}  # fmt: skip


class Caseload(Slow):
    def __init__(self, days, may=lambda place: True, narrows_nothing=True):
        super().__init__(days, may)
        self.narrows_nothing = narrows_nothing

    def count(self):
        last = min(self.last, timezone.localdate())
        month = date(self.first.year, self.first.month, 1)
        while month <= last:
            after = (month + timedelta(days=32)).replace(day=1)
            day = min(after - timedelta(days=1), last)
            self._month(f"months.{month:%Y-%m}", self._served(day))
            month = after
        served = self._served(day)[0]
        self._workers(served, day)
        if self.narrows_nothing:
            self._course(served)

    def _served(self, day):
        here = {p.family_id for p in self.places if holds(p, day, "entered_on", "exited_on")}
        loads = defaultdict(set)
        for a in self.all(Assignment):
            if a.kind == "primary" and a.family_id in here and holds(a, day, "starts_on", "ends_on"):
                loads[a.worker_id].add(a.family_id)
        return loads, here - {f for families in loads.values() for f in families}

    def _month(self, row, served):
        loads, nobody = served
        for f in (f for families in loads.values() for f in families):
            self.family(f"{row}.planned", f)
        for f in nobody:
            self.family(f"{row}.nobody", f)
        sizes = [len(families) for families in loads.values()]
        if sizes:
            self.numbers |= {
                f"{row}.workers": len(sizes), f"{row}.largest": max(sizes), f"{row}.average": sum(sizes) / len(sizes)
            }  # fmt: skip

    def _workers(self, served, day):
        weights = self._weights(day)
        for worker, families in served.items():
            row, weight, limit = f"workers.{worker}", float(len(families)), self._limit(worker, day)
            for f in families:
                self.family(f"{row}.planned", f)
                for sign in self._signs(f, day):
                    self.family(f"signs.{worker}.{sign}", f)
                    self.family(f"signs.{worker}.any", f)
                    weight += weights[sign]
            self.numbers |= {f"{row}.limit": limit, f"{row}.weighted": weight}
            if len(families) > limit:
                self.numbers[f"{row}.over"] = len(families) - limit

    # ---- the signs of one family ----------------------------------------------------------------------------------
    def _signs(self, f, day):
        needs = [n for n in self.of(Need, f) if n.opened_on <= day < (n.closed_on or EVER)]
        people = [m for m in self.of(FamilyMember, f) if (m.left_on or EVER) > day]
        deep = [n for n in needs if n.intensity == 3]
        shown = {
            "deep": deep,
            "urgent_deep": [n for n in deep if n.urgency == 3],
            "urgent": [n for n in needs if n.urgency == 3 and (local(n.first_step_at) or EVER) > day],
            "homeless": [h for h in self.of(HomelessnessEpisode, f) if holds(h, day, "began_on", "ended_on")],
            "child_welfare": [c for c in self.of(ChildWelfareInvolvement, f) if holds(c, day, "began_on", "ended_on")],
            "baby": [m for m in people if self._is_baby(m, day)],
            "no_contact": self._is_unheard(f, day),
        }
        return [sign for sign, found in shown.items() if found]

    def _is_baby(self, member, day):
        if member.is_expecting:
            return (member.expected_on or EVER) >= day
        if member.role != "child" or member.born_on is None:
            return False
        return day - timedelta(days=366) < member.born_on <= day + timedelta(days=280)

    def _is_unheard(self, f, day):
        here = [p for p in self.places if p.family_id == f and holds(p, day, "entered_on", "exited_on")]
        place = min(here, key=lambda p: (p.clocks_from or p.entered_on, p.pk))
        spoke = [
            n.happened_on for n in self.of(ProgressNote, f)
            if n.happened_on <= day and n.contact not in ("no_answer", "office")
        ]  # fmt: skip
        if not spoke or max(spoke) < (place.clocks_from or place.entered_on):
            return False
        chosen = [r for r in self.of(CheckInRhythm, f) if r.agreed_on <= day < (r.ended_on or EVER)]
        usual = max(chosen, key=lambda r: (r.agreed_on, r.pk)).days if chosen else self._length("check_in")
        return any(max(spoke) + timedelta(days=length) < day for length in (usual, self._length("check_in_latest")))

    def _length(self, code):
        return next(d.length for d in self.all(Deadline) if d.code == code)

    # ---- limits, weights, the past --------------------------------------------------------------------------------
    def _limit(self, worker, day):
        own = [e for e in self.all(CaseloadException) if e.worker_id == worker]
        own = [e for e in own if holds(e, day, "starts_on", "ends_on")]
        posts = [g for g in self.all(RoleGrant, "center") if (g.user_id, g.role) == (worker, "worker")]
        posts = [g for g in posts if holds(g, day, "starts_on", "ends_on")]
        programs = {g.program_id or (g.center and g.center.program_id) for g in posts} - {None}
        theirs = [most for most in (self._decided(program, day) for program in programs) if most]
        usual = self._decided(None, day) or self.all(Agency)[0].caseload_limit
        return own[0].most if own else min(theirs, default=usual)

    def _decided(self, program, day):
        rows = [one for one in self.all(CaseloadLimit) if one.program_id == program and one.effective_on <= day]
        return max(rows, key=lambda one: one.effective_on).most if rows else None

    def _weights(self, day):
        decided = sorted((w for w in self.all(LoadWeight) if w.effective_on <= day), key=lambda w: w.effective_on)
        return WEIGH | {w.sign: float(w.weight) for w in decided}

    def _course(self, served):
        rows = [c for c in self.all(CaseloadCount) if c.worker_id in served and self.inside(c.on)]
        for month in {f"{c.on:%Y-%m}" for c in rows}:
            day = max(c.on for c in rows if f"{c.on:%Y-%m}" == month)
            of_day, row = [c for c in rows if c.on == day], f"course.{month}"
            n, weights = defaultdict(int), self._weights(day)
            for c in of_day:
                n[c.figure] += c.n
            self.numbers |= {f"{row}.{name}": n[name] for name in ("planned", "no_contact", "overdue") if n[name]}
            if weights.keys() <= n.keys():
                load = n["planned"] + sum(weight * n[sign] for sign, weight in weights.items())
                self.numbers[f"{row}.weighted"] = load
                self.numbers[f"{row}.each"] = load / len({c.worker_id for c in of_day})
