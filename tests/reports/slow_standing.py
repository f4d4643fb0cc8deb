"""Standing reports counted a second time, slowly: plain Python over all rows, sharing nothing with the real counts.

`Slow(days, may).outcomes()` and so on: {figure: families} and {figure: number}, nothing where there is nothing.
"""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from statistics import median
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from agency.models import Deadline
from families.models import (
    Answer,
    Assessment,
    Assignment,
    Enrollment,
    Family,
    HomelessnessEpisode,
    Need,
    ServiceReceived,
)
from goals.models import Goal, PartnershipAgreement, ProgressNote
from referrals.models import Gap, Referral, ReferralEvent

EVER = date(2999, 1, 1)
WAITING = {"sent", "acknowledged", "accepted", "waitlisted", "needs_more", "appointment", "missed", "attended"}
STATES = {"acknowledged", "accepted", "waitlisted", "appointment", "attended", "received", "declined", "not_received"}


def local(moment):
    return moment and moment.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def earliest(days):
    return min((day for day in days if day), default=None)


def holds(row, day, starts, ends):
    return getattr(row, starts) <= day <= (getattr(row, ends) or EVER)


class Slow:
    def __init__(self, days, may=lambda place: True):
        self.first, self.last = days.first, days.last
        self.places = [p for p in Enrollment.objects.all() if may(p)]
        self.held = [p for p in self.places if p.entered_on <= self.last and (p.exited_on or EVER) >= self.first]
        self.enrolled = {p.family_id for p in self.held}
        self.families, self.numbers = defaultdict(set), defaultdict(int)

    def inside(self, day):
        return day is not None and self.first <= day <= self.last

    def family(self, figure, family):
        self.families[figure].add(family)

    def thing(self, figure, family):
        self.families[figure].add(family)
        self.numbers[figure] += 1

    def told(self):
        """({figure: families}, {figure: number}): what the report must say."""
        for figure, families in self.families.items():
            self.numbers.setdefault(figure, len(families))
        return {figure: sorted(ids) for figure, ids in self.families.items()}, dict(self.numbers)

    # ---- outcomes -------------------------------------------------------------------------------------------------
    def outcomes(self):
        levels = defaultdict(dict)
        for a in Answer.objects.select_related("item"):
            if a.level is not None:
                levels[a.assessment_id][a.item.code] = (a.item.outcome, a.level)
        talks = defaultdict(list)
        for t in Assessment.objects.all():
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
        return self.told()

    def _way(self, row, family, said):
        moved = Fraction(sum(s[3] - s[2] for s in said), len(said))
        way = "up" if moved > Fraction(1, 20) else "down" if moved < Fraction(-1, 20) else "same"
        self.family(f"{row}.compared", family)
        self.family(f"{row}.{way}", family)

    def _dimensions(self, f):
        yield "everybody", "all"
        yield from {("centers", p.center_id) for p in self.held if p.family_id == f}
        yield from {("programs", p.program_id) for p in self.held if p.family_id == f}
        yield "languages", Family.objects.get(pk=f).language
        began = min(p.entered_on for p in Enrollment.objects.all() if p.family_id == f)
        days = (self.last - began).days
        yield "times", sum(days >= edge for edge in (183, 365, 730))
        main = [
            a for a in Assignment.objects.all() if a.kind == "primary" and holds(a, self.last, "starts_on", "ends_on")
        ]
        here = {p.family_id for p in Enrollment.objects.all() if holds(p, self.last, "entered_on", "exited_on")}
        mine = {a.worker_id for a in main if a.family_id == f}
        for worker in mine:
            n = len({a.family_id for a in main if a.worker_id == worker and a.family_id in here})
            yield "loads", "1-20" if n <= 20 else "21-40" if n <= 40 else "41"
        if not mine:
            yield "loads", "nobody"

    def _goals(self):
        for g in Goal.objects.all():
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
        goals = {n.pk for g in Goal.objects.exclude(state="draft") for n in g.needs.all()}
        sent = {r.need_id for r in Referral.objects.all() if r.sent_on}
        came = {s.need_id for s in ServiceReceived.objects.all()}
        for n in Need.objects.select_related("category"):
            if n.family_id in self.enrolled and self.inside(n.opened_on) and n.interest != "no":
                what = {"needs": True, "goal": n.pk in goals, "referral": n.pk in sent, "service": n.pk in came}
                what["all"] = all(what.values())
                for row in (n.category.code, "all"):
                    for column in (column for column, holds_true in what.items() if holds_true):
                        self.thing(f"links.{row}.{column}", n.family_id)

    # ---- timeliness -----------------------------------------------------------------------------------------------
    def timeliness(self):
        self.took = defaultdict(list)
        notes = [n for n in ProgressNote.objects.all() if n.contact not in ("no_answer", "office")]
        for family, program in {(p.family_id, p.program_id) for p in self.held}:
            entered = min(p.entered_on for p in self.held if (p.family_id, p.program_id) == (family, program))
            talks = [t for t in Assessment.objects.all() if t.family_id == family]
            offers = [a for a in PartnershipAgreement.objects.all() if a.family_id == family]
            done = {
                "welcome_contact": earliest(
                    n.happened_on for n in notes if n.family_id == family and n.happened_on >= entered
                ),
                "assessment_offered": earliest(t.started_on for t in talks),
                "assessment_done": earliest(t.done_on for t in talks),
                "agreement_offered": earliest(a.offered_on for a in offers),
                "agreement_answered": earliest(a.answered_on for a in offers),
            }
            for code, day in done.items():
                if day is None or day >= entered:
                    self._clock(code, code, family, program, entered, day)
        for n in Need.objects.all():
            if n.urgency == 3 and n.family_id in self.enrolled:
                day = local(n.first_step_at) or n.closed_on
                self._clock("urgent_need", "urgent_need", n.family_id, None, local(n.opened_at), day)
        for r in Referral.objects.select_related("family__center"):
            if r.sent_on and r.family_id in self.enrolled:
                answers = [
                    e.happened_on for e in ReferralEvent.objects.all()
                    if e.referral_id == r.pk and e.to_state != "sent" and e.from_state != "draft"
                ]  # fmt: skip
                code = "referral_follow_up_urgent" if r.is_urgent else "referral_follow_up"
                day = earliest(answers) or r.closed_on
                self._clock(code, "referral_follow_up", r.family_id, r.family.center.program_id, r.sent_on, day)
        for row, days in self.took.items():
            days.sort()
            middle = len(days) // 2
            self.numbers[f"{row}.days"] = days[middle] if len(days) % 2 else (days[middle - 1] + days[middle]) / 2
        return self.told()

    def _clock(self, code, row, family, program, start, done):
        rules = {d.program_id: d.length for d in Deadline.objects.all() if d.code == code}
        due = start + timedelta(days=rules.get(program, rules[None]))
        if not self.inside(due):
            return
        until = min(self.last, timezone.localdate())
        row = f"clocks.{row}"
        self.thing(f"{row}.due", family)
        if done and done <= until:
            self.thing(f"{row}.{'in_time' if done <= due else 'late'}", family)
            self.took[row].append(max(0, (done - start).days))
        else:
            self.thing(f"{row}.{'open' if due < until else 'waiting'}", family)

    # ---- caseload -------------------------------------------------------------------------------------------------
    def caseload(self):
        last = min(self.last, timezone.localdate())
        month = date(self.first.year, self.first.month, 1)
        while month <= last:
            after = (month + timedelta(days=32)).replace(day=1)
            day = min(after - timedelta(days=1), last)
            self._month(f"months.{month:%Y-%m}", self._served(day))
            month = after
        self._workers(self._served(day), day)
        return self.told()

    def _served(self, day):
        here = {p.family_id for p in self.places if holds(p, day, "entered_on", "exited_on")}
        loads = defaultdict(set)
        for a in Assignment.objects.all():
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
        def open_(need):
            return need.opened_on <= day < (need.closed_on or EVER)

        needs = [n for n in Need.objects.all() if open_(n)]
        signs = {
            "deep": {n.family_id for n in needs if n.intensity == 3},
            "urgent": {n.family_id for n in needs if n.urgency == 3 and (local(n.first_step_at) or EVER) > day},
            "homeless": {
                h.family_id for h in HomelessnessEpisode.objects.all() if holds(h, day, "began_on", "ended_on")
            },
        }
        for worker, families in served[0].items():
            row, weight = f"workers.{worker}", float(len(families))
            for sign, add in (("deep", 0.5), ("urgent", 1), ("homeless", 1)):
                for f in families & signs[sign]:
                    self.family(f"{row}.{sign}", f)
                    weight += add
            for f in families:
                self.family(f"{row}.planned", f)
            self.numbers |= {f"{row}.limit": 2, f"{row}.weighted": weight}
            if len(families) > 2:
                self.numbers[f"{row}.over"] = len(families) - 2

    # ---- referrals and barriers -----------------------------------------------------------------------------------
    def referrals(self):
        days = defaultdict(list)
        for r in Referral.objects.select_related("need__category", "service", "service_received"):
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
        for g in Gap.objects.select_related("need__category"):
            if g.need.family_id in self.enrolled and self.inside(g.noted_on):
                self._barred("searches", g.need.family_id, g.need.category.code, g.reason)
        for figure, took in days.items():
            self.numbers[figure] = float(median(took))
        return self.told()

    def _waits(self, r, help_on):
        if not r.sent_on or r.sent_on > self.last or (r.closed_on or EVER) <= self.last:
            return False
        if help_on:
            return help_on > self.last
        return r.closed_on is not None or r.state in WAITING

    def _reached(self, r):
        states = defaultdict(list)
        for e in ReferralEvent.objects.all():
            if e.referral_id == r.pk and e.to_state in STATES and e.happened_on <= self.last and not e.differs:
                states[e.to_state].append(e.happened_on)
        return {state: min(days) for state, days in states.items()}

    def _barred(self, how, family, kind, barrier):
        for row in (f"barriers.{barrier}", "barriers.all", f"by_kind.{kind}~{barrier}"):
            self.thing(f"{row}.{how}", family)
            self.family(f"{row}.families", family)
