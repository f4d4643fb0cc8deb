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
    Activity,
    Answer,
    Assessment,
    Assignment,
    Attendance,
    Enrollment,
    Family,
    FamilyConsent,
    FamilyMember,
    HomelessnessEpisode,
    Household,
    Need,
    NoticeGiven,
    ServiceReceived,
    Snapshot,
)
from goals.models import Goal, GoalTouched, PartnershipAgreement, ProgressNote, Review
from partners.models import Mou, PartnerMeeting, Service
from referrals.models import Consent, Disclosure, Gap, Referral, ReferralEvent

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
            held = [p for p in self.held if (p.family_id, p.program_id) == (family, program)]
            first = min(held, key=lambda p: (p.entered_on, p.pk))
            entered, option = first.entered_on, first.option
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
                    self._clock(code, code, family, (program, option), entered, day)
        for n in Need.objects.all():
            if n.urgency == 3 and n.family_id in self.enrolled:
                day = local(n.first_step_at) or n.closed_on
                self._clock("urgent_need", "urgent_need", n.family_id, (None, ""), local(n.opened_at), day)
        for r in Referral.objects.select_related("family__center"):
            if r.sent_on and r.family_id in self.enrolled:
                answers = [
                    e.happened_on for e in ReferralEvent.objects.all()
                    if e.referral_id == r.pk and e.to_state != "sent" and e.from_state != "draft"
                ]  # fmt: skip
                code = "referral_follow_up_urgent" if r.is_urgent else "referral_follow_up"
                day = earliest(answers) or r.closed_on
                here = (r.family.center.program_id, "")
                self._clock(code, "referral_follow_up", r.family_id, here, r.sent_on, day)
        for row, days in self.took.items():
            days.sort()
            middle = len(days) // 2
            self.numbers[f"{row}.days"] = days[middle] if len(days) % 2 else (days[middle - 1] + days[middle]) / 2
        return self.told()

    def _clock(self, code, row, family, here, start, done):
        rules = {(d.program_id, d.option): d.length for d in Deadline.objects.all() if d.code == code}
        program, option = here
        nearest = [(program, option), (program, ""), (None, option), (None, "")]
        due = start + timedelta(days=next(rules[one] for one in nearest if one in rules))
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

    # ---- service gap ----------------------------------------------------------------------------------------------
    def gap(self):
        wanted, got = defaultdict(set), defaultdict(set)
        for n in Need.objects.select_related("category"):
            if n.interest != "no" and n.opened_on <= self.last and (n.closed_on or EVER) >= self.first:
                wanted[n.family_id].add(n.category.code)
        for s in ServiceReceived.objects.select_related("category"):
            if self.inside(s.received_on):
                got[s.family_id].add(s.category.code)
        for f in self.enrolled:
            place = self._zip(f)
            self.family(f"zips.{place}.families", f)
            for kind in wanted[f] | got[f]:
                rows = (f"kinds.{kind}", f"places.{kind}~{place}")
                self._gap(rows, f, kind in wanted[f], kind in wanted[f] - got[f])
                if kind in got[f]:
                    self.family(f"kinds.{kind}.received", f)
                self._offered(kind, place)
            if wanted[f]:
                self._gap((f"zips.{place}", "kinds.all"), f, True, bool(wanted[f] - got[f]))
            if got[f]:
                self.family("kinds.all.received", f)
        return self.told()

    def _gap(self, rows, family, needed, left):
        for row in rows if needed else ():
            self.family(f"{row}.needed", family)
            self.family(f"{row}.{'gap' if left else 'helped'}", family)

    def _zip(self, family):
        homes = [h for h in Household.objects.order_by("pk") if h.family_id == family and not h.is_hidden]
        return next((h.postal_code[:5] for h in homes if h.postal_code[:5].isdigit()), "none")

    def _offered(self, kind, place):
        running = [s for s in Service.objects.all() if s.status == "active"]
        offering = [s for s in running if kind in {c.code for c in s.categories.all()}]
        near = {s.partner_id for s in offering if place in {one.postal_code[:5] for one in s.locations.all()}}
        for row, n in ((f"kinds.{kind}", len({s.partner_id for s in offering})), (f"places.{kind}~{place}", len(near))):
            if n:
                self.numbers[f"{row}.partners"] = n

    # ---- fathers --------------------------------------------------------------------------------------------------
    def fathers(self):
        members = {m.pk: m for m in FamilyMember.objects.all()}
        activities = {a.pk: a for a in Activity.objects.all()}
        part = [
            (activities[a.activity_id].father_item, activities[a.activity_id].held_on, a.member_id, a.family_id)
            for a in Attendance.objects.all()
            if a.is_present and a.is_father_figure and activities[a.activity_id].posted_at
        ]
        for t in Assessment.objects.prefetch_related("took_part"):
            part += [("assessment", t.done_on, m.pk, t.family_id) for m in t.took_part.all() if m.is_father_figure]
        for r in Review.objects.prefetch_related("present"):
            part += [("goals", r.held_on, m.pk, r.family_id) for m in r.present.all() if m.is_father_figure]
        part = [p for p in part if p[0] and self.inside(p[1]) and p[3] in self.enrolled]
        known = {m.family_id for m in members.values() if m.is_father_figure}
        active, men = {p[3] for p in part}, defaultdict(set)
        for f in self.enrolled:
            self.family(f"known.all.{'known' if f in known else 'unknown'}", f)
            if f in known:
                self.family(f"known.all.{'took_part' if f in active else 'not_yet'}", f)
        for item, on, man, family in part:
            for row in (f"items.{item}", "items.all", f"months.{on:%Y-%m}"):
                self.thing(f"{row}.times", family)
                self.family(f"{row}.families", family)
                self.family(f"{row}.fathers", family)
                men[f"{row}.fathers"].add(man)
        self.numbers |= {figure: len(found) for figure, found in men.items()}
        return self.told()

    # ---- partners and agreements ----------------------------------------------------------------------------------
    def partners(self, programs=None):
        rows = [m for m in Mou.objects.prefetch_related("programs") if self._binds(m, programs)]
        for m in rows:
            for row in (f"kinds.{m.kind}", "kinds.all"):
                for column in self._stands(m):
                    self.numbers[f"{row}.{column}"] += 1
            if "in_force" in self._stands(m):
                self.numbers[f"partners.{m.partner_id}.agreements"] += 1
        for met in PartnerMeeting.objects.select_related("partnership"):
            if self.inside(met.held_on):
                self.numbers[f"partners.{met.partnership.partner_id}.meetings"] += 1
        for r in Referral.objects.select_related("service"):
            if r.family_id in self.enrolled and self.inside(r.sent_on):
                self.thing(f"partners.{r.service.partner_id}.referrals", r.family_id)
        return self.told()

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
        if any(o.renews_id == m.pk and o.state == "signed" and o.effective_on <= self.last for o in Mou.objects.all()):
            return []
        if m.ends_on and m.ends_on < self.last:
            return ["lapsed"]
        soon = m.ends_on and m.ends_on <= self.last + timedelta(days=90)
        return ["in_force", "ending"] if soon else ["in_force"]

    # ---- rights and disclosures -----------------------------------------------------------------------------------
    def rights(self):
        since = self._since()
        for kind in NoticeGiven.Kind.values:
            given = [n for n in NoticeGiven.objects.all() if n.kind == kind and n.given_on <= self.last]
            for f in self.enrolled:
                days = [n.given_on for n in given if n.family_id == f]
                told = [d for d in days if kind != "rights" or d >= since.get(f, self.first)]
                if any(d >= self.first for d in days):
                    self.family(f"notices.{kind}.given", f)
                self.family(f"notices.{kind}.{'told' if told else 'missing'}", f)
        for c in Consent.objects.all():
            if c.family_id in self.enrolled and c.given_on <= self.last:
                for row in self._consent(c, local(c.revoked_at) or EVER):
                    self.thing(f"consents.{row}.consents", c.family_id)
                    self.family(f"consents.{row}.families", c.family_id)
        for a in FamilyConsent.objects.all():
            if a.family_id in self.enrolled and a.given_on <= self.last:
                if (a.ended_on or EVER) > self.last:
                    self.family(f"answers.{a.kind}.{'yes' if a.agreed else 'no'}", a.family_id)
                elif self.inside(a.ended_on):
                    self.family(f"answers.{a.kind}.taken_back", a.family_id)
        for d in Disclosure.objects.all():
            if d.family_id in self.enrolled and self.inside(local(d.made_at)):
                for row in (d.exception or "consent", "all"):
                    self.thing(f"disclosures.{row}.times", d.family_id)
                    self.family(f"disclosures.{row}.families", d.family_id)
        return self.told()

    def _since(self):
        """The first day of the program year of each family with a place since then."""
        found = {}
        for p in self.places:
            begun = max((y.starts_on for y in p.program.years.all() if y.starts_on <= self.last), default=self.first)
            if p.entered_on <= self.last and (p.exited_on or EVER) >= begun:
                found[p.family_id] = min(begun, found.get(p.family_id, begun))
        return found

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

    # ---- data quality ---------------------------------------------------------------------------------------------
    def quality(self):
        self.since = self._since()
        main = [
            a for a in Assignment.objects.all() if a.kind == "primary" and holds(a, self.last, "starts_on", "ends_on")
        ]
        here = {p.family_id for p in self.places if holds(p, self.last, "entered_on", "exited_on")}
        anywhere = [p for p in Enrollment.objects.all() if (p.exited_on or EVER) >= self.last]
        gone = self.enrolled - {p.family_id for p in anywhere}
        for f in sorted(self.enrolled):
            workers = {a.worker_id for a in main if a.family_id == f}
            found = {
                "missing": self._missing(f, workers) if f in here else [],
                "contradictory": self._contradictory(f, workers, f in here, f in gone),
                "stale": self._stale(f) if f in here else [],
            }
            for kind, codes in found.items():
                for code in codes:
                    self.family(f"{kind}.{code}.families", f)
                for row in (*(workers or ["none"]), "all") if codes else ():
                    self.family(f"workers.{row}.{kind}", f)
                    self.family(f"workers.{row}.families", f)
        return self.told()

    def of(self, model, family):
        return [row for row in model.objects.order_by("pk") if row.family_id == family]

    def _missing(self, f, workers):
        members, talks = self.of(FamilyMember, f), self.of(Assessment, f)
        since = self.since.get(f, EVER)
        asked = [s for s in self.of(Snapshot, f) if s.moment == "enrollment" and since <= s.taken_on <= self.last]
        checks = {
            "no_worker": not workers,
            "no_place": not any(h.postal_code for h in self.of(Household, f)),
            "no_birth_date": any(m.role == "child" and not m.born_on and not m.left_on for m in members),
            "no_main_contact": not any(m.is_main_contact for m in members),
            "no_conversation": not any(t.done_on and t.done_on <= self.last for t in talks),
            "no_offer": not any(a.offered_on <= self.last for a in self.of(PartnershipAgreement, f)),
            "no_snapshot": not asked,
        }
        return [code for code, wrong in checks.items() if wrong]

    def _contradictory(self, f, workers, is_here, is_gone):
        needs, goals = self.of(Need, f), self.of(Goal, f)
        work = any(n.closed_on is None for n in needs) or any(g.ended_on is None and g.state != "draft" for g in goals)
        said = [s for s in self.of(Snapshot, f) if s.taken_on <= self.last and s.housing]
        newest = max(said, key=lambda s: (s.taken_on, s.pk)).housing if said else ""
        homeless = any(holds(h, self.last, "began_on", "ended_on") for h in self.of(HomelessnessEpisode, f))
        places = self.of(Enrollment, f)
        outside = [
            s for s in self.of(ServiceReceived, f)
            if self.inside(s.received_on) and not s.counts_because
            and not any(holds(p, s.received_on, "entered_on", "exited_on") for p in places)
        ]  # fmt: skip
        checks = {
            "left_with_work": is_gone and work,
            "met_and_waiting": any(
                r.state in WAITING and (r.need.closed_on or EVER) <= self.last for r in self.of(Referral, f)
            ),
            "home_differs": is_here
            and newest in ("shares_after_loss", "shelter", "motel", "unsheltered")
            and not homeless,
            "help_outside": bool(outside),
            "two_workers": len(workers) > 1,
        }
        return [code for code, wrong in checks.items() if wrong]

    def _stale(self, f):
        def lately(day, days):
            return day > self.last - timedelta(days=days)

        talks, notes = self.of(Assessment, f), {n.pk: n for n in self.of(ProgressNote, f)}
        spoke = [n for n in notes.values() if n.contact not in ("no_answer", "office") and n.happened_on <= self.last]
        done = [t.done_on for t in talks if t.done_on and t.done_on <= self.last]
        touched = {
            t.goal_id
            for t in GoalTouched.objects.all()
            if t.note_id in notes and lately(notes[t.note_id].happened_on, 90)
        }
        heard = {e.referral_id for e in ReferralEvent.objects.all() if lately(e.happened_on, 60)}
        checks = {
            "no_contact": not any(lately(n.happened_on, 90) for n in spoke),
            "old_conversation": bool(done) and max(done) < self.last - timedelta(days=365),
            "unfinished": any(not t.done_on and t.started_on < self.last - timedelta(days=30) for t in talks),
            "still_goal": any(
                g.state == "active" and g.set_on < self.last - timedelta(days=90) and g.pk not in touched
                for g in self.of(Goal, f)
            ),
            "still_referral": any(
                r.state in WAITING and r.sent_on < self.last - timedelta(days=60) and r.pk not in heard
                for r in self.of(Referral, f)
            ),
        }
        return [code for code, wrong in checks.items() if wrong]
