"""Outcomes, counted slowly."""

from collections import defaultdict
from fractions import Fraction

from families.models import Answer, Assessment, Assignment, Enrollment, Family, Need, ServiceReceived
from goals.models import Goal
from referrals.models import Referral
from tests.reports.slow_standing.base import EVER, Slow, holds


class Outcomes(Slow):
    def count(self):
        levels = defaultdict(dict)
        for a in self.all(Answer, "item"):
            if a.level is not None:
                levels[a.assessment_id][a.item.code] = (a.item.outcome, a.level)
        talks = defaultdict(list)
        for t in self.all(Assessment):
            if t.done_on and t.done_on <= self.last and t.family_id in self.enrolled:
                talks[t.family_id].append(t)
        both = {}
        for f in self.enrolled:
            self.family("talked.all.families", f)
            rows = sorted(talks[f], key=lambda t: (t.done_on, t.pk))
            one, two = (levels[rows[0].pk], levels[rows[-1].pk]) if len(rows) > 1 else ({}, {})
            both[f] = [(o, q, one[q][1], two[q][1]) for q, (o, _level) in one.items() if q in two]
            self.family(f"talked.all.{'twice' if both[f] else 'once' if rows else 'never'}", f)
        averages = defaultdict(list)
        for f, said in both.items():
            for block, row in self._dimensions(f) if said else ():
                self._way(f"{block}.{row}", f, said)
            for outcome in {s[0] for s in said}:
                own = [s for s in said if s[0] == outcome]
                self._way(f"outcomes.{outcome}", f, own)
                averages[outcome].append([Fraction(sum(s[n] for s in own), len(own)) for n in (2, 3)])
            for s in said:
                self._way(f"items.{s[1]}", f, [s])
        for outcome, rows in averages.items():
            for n, name in enumerate(("first", "latest")):
                self.numbers[f"outcomes.{outcome}.{name}"] = float(sum(r[n] for r in rows) / len(rows))
        self._goals()
        self._links()

    def _way(self, row, family, said):
        moved = Fraction(sum(s[3] - s[2] for s in said), len(said))
        way = "up" if moved > Fraction(1, 20) else "down" if moved < Fraction(-1, 20) else "same"
        self.family(f"{row}.compared", family)
        self.family(f"{row}.{way}", family)

    def _dimensions(self, f):
        yield "everybody", "all"
        yield from {("centers", p.center_id) for p in self.held if p.family_id == f}
        yield from {("programs", p.program_id) for p in self.held if p.family_id == f}
        yield "languages", next(one for one in self.all(Family) if one.pk == f).language
        began = min(p.entered_on for p in self.all(Enrollment) if p.family_id == f)
        days = (self.last - began).days
        yield "times", sum(days >= edge for edge in (183, 365, 730))
        main = [a for a in self.all(Assignment) if a.kind == "primary" and holds(a, self.last, "starts_on", "ends_on")]
        here = {p.family_id for p in self.all(Enrollment) if holds(p, self.last, "entered_on", "exited_on")}
        mine = {a.worker_id for a in main if a.family_id == f}
        for worker in mine:
            n = len({a.family_id for a in main if a.worker_id == worker and a.family_id in here})
            yield "loads", "1-20" if n <= 20 else "21-40" if n <= 40 else "41"
        if not mine:
            yield "loads", "nobody"

    def _goals(self):
        for g in self.all(Goal, "needs"):
            if g.family_id not in self.enrolled or g.set_on > self.last or g.state == "draft":
                continue
            what = {
                "set": self.inside(g.set_on),
                "met": g.state in ("achieved", "partly") and self.inside(g.ended_on),
                "open": (g.ended_on or EVER) > self.last,
            }
            for row in (*(g.outcomes or ["none"]), "all"):
                for column, holds_true in what.items():
                    if holds_true:
                        self.thing(f"goals.{row}.{column}", g.family_id)
                        self.family(f"goals.{row}.families", g.family_id)

    def _links(self):
        goals = {n.pk for g in self.all(Goal) if g.state != "draft" for n in g.needs.all()}
        sent = {r.need_id for r in self.all(Referral) if r.sent_on}
        came = {s.need_id for s in self.all(ServiceReceived)}
        for n in self.all(Need, "category"):
            if n.family_id in self.enrolled and self.inside(n.opened_on) and n.interest != "no":
                what = {"needs": True, "goal": n.pk in goals, "referral": n.pk in sent, "service": n.pk in came}
                what["all"] = all(what.values())
                for row in (n.category.code, "all"):
                    for column in (column for column, holds_true in what.items() if holds_true):
                        self.thing(f"links.{row}.{column}", n.family_id)
