"""The monthly report counted a second time, slowly: plain Python over all rows, sharing nothing with the real count.

Every row of every table is read once and looked at with loops and dates. No query narrows anything.
"""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.conf import settings

from agency.models import (
    Agency,
    CaseloadException,
    CaseloadLimit,
    Center,
    Deadline,
    PirItemOfCategory,
    Program,
    ProgramYear,
    RoleGrant,
    ServiceCategory,
)
from families.models import (
    Activity,
    Answer,
    Assessment,
    Assignment,
    Attendance,
    ChildWelfareInvolvement,
    Enrollment,
    FamilyMember,
    FosterCare,
    HomelessnessEpisode,
    Need,
    NoticeGiven,
    ServiceReceived,
    Snapshot,
)
from goals.models import AgreementVersion, Celebration, Goal, GoalTouched, PartnershipAgreement, ProgressNote, Review
from partners.models import Mou, PartnerMeeting
from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from supervision.models import Absence, Session

EVER = date(2999, 1, 1)
WAITING = {"sent", "acknowledged", "accepted", "waitlisted", "needs_more", "appointment", "missed", "attended"}


def local(moment):
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def holds(row, day, starts="entered_on", ends="exited_on"):
    return getattr(row, starts) <= day <= (getattr(row, ends) or EVER)


def overlaps(row, first, last, starts="began_on", ends="ended_on"):
    return getattr(row, starts) <= last and (getattr(row, ends) or EVER) >= first


