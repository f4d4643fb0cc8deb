"""Timeliness, counted slowly."""

from collections import defaultdict
from datetime import timedelta
from statistics import median

from django.utils import timezone

from agency.models import Closure, Deadline, ProgramYear
from families.models import Assessment, FamilyMember, Need, NoticeGiven, Relation, Snapshot, SnapshotYear
from goals.models import Goal, PartnershipAgreement, ProgressNote, Review
from referrals.models import RecordRequest, Referral, ReferralEvent
from tests.reports.slow_standing.base import EVER, Slow, earliest, local

RAISES = {"mother", "father", "stepmother", "stepfather", "partner", "unknown"}
LOOKED_AT = ("review_january", "review_march", "review_may")


class Timeliness(Slow):
    def count(self):
        self.took, self.until = defaultdict(list), min(self.last, timezone.localdate())
        for family, program in {(p.family_id, p.program_id) for p in self.held}:
            held = [p for p in self.held if (p.family_id, p.program_id) == (family, program)]
            self._first_days(family, program, held)
            for year, after in self._years(program):
                there = [p for p in held if p.entered_on < after and (p.exited_on or EVER) >= year.starts_on]
                if there and year.starts_on <= self.last and after > self.first:
                    self._year(family, year, after, there)
        self._things()
        for row, days in self.took.items():
            self.numbers[f"{row}.days"] = median(days)

    def _first_days(self, family, program, held):
        begun, left, option = begins(held)
        talks, offers = self.of(Assessment, family), self.of(PartnershipAgreement, family)
        notes = [n.happened_on for n in self.of(ProgressNote, family) if n.contact not in ("no_answer", "office")]
        done = {
            "welcome_contact": earliest(day for day in notes if day >= begun),
            "assessment_offered": earliest(t.started_on for t in talks),
            "assessment_done": earliest(t.done_on for t in talks),
            "agreement_offered": earliest(a.offered_on for a in offers),
            "agreement_answered": earliest(a.answered_on for a in offers),
        }
        for code, day in done.items():
            if day is None or day >= begun:
                due = self._due(code, program, option, begun)
                self._clock(code, family, due, day, begun, left)

    # ---- what is asked once a year --------------------------------------------------------------------------------
    def _years(self, program):
        years = sorted((y for y in self.all(ProgramYear) if y.program_id == program), key=lambda y: y.starts_on)
        return zip(years, [y.starts_on for y in years[1:]] + [EVER], strict=True)

    def _year(self, family, year, after, there):
        first_day, left, option = begins(there)
        begun, season = max(first_day, year.starts_on), (year.starts_on, year.ends_on)
        for code, day in self._told(family, year, begun, after):
            due = self._due(code, year.program_id, option, begun, season)
            if due < after:
                self._clock(code, family, due, day, begun, left)
        self._reviews(family, year, after, option, first_day, left)
        if self._rule("end_snapshot", year.program_id, option):
            end = min(left or year.ends_on, year.ends_on)
            self._clock("end_snapshot", family, end, self._asked(family, year, "end"), None, left)

    def _told(self, family, year, begun, after):
        notices = self.of(NoticeGiven, family)
        early = begun - timedelta(days=60)
        rights = earliest(n.given_on for n in notices if n.kind == "rights" and early <= n.given_on < after)
        yield "rights_notice", rights and max(rights, begun)
        support = earliest(n.given_on for n in notices if n.kind == "child_support")
        if self._has_one_parent(family) and (support is None or support >= begun):
            yield "child_support", support
        came = self._asked(family, year, "enrollment")
        yield "enrollment_snapshot", came and max(came, begun)

    def _has_one_parent(self, family):
        def raises(member):
            ties = [r.lives_with for r in self.all(Relation) if r.adult_id == member.pk]
            return not ties or any(said != "no" for said in ties)

        grown = [m for m in self.of(FamilyMember, family) if m.role == "parent" and not m.left_on]
        return sum(m.relationship in RAISES and raises(m) for m in grown) == 1

    def _asked(self, family, year, moment):
        for speaks in self.of(SnapshotYear, family, "snapshot"):
            if (speaks.program_year_id, speaks.moment) == (year.pk, moment):
                shot = speaks.snapshot
                return shot.taken_on if all(getattr(shot, name) for name in Snapshot.ASKED[moment]) else None
        return None

    def _reviews(self, family, year, after, option, first_day, left):
        season = (year.starts_on, year.ends_on)
        at_first = self._due("first_review", year.program_id, option, first_day, season)
        days = [self._due(code, year.program_id, option, year.starts_on, season) for code in LOOKED_AT]
        from_on = [
            max(due - timedelta(days=35), before)
            for due, before in zip(days, [year.starts_on, *days[:-1]], strict=True)
        ]
        for code, due, begin, end in zip(LOOKED_AT, days, from_on, [*from_on[1:], EVER], strict=True):
            held = [r.held_on for r in self.of(Review, family) if begin <= r.held_on < min(end, after)]
            goals = [
                g for g in self.of(Goal, family)
                if g.state != "draft" and g.set_on <= min(due, self.last) and (g.ended_on or EVER) >= begin
            ]  # fmt: skip
            if goals and at_first <= due <= year.ends_on:
                self._clock(code, family, due, earliest(held), None, left)

    # ---- what is asked of one thing -------------------------------------------------------------------------------
    def _things(self):
        for n in self.all(Need):
            if n.urgency == 3 and n.family_id in self.enrolled:
                begun = local(n.opened_at)
                due = self._due("urgent_need", None, "", begun)
                self._clock("urgent_need", n.family_id, due, local(n.first_step_at) or n.closed_on, begun)
        for r in self.all(Referral, "family__center"):
            if r.family_id in self.enrolled:
                self._referral(r, r.family.center.program_id)
        for q in self.all(RecordRequest, "family__center"):
            if q.family_id in self.enrolled:
                due = self._due("record_request", q.family.center.program_id, "", q.asked_on)
                self._clock("record_request", q.family_id, due, q.answered_on, q.asked_on)

    def _referral(self, r, program):
        events = [e for e in self.all(ReferralEvent) if e.referral_id == r.pk]
        if r.is_urgent:
            gone = earliest(e.happened_on for e in events if e.from_state == "draft")
            due = self._due("referral_urgent_send", program, "", r.made_on)
            self._clock("referral_urgent_send", r.family_id, due, r.sent_on or gone or r.closed_on, r.made_on)
        if r.sent_on:
            code = "referral_follow_up_urgent" if r.is_urgent else "referral_follow_up"
            heard = earliest(e.happened_on for e in events if e.to_state != "sent" and e.from_state != "draft")
            due = self._due(code, program, "", r.sent_on)
            self._clock("referral_follow_up", r.family_id, due, heard or r.closed_on, r.sent_on)

    # ---- by the clocks --------------------------------------------------------------------------------------------
    def _rule(self, code, program, option):
        there = [d for d in self.all(Deadline) if d.code == code and d.effective_on <= self.last <= (d.ends_on or EVER)]
        newest = {(d.program_id, d.option): d for d in sorted(there, key=lambda d: d.effective_on)}
        nearest = [(program, option), (program, ""), (None, option), (None, "")]
        return next((newest[one] for one in nearest if one in newest), None)

    def _due(self, code, program, option, begun, season=None):
        rule = self._rule(code, program, option)
        if rule.unit == "days":
            return begun + timedelta(days=rule.length)
        if rule.unit == "percent":
            return self._share_of(season or self._season(program), begun, rule.length)
        day, left = begun, rule.length
        closed = [c for c in self.all(Closure) if c.program_id == program]
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5 and not any(c.starts_on <= day <= c.ends_on for c in closed)
        return day

    def _season(self, program):
        begun = [y for y in self.all(ProgramYear) if y.program_id == program and y.starts_on <= self.last]
        year = max(begun, key=lambda y: y.starts_on)
        return year.starts_on, year.ends_on

    def _share_of(self, season, begun, percent):
        first, last = season
        due = begun + timedelta(days=round((last - first).days * percent / 100))
        return min(due, last) if begun <= last else due

    def _clock(self, code, family, due, done, begun, left=None):
        done = done if done and done <= self.until else None
        if not self.inside(due) or (done is None and left and left < due):
            return
        row = f"clocks.{code}"
        self.thing(f"{row}.due", family)
        if done is None:
            self.thing(f"{row}.{'open' if due < self.until else 'waiting'}", family)
            return
        self.thing(f"{row}.{'in_time' if done <= due else 'late'}", family)
        if begun:
            self.took[row].append(max(0, (done - begun).days))


def begins(places):
    """First day by the clocks, last day where they have left, option of the first."""
    first = min(places, key=lambda p: (p.clocks_from or p.entered_on, p.pk))
    left = max(p.exited_on for p in places) if all(p.exited_on for p in places) else None
    return first.clocks_from or first.entered_on, left, first.option