class Slow:
    """`Slow(program or None, first, last).numbers` and `.families`: what the report must say."""

    def __init__(self, programs, first, last, may=lambda place: True):
        self.first, self.last = first, last
        self.programs = programs
        self.places = [p for p in Enrollment.objects.all() if p.program_id in programs and may(p)]
        self.years = {pk: self._year(pk) for pk in programs}
        self.enrolled = {p.family_id for p in self.places if overlaps(p, first, last, "entered_on", "exited_on")}
        self.since = {}
        for p in self.places:
            begun = self.years[p.program_id]
            if overlaps(p, begun, last, "entered_on", "exited_on"):
                self.since[p.family_id] = min(begun, self.since.get(p.family_id, begun))
        self.numbers, self.families, self.content = {}, {}, {}
        for step in (
            self.who, self.contacts, self.talks, self.change, self.agreements, self.goals, self.referrals, self.help,
            self.situations, self.fathers, self.staff, self.partners, self.rights,
        ):  # fmt: skip
            step()

    def _year(self, program):
        begun = [y.starts_on for y in ProgramYear.objects.all() if y.program_id == program and y.starts_on <= self.last]
        return max(begun, default=self.first)

    def put(self, figure, families, number=None):
        self.families[figure] = sorted(set(families))
        self.numbers[figure] = len(self.families[figure]) if number is None else number

    def in_month(self, day):
        return day is not None and self.first <= day <= self.last

    def in_year(self, family, day):
        return day is not None and family in self.since and self.since[family] <= day <= self.last

    def who(self):
        of = defaultdict(list)
        for p in self.places:
            of[p.family_id].append(p)
        after = self.last + timedelta(days=1)
        self.put("families", self.enrolled)
        self.put("served", self.since)
        self.put("new", [f for f, ps in of.items() if self.in_month(min(p.entered_on for p in ps))])
        self.put(
            "left",
            [
                f
                for f, ps in of.items()
                if any(self.in_month(p.exited_on) for p in ps) and not any(holds(p, after) for p in ps)
            ],  # fmt: skip
        )

    def contacts(self):
        fathers = {m.pk for m in FamilyMember.objects.all() if m.is_father_figure}
        reached, visited, with_father, number = set(), set(), set(), 0
        self.all_notes = list(ProgressNote.objects.prefetch_related("present"))
        for note in self.all_notes:
            spoke = note.contact not in ("no_answer", "office")
            if spoke and note.family_id in self.enrolled and self.in_month(note.happened_on):
                number += 1
                reached.add(note.family_id)
                if note.contact == "home_visit":
                    visited.add(note.family_id)
                if any(m.pk in fathers for m in note.present.all()):
                    with_father.add(note.family_id)
        self.put("reached", reached)
        self.put("contacts", reached, number)
        self.put("visited", visited)
        self.put("not_reached", self.enrolled - reached)
        self.put("fathers", with_father)
        self.content["contacts"] = self._months()

    def _months(self):
        rows, first = [], self.first
        for _month in range(6):
            last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
            here = {p.family_id for p in self.places if overlaps(p, first, last, "entered_on", "exited_on")}
            spoken = [
                n.family_id for n in self.all_notes
                if first <= n.happened_on <= last and n.family_id in here and n.contact not in ("no_answer", "office")
            ]  # fmt: skip
            rows.insert(0, {
                "month": f"{first:%Y-%m}", "contacts": len(spoken), "families": len(here),
                "none": len(here - set(spoken)),
            })  # fmt: skip
            first = (first - timedelta(days=1)).replace(day=1)
        return rows

    def talks(self):
        done = defaultdict(list)
        for talk in Assessment.objects.all():
            if talk.done_on and talk.done_on <= self.last:
                done[talk.family_id].append(talk.done_on)
        self.put("conversations_had", [f for f in self.enrolled if done[f]])
        self.put("conversations_missing", [f for f in self.enrolled if not done[f]])
        self.put("conversations_done", [f for f in self.enrolled if any(self.in_month(d) for d in done[f])])
        due, late = set(), set()
        begun = {}
        for p in self.places:
            if overlaps(p, self.first, self.last, "entered_on", "exited_on"):
                key = (p.family_id, p.program_id)
                begun[key] = min((p.clocks_from or p.entered_on, p.pk, p.option), begun.get(key, (EVER,)))
        for (family, program), (entered, _pk, option) in begun.items():
            day = self._due(program, option, entered)
            if day is None or day > self.last:
                continue
            if not done[family] or min(done[family]) >= self.first:
                due.add(family)
                if not done[family]:
                    late.add(family)
        self.put("conversations_due", due)
        self.put("conversations_late", late)

    def _due(self, program, option, entered):
        """The day a conversation is due, by the nearest clock in force on the last day."""
        rules = [
            r for r in Deadline.objects.all()
            if r.code == "assessment_done" and r.effective_on <= self.last and (r.ends_on or EVER) >= self.last
        ]  # fmt: skip
        for whose in ((program, option), (program, ""), (None, option), (None, "")):
            mine = sorted((r for r in rules if (r.program_id, r.option) == whose), key=lambda r: r.effective_on)
            if mine and mine[-1].unit == "percent":
                return self._in_season(program, entered, mine[-1].length)
            if mine:
                return entered + timedelta(days=mine[-1].length)
        return None

    def _in_season(self, program, entered, percent):
        years = [y for y in ProgramYear.objects.all() if y.program_id == program and y.starts_on <= self.last]
        newest = max(years, key=lambda y: y.starts_on)
        day = entered + timedelta(days=round((newest.ends_on - newest.starts_on).days * percent / 100))
        return min(day, newest.ends_on) if entered <= newest.ends_on else day

    def change(self):
        talks = defaultdict(list)
        for talk in Assessment.objects.all():
            if talk.family_id in self.since and talk.done_on and talk.done_on <= self.last:
                talks[talk.family_id].append((talk.done_on, talk.pk))
        levels = defaultdict(dict)
        for answer in Answer.objects.select_related("item"):
            if answer.level is not None:
                levels[answer.assessment_id][answer.item.code] = (answer.item.outcome, answer.level)
        ways = {(o, w): set() for o in range(1, 8) for w in ("up", "same", "down")}
        averages, twice = defaultdict(list), set()
        for family, held in talks.items():
            first, latest = min(held)[1], max(held)[1]
            both = set(levels[first]) & set(levels[latest]) if first != latest else set()
            by_outcome = defaultdict(list)
            for code in both:
                by_outcome[levels[first][code][0]].append((levels[first][code][1], levels[latest][code][1]))
            for outcome, pairs in by_outcome.items():
                twice.add(family)
                then = Fraction(sum(a for a, _b in pairs), len(pairs))
                now = Fraction(sum(b for _a, b in pairs), len(pairs))
                averages[outcome].append((then, now))
                way = "up" if now - then > Fraction(1, 20) else "down" if then - now > Fraction(1, 20) else "same"
                ways[outcome, way].add(family)
        self.put("conversations_twice", twice)
        for (outcome, way), families in ways.items():
            self.put(f"outcome_{outcome}_{way}", families)
        for outcome in range(1, 8):
            self.put(f"outcome_{outcome}", set().union(*(ways[outcome, way] for way in ("up", "same", "down"))))
        self.averages = {
            o: tuple(float(sum(part) / len(part)) for part in zip(*rows, strict=True)) for o, rows in averages.items()
        }

    def agreements(self):
        signed = defaultdict(list)
        for version in AgreementVersion.objects.all():
            signed[version.agreement_id].append(local(version.frozen_at))
        newest = {}
        for a in sorted(PartnershipAgreement.objects.all(), key=lambda a: (a.offered_on, a.pk)):
            over = (a.closed_on or EVER) <= self.last or (a.state == "closed" and a.closed_on is None)
            if a.family_id in self.enrolled and a.offered_on <= self.last and not over:
                newest[a.family_id] = a
        stood, month = defaultdict(set), defaultdict(set)
        for family in self.enrolled:
            a = newest.get(family)
            stood[self._standing(a, signed) if a else "none"].add(family)
            if a and self.in_month(a.offered_on):
                month["offered"].add(family)
            if a and a.state in ("signed", "revising", "closed") and self.in_month(self._signed(a, signed)):
                month["signed"].add(family)
            if a and a.state in ("not_ready", "declined") and self.in_month(a.answered_on):
                month["put_off"].add(family)
        for standing in ("signed", "accepted", "offered", "not_ready", "declined", "none"):
            self.put(f"agreements_{standing}", stood[standing])
        self.put("agreements_by_choice", stood["not_ready"] | stood["declined"])
        self.put("agreements_not_yet", self.enrolled - stood["signed"] - stood["not_ready"] - stood["declined"])
        for what in ("offered", "signed", "put_off"):
            self.put(f"{what}_in_month", month[what])

    def _signed(self, a, signed):
        return min(signed[a.pk], default=a.answered_on or a.offered_on)

    def _standing(self, a, signed):
        if a.state in ("signed", "revising", "closed") and self._signed(a, signed) <= self.last:
            return "signed"
        if a.state == "offered" or (a.answered_on and a.answered_on > self.last):
            return "offered"
        return a.state if a.state in ("not_ready", "declined") else "accepted"

    def goals(self):
        own = {
            g.pk: g for g in Goal.objects.all()
            if g.family_id in self.since and g.set_on <= self.last and g.state != "draft"
        }  # fmt: skip
        met = [g for g in own.values() if g.state in ("achieved", "partly")]
        kinds = {
            "goals_set": [g for g in own.values() if g.set_on >= self.first],
            "goals_set_this_year": [g for g in own.values() if g.set_on >= self.since[g.family_id]],
            "goals_open": [g for g in own.values() if (g.ended_on or EVER) > self.last],
            "goals_reached": [g for g in met if self.in_month(g.ended_on)],
            "goals_reached_this_year": [g for g in met if self.in_year(g.family_id, g.ended_on)],
        }
        day = {n.pk: n for n in self.all_notes}
        moved = {
            t.goal_id for t in GoalTouched.objects.all()
            if t.moved == "forward" and t.goal_id in own and self.in_month(day[t.note_id].happened_on)
            and day[t.note_id].family_id in self.since
        }  # fmt: skip
        kinds["goals_moved"] = [own[pk] for pk in moved]
        for figure, goals in kinds.items():
            self.put(figure, [g.family_id for g in goals], len(goals))
        self.put("with_a_goal", [g.family_id for g in kinds["goals_open"] if g.family_id in self.enrolled])
        self.put(
            "reviewed",
            [r.family_id for r in Review.objects.all() if r.family_id in self.enrolled and self.in_month(r.held_on)],
        )

    def referrals(self):
        got = {s.pk: s.received_on for s in ServiceReceived.objects.all()}
        own = {r.pk: r for r in Referral.objects.all() if r.family_id in self.since}
        informed = {
            e.referral_id for e in ReferralEvent.objects.all()
            if e.to_state == "informed" and self.in_month(e.happened_on) and e.referral_id in own
        }  # fmt: skip
        kinds = {
            "referrals_sent": [r for r in own.values() if self.in_month(r.sent_on)],
            "information_given": [own[pk] for pk in informed],
            "referrals_received": [r for r in own.values() if self.in_month(got.get(r.service_received_id))],
            "referrals_not_received": [
                r for r in own.values() if r.state in ("not_received", "declined") and self.in_month(r.closed_on)
            ],
        }
        for figure, rows in kinds.items():
            self.put(figure, [r.family_id for r in rows], len(rows))
        waiting = []
        for r in own.values():
            if not r.sent_on or r.sent_on > self.last or (r.closed_on or EVER) <= self.last:
                continue
            received = got.get(r.service_received_id)
            if received and received <= self.last:
                continue
            if received or r.closed_on or r.state in WAITING:
                waiting.append(r.family_id)
        self.put("referrals_waiting", waiting)
        why = defaultdict(list)
        for r in own.values():
            if r.state in ("not_received", "declined") and r.barrier and self.in_year(r.family_id, r.closed_on):
                why[r.barrier].append(r.family_id)
        for barrier, families in why.items():
            self.put(f"barrier_{barrier}", families, len(families))

    def help(self):
        codes = {c.pk: c.code for c in ServiceCategory.objects.all()}
        current = {y.pk for y in ProgramYear.objects.all() if self.years.get(y.program_id) == y.starts_on}
        got, want, open_ = defaultdict(set), defaultdict(set), defaultdict(set)
        for s in ServiceReceived.objects.all():
            held = any(p.family_id == s.family_id and holds(p, s.received_on) for p in self.places)
            by_day = not s.counts_because and self.in_year(s.family_id, s.received_on) and held
            by_hand = s.counts_because and s.program_year_id in current and s.received_on <= self.last
            if s.family_id in self.since and (by_day or by_hand):
                got[s.category_id].add(s.family_id)
        for n in Need.objects.all():
            if self.in_year(n.family_id, n.opened_on) and n.interest != "no":
                want[n.category_id].add(n.family_id)
                if (n.closed_on or EVER) > self.last:
                    open_[n.category_id].add(n.family_id)
        left = {c: families - got[c] for c, families in open_.items()}
        for kind, rows in (("asked", want), ("received", got), ("open", left)):
            for category in {*want, *got}:
                self.put(f"{kind}_{codes[category]}", rows.get(category, ()))
        for total, rows in (("asked", want), ("helped", got), ("still_open", left)):
            self.put(total, set().union(*rows.values()))
        for what in ("asked", "received"):
            self.put(f"attendance_{what}", self.families.get(f"{what}_attendance_support", ()))
        self._pir(got)

    def _pir(self, got):
        begun = min((y for y in self.years.values()), default=self.first)
        year = f"{begun.year}-{(begun.year + 1) % 100:02d}"
        forms = sorted({p.form_year for p in PirItemOfCategory.objects.all()})
        form = ([f for f in forms if f <= year] or forms[:1] or [""])[-1 if [f for f in forms if f <= year] else 0]
        items = defaultdict(set)
        for p in PirItemOfCategory.objects.all():
            if p.form_year == form and p.item and got.get(p.category_id):
                items[p.item] |= got[p.category_id]
        for item, families in items.items():
            self.put(f"pir_{item}", families)
        self.put("helped_pir", set().union(*items.values()))

    def situations(self):
        members = {m.pk: m for m in FamilyMember.objects.all()}
        children = {}
        for p in self.places:
            held = overlaps(p, self.years[p.program_id], self.last, "entered_on", "exited_on")
            if held and members[p.member_id].role == "child":
                children[p.member_id] = p.family_id

        def now_and_then(row, family):
            return family in self.since and overlaps(row, self.since[family], self.last)

        episodes = list(HomelessnessEpisode.objects.all())
        homeless = {h.family_id for h in episodes if now_and_then(h, h.family_id)}
        self.put("homeless", homeless)
        self.put(
            "homeless_now",
            [h.family_id for h in episodes if h.family_id in homeless and holds(h, self.last, "began_on", "ended_on")],
        )
        kids = [c for c, f in children.items() if f in homeless]
        self.put("homeless_children", [children[c] for c in kids], len(kids))
        self.put("housed", [h.family_id for h in episodes if self.in_year(h.family_id, h.housing_acquired_on)])
        foster = {f.child_id for f in FosterCare.objects.all() if now_and_then(f, children.get(f.child_id))}
        self.put("foster_children", [children[c] for c in foster], len(foster))
        sent = {
            w.child_id for w in ChildWelfareInvolvement.objects.all()
            if w.referred_to_us and now_and_then(w, children.get(w.child_id))
        }  # fmt: skip
        self.put("welfare_children", [children[c] for c in sent], len(sent))

    def fathers(self):
        members = {m.pk: m for m in FamilyMember.objects.all()}
        items = {item: set() for item in ("assessment", "goals", "child", "governance", "parenting")}
        activities = {a.pk: a for a in Activity.objects.all()}
        for a in Attendance.objects.all():
            activity = activities[a.activity_id]
            counted = a.is_present and a.is_father_figure and activity.posted_at and activity.father_item
            if counted and self.in_year(a.family_id, activity.held_on):
                items[activity.father_item].add((a.member_id, a.family_id))
        for rows, people, day, item in (
            (Assessment.objects.prefetch_related("took_part"), "took_part", "done_on", "assessment"),
            (Review.objects.prefetch_related("present"), "present", "held_on", "goals"),
        ):
            for row in rows:
                if self.in_year(row.family_id, getattr(row, day)):
                    men = [m for m in getattr(row, people).all() if members[m.pk].is_father_figure]
                    items[item] |= {(m.pk, row.family_id) for m in men}
        everybody = set().union(*items.values())
        for item, men in (*items.items(), ("any", everybody)):
            self.put(f"fathers_{item}", [family for _man, family in men], len({man for man, _family in men}))

    def staff(self):
        main = [
            a for a in Assignment.objects.all()
            if a.kind == "primary" and a.family_id in self.enrolled and holds(a, self.last, "starts_on", "ends_on")
        ]  # fmt: skip
        loads = defaultdict(int)
        for a in main:
            loads[a.worker_id] += 1
        self.put("without_worker", self.enrolled - {a.family_id for a in main})
        held = [
            s for s in Session.objects.all()
            if s.state in ("held", "signed") and self.in_month(s.held_on) and s.worker_id in loads
        ]  # fmt: skip
        activities = {a.pk: a for a in Activity.objects.all()}
        learned = [
            (a.family_id, activities[a.activity_id].minutes or 0) for a in Attendance.objects.all()
            if a.is_present and a.family_id in self.enrolled and activities[a.activity_id].posted_at
            and activities[a.activity_id].kind in ("workshop", "class")
            and self.in_month(activities[a.activity_id].held_on)
        ]  # fmt: skip
        self.put("parent_hours", [family for family, _minutes in learned], self._hours(sum(m for _f, m in learned)))
        self.numbers |= {
            "workers": len(loads), "caseload_limit": self.limit(), "caseload_largest": max(loads.values(), default=0),
            "workers_over_limit": sum(n > self.limit(w) for w, n in loads.items()), "supervision_sessions": len(held),
            "supervision_hours": self._hours(sum(s.minutes for s in held)),
            "supervision_learning": sum(bool(s.training) for s in held),
            "training_days": sum(
                self._in_training(a, self.first + timedelta(days=n)) for a in Absence.objects.all()
                if a.worker_id in loads for n in range((self.last - self.first).days + 1)
            ),
        }  # fmt: skip

    def _in_training(self, absence, day):
        back = absence.back_at and local(absence.back_at)
        away = absence.starts_on <= day <= absence.ends_on and not (back and day >= back)
        return absence.why == "training" and away and day.weekday() < 5

    def limit(self, worker=None):
        for own in CaseloadException.objects.all():
            if own.worker_id == worker and holds(own, self.last, "starts_on", "ends_on"):
                return own.most
        of_center = {center.pk: center.program_id for center in Center.objects.all()}
        programs = {
            grant.program_id or of_center[grant.center_id] for grant in RoleGrant.objects.all()
            if grant.user_id == worker and grant.role == "worker" and holds(grant, self.last, "starts_on", "ends_on")
        }  # fmt: skip
        newest = {}
        for decided in sorted(CaseloadLimit.objects.all(), key=lambda decided: decided.effective_on):
            if decided.effective_on <= self.last:
                newest[decided.program_id] = decided.most
        theirs = [newest[program] for program in programs if program in newest]
        return min(theirs) if theirs else newest.get(None, Agency.objects.get().caseload_limit)

    def _hours(self, minutes):
        tenths, rest = divmod(minutes, 6)
        return (tenths + (rest >= 3)) / 10

    def partners(self):
        meetings = [m for m in PartnerMeeting.objects.all() if self.in_month(m.held_on)]
        trainings = [m for m in meetings if m.kind == "training"]
        sent = [
            r for r in Referral.objects.select_related("service")
            if r.family_id in self.since and self.in_month(r.sent_on) and r.service
        ]  # fmt: skip
        self.put("partners_asked", [r.family_id for r in sent], len({r.service.partner_id for r in sent}))
        mous = [m for m in Mou.objects.prefetch_related("programs") if self._binds(m)]
        standing = {m.pk: self._mou(m) for m in mous}
        force = [m for m in mous if standing[m.pk] == "in_force"]
        self.numbers |= {
            "partner_meetings": len(meetings) - len(trainings), "partner_trainings": len(trainings),
            "partner_trained": sum(m.people or 0 for m in trainings),
            "mous_in_force": len(force),
            "mous_due": sum(m.ends_on is not None and m.ends_on <= self.last + timedelta(days=90) for m in force),
            "mous_lapsed": sum(said == "lapsed" for said in standing.values()),
        }  # fmt: skip

    def _binds(self, mou):
        programs = {p.pk for p in mou.programs.all()}
        return not programs or bool(programs & set(self.programs))

    def _mou(self, mou):
        if mou.state in ("draft", "in_review", "set_aside"):
            return mou.state
        if mou.state == "terminated" and (mou.terminated_on is None or mou.terminated_on <= self.last):
            return "terminated"
        if mou.effective_on and mou.effective_on > self.last:
            return "coming"
        later = [m for m in Mou.objects.all() if m.renews_id == mou.pk]
        if any(m.state == "signed" and m.effective_on <= self.last for m in later):
            return "renewed"
        known = mou.state in ("signed", "terminated") and mou.effective_on is not None
        return "in_force" if known and (mou.ends_on or EVER) >= self.last else "lapsed"

    def rights(self):
        notices = list(NoticeGiven.objects.all())
        told = {
            n.family_id for n in notices
            if n.kind == "rights" and n.family_id in self.enrolled
            and self.since.get(n.family_id, self.first) <= n.given_on <= self.last
        }  # fmt: skip
        self.put("notices", told)
        self.put("notices_missing", self.enrolled - told)
        newest = {}
        for s in sorted(Snapshot.objects.all(), key=lambda s: (s.taken_on, s.pk)):
            if s.moment == "enrollment" and s.taken_on <= self.last and s.family_id in self.enrolled:
                newest[s.family_id] = s.parents
        single = {f for f, parents in newest.items() if parents == "one_parent"}
        heard = {n.family_id for n in notices if n.kind == "child_support" and n.given_on <= self.last}
        self.put("child_support_told", single & heard)
        self.put("child_support_missing", single - heard)
        self.put("consents", [
            c.family_id for c in Consent.objects.all()
            if c.family_id in self.enrolled and c.given_on <= self.last <= c.expires_on
            and (c.revoked_at is None or local(c.revoked_at) > self.last)
        ])  # fmt: skip
        out = [d for d in Disclosure.objects.all() if d.family_id in self.since and self.in_month(local(d.made_at))]
        self.put("disclosures", [d.family_id for d in out], len(out))
        self.put("celebrations", [
            c.family_id for c in Celebration.objects.all() if c.family_id in self.since and self.in_month(c.noticed_on)
        ])  # fmt: skip


def of(program, month):
    programs = [program.pk] if program else list(Program.objects.values_list("pk", flat=True))
    return Slow(programs, month.first, month.last)
