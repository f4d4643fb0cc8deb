"""A whole program year gone through day by day: each thing is seen, turns overdue and clears on exactly its days.

The days are passed in; nothing here knows what day it is. Each row is written when the walk comes to its day.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from agency import content
from agency.access import Role
from agency.due import Clocks
from agency.models import Program
from families.models import Snapshot
from referrals.states import ReferralState as S
from supervision.models import CaseFlag
from supervision.worklist import everything_due, is_overdue
from tests.agency.factories import CenterFactory, ClosureFactory, ProgramFactory, ProgramYearFactory, UserFactory
from tests.families import factories as f
from tests.goals import factories as g
from tests.referrals import factories as r
from tests.supervision import factories as s
from workspace.clock_preview import ASKED_OF
from workspace.rows import KINDS

FIRST, LAST = date(2024, 8, 19), date(2025, 6, 5)
NEVER = 10_000
FILLED = dict.fromkeys(Snapshot.ASKED[Snapshot.Moment.ENROLLMENT], "unsaid")
FILLED_AT_END = dict.fromkeys(Snapshot.ASKED[Snapshot.Moment.END], "unsaid")
CHANGES_ITS_DAY = ("no_main_worker",)  # it waits today, every day


def day(n):
    """The n-th day after the first of the program year."""
    return FIRST + timedelta(days=n)


def at_noon(n):
    return datetime.combine(day(n), datetime.min.time(), UTC) + timedelta(hours=20)


def changed(row, **values):
    type(row).objects.filter(pk=row.pk).update(**values)


@dataclass(frozen=True)
class Thing:
    """What must be seen from the day `shows` on, is due on `due`, and is gone on `gone`."""

    family: object
    kind: str
    shows: int
    due: int
    gone: int

    def days(self):
        return {max(0, n + more) for n in (self.shows, self.due, self.gone) for more in (-1, 0, 1) if n < NEVER}


class Year:
    """Families, what happens on which day, and what must be due."""

    def __init__(self, center, user):
        self.center, self.user = center, user
        self.things, self.acts, self.families = [], defaultdict(list), []

    def came(self, name, n=0, *, center=None, option="center", parents=2, quiet=True):
        """A family whose child enters on day `n`. A quiet one is spoken with all the time and told everything."""
        center = center or self.center
        family = f.FamilyFactory(center=center, name=name)
        for one in ("mother", "father")[:parents]:
            f.MemberFactory(family=family, relationship=one)
        child = f.MemberFactory(family=family, role="child", relationship="child")
        f.EnrollmentFactory(family=family, member=child, center=center, option=option, entered_on=day(n))
        f.AssignmentFactory(family=family, worker=self.user, kind="primary", starts_on=day(0))
        self.families.append(family)
        if quiet:
            for at in range(n, 292, 20):
                self.on(at, lambda at=at: self.talk(family, at))
        return family

    def talk(self, family, n, **more):
        return g.NoteFactory(family=family, written_by=self.user, happened_on=day(n), **more)

    def on(self, n, act):
        self.acts[n].append(act)

    def due(self, family, kind, shows, due, gone, act=None):
        self.things.append(Thing(family, kind, shows, due, gone))
        if act:
            self.on(gone, act)

    def walk(self):
        """[(day, thing, what was expected, what was found)] of everything that was otherwise, and the kinds seen."""
        wrong, kinds, keys = [], set(), [family.pk for family in self.families]
        stops = {n for thing in self.things for n in thing.days()} | set(self.acts)
        watched = {n for thing in self.things for n in thing.days()}
        for n in sorted(stops):
            for act in self.acts[n]:
                act()
            if n in watched:
                found = {(item.family_id, item.kind): item for item in everything_due(keys, self.user, Clocks(day(n)))}
                kinds |= {kind for _family, kind in found}
                wrong += [found_wrong for thing in self.things for found_wrong in _compare(n, thing, found)]
        return wrong, kinds


def _compare(n, thing, found):
    item = found.get((thing.family.pk, thing.kind))
    expected = thing.shows <= n < thing.gone
    if expected != (item is not None):
        yield day(n), thing.family.name, thing.kind, "is missing" if expected else "is there"
    elif item and thing.kind not in CHANGES_ITS_DAY:
        if item.due_on != day(thing.due):
            yield day(n), thing.family.name, thing.kind, f"due {item.due_on}, not {day(thing.due)}"
        late = n > thing.due and not (item.waits_for or item.is_urgent or item.kind == "celebrate")
        if is_overdue(item, day(n)) != late:
            yield day(n), thing.family.name, thing.kind, "overdue" if not late else "not overdue"


@pytest.fixture
def year(agency):
    program = ProgramFactory(kind=Program.Kind.HEAD_START)
    ProgramYearFactory(program=program, starts_on=FIRST, ends_on=LAST)
    ClosureFactory(program=program, starts_on=day(7), ends_on=day(8), reason="Training")
    short = ProgramFactory(kind=Program.Kind.MIGRANT)
    ProgramYearFactory(program=short, starts_on=FIRST, ends_on=day(100))
    content.load_clocks(date(2020, 1, 1))
    center = CenterFactory(program=program)
    user = UserFactory(role=Role.SUPERVISOR, center=center)
    user.role_grants.update(center=None)
    year = Year(center, user)
    year.seasonal = CenterFactory(program=short)
    return year


def entry(year):
    """What begins with the first day. Two closed days lie in the ten business days of the welcome."""
    new = year.came("New", quiet=False)
    year.due(new, "welcome_contact", 13, 16, 18, lambda: year.talk(new, 18))
    year.due(new, "check_in", 43, 48, 78)  # on the latest day that one takes its place
    year.due(new, "check_in_latest", 78, 78, 80, lambda: year.talk(new, 80))
    for n in range(100, 292, 20):
        year.on(n, lambda n=n: year.talk(new, n))
    talk = []
    year.due(new, "assessment_offered", 23, 30, 33, lambda: talk.append(
        f.AssessmentFactory(family=new, staff=year.user, started_on=day(33))))  # fmt: skip
    year.due(new, "assessment_done", 38, 45, 47, lambda: changed(talk[0], done_on=day(47)))
    offers = []
    year.due(new, "agreement_offered", 38, 45, 46, lambda: offers.append(
        g.AgreementFactory(family=new, state="offered", offered_on=day(46))))  # fmt: skip
    year.due(new, "agreement_answered", 76, 90, 95, lambda: changed(
        offers[0], state="not_ready", answered_on=day(95), reoffer_on=day(130)))  # fmt: skip
    year.due(new, "reoffer", 123, 130, 131, lambda: changed(
        offers[0], state="accepted", answered_on=day(131), reoffer_on=None))  # fmt: skip
    snapshot = {"family": new, "taken_by": year.user, "speaks_for": year.center.program.years.all()}
    year.due(new, "enrollment_snapshot", 16, 30, 31, lambda: f.SnapshotFactory(**snapshot, **FILLED))
    year.due(new, "end_snapshot", 245, 290, 291, lambda: f.SnapshotFactory(**snapshot, moment="end", **FILLED_AT_END))
    year.due(new, "rights_notice", 23, 30, 34, lambda: f.NoticeFactory(family=new, given_on=day(34)))
    alone = year.came("Alone", parents=1)
    year.due(alone, "child_support", 31, 45, 46, lambda: f.NoticeFactory(family=alone, kind="child_support"))
    nobodys = year.came("Nobodys")
    nobodys.assignments.all().delete()
    year.due(nobodys, "no_main_worker", 0, 0, 9, lambda: f.AssignmentFactory(
        family=nobodys, worker=year.user, kind="primary", starts_on=day(9)))  # fmt: skip


def reviews(year):
    """The reviews of the season; a late family skips those before its first; a day both agreed on stands first."""
    held, late = year.came("Held"), year.came("Late", 165)
    for family in (held, late):
        g.GoalFactory(family=family, set_on=day(10))
    year.due(held, "review_january", 146, 167, 170, lambda: g.ReviewFactory(family=held, held_on=day(170)))
    year.due(held, "review_march", 205, 226, 227, lambda: g.ReviewFactory(
        family=held, held_on=day(227), next_on=day(243)))  # fmt: skip
    year.due(held, "review_agreed", 236, 243, 245, lambda: g.ReviewFactory(family=held, held_on=day(245)))
    year.due(held, "review_may", 266, 287, 288, lambda: g.ReviewFactory(family=held, held_on=day(288)))
    year.due(late, "review_january", NEVER, 0, NEVER)
    year.due(late, "review_march", 205, 226, 228, lambda: g.ReviewFactory(family=late, held_on=day(228)))
    year.due(
        late,
        "assessment_offered",
        188,
        195,
        197,
        lambda: f.AssessmentFactory(family=late, started_on=day(197), done_on=day(197)),
    )
    year.due(late, "rights_notice", 188, 195, 196, lambda: f.NoticeFactory(family=late, given_on=day(196)))
    later = year.came("Later", 175)
    g.GoalFactory(family=later, set_on=day(180))
    year.due(later, "review_march", NEVER, 0, NEVER)  # day 226 comes before the sixtieth day after the entry
    year.due(later, "review_may", 266, 287, 291)  # the year is over


def chosen_days(year):
    """Days somebody chose, for a next step, a step, a rest, a meeting, an action, a decision."""
    family, user = year.came("Chosen"), year.user
    note = year.talk(family, 0, next_step="Bring the form", next_on=day(60))
    year.due(family, "next_step", 53, 60, 62, lambda: changed(note, next_done_on=day(62)))
    step = g.StepFactory(goal=g.GoalFactory(family=family), due_on=day(70))
    year.due(family, "goal_step", 70, 70, 71, lambda: changed(step, done_on=day(71)))
    rests = g.GoalFactory(family=family, state="on_hold", resume_on=day(100))
    year.due(family, "goal_rests", 93, 100, 101, lambda: changed(rests, state="active"))
    meeting = g.MeetingFactory(family=family, held_on=day(50), next_on=day(110))
    year.due(family, "team_meeting", 103, 110, 112, lambda: g.MeetingFactory(family=family, held_on=day(112)))
    taken = g.ActionFactory(meeting=meeting, due_on=day(80))
    year.due(family, "team_action", 73, 80, 81, lambda: changed(taken, done_on=day(81)))
    decided = s.DecisionFactory(family=family, owner=user, due_on=day(90))
    year.due(family, "supervision_action", 83, 90, 91, lambda: changed(decided, 
        done_on=day(91), done_by=user))  # fmt: skip
    glad = []
    year.on(120, lambda: glad.append(g.CelebrationFactory(family=family, noticed_on=day(120))))
    year.due(family, "celebrate", 120, 120, 125, lambda: changed(glad[0], marked_on=day(125)))


def risks(year):
    """An urgent need, a flag, child welfare."""
    family = year.came("Risk")
    need = []
    year.on(40, lambda: need.append(f.NeedFactory(family=family, urgency=3, opened_at=at_noon(40))))
    year.due(family, "urgent_need", 40, 40, 41, lambda: changed(need[0], first_step_at=at_noon(41)))
    year.on(60, lambda: s.FlagFactory(family=family, said_at=at_noon(60), raised_at=at_noon(60)))
    year.due(family, "flag_answer", 60, 67, 70, lambda: CaseFlag.objects.update(state="answered"))
    f.ChildWelfareFactory(family=family, began_on=day(100), ended_on=day(140))
    year.due(family, "child_welfare_consultation", 123, 130, 133, lambda: s.ConsultationFactory(
        family=family, held_on=day(133)))  # fmt: skip


def referrals(year):
    """From prepared to closed, each state with its own day; a permission that ends; a question about the record."""
    family, urgent = year.came("Referred"), year.came("Urgent")
    made = []

    def moves(n, state, **more):
        before = made[0].state
        changed(made[0], state=state, **more)
        made[0].refresh_from_db()
        r.EventFactory(referral=made[0], from_state=before, to_state=state, happened_on=day(n))

    consent = r.ConsentFactory(family=family, given_on=day(20), expires_on=day(200))
    year.due(family, "consent_expiry", 170, 200, 201)  # then it has ended
    year.on(20, lambda: made.append(r.ReferralFactory(family=family, made_on=day(20))))
    asked = []
    year.on(60, lambda: asked.append(r.RequestFactory(family=family, asked_on=day(60), recorded_by=year.user)))
    year.due(family, "record_request", 75, 105, 110, lambda: changed(
        asked[0], state="given", answered_on=day(110), answered_by=year.user))  # fmt: skip
    year.due(family, "referral_draft", 20, 20, 22, lambda: moves(22, S.SENT, sent_on=day(22), consent=consent))
    year.due(family, "waiting_partner", 22, 36, 36)
    year.due(family, "referral_follow_up", 36, 36, 38, lambda: moves(38, S.NEEDS_MORE))
    year.due(family, "waiting_family", 38, 52, 42, lambda: (
        moves(42, S.ACCEPTED), moves(42, S.APPOINTMENT, appointment_on=day(44))))  # fmt: skip
    year.due(
        family,
        "referral_appointment",
        42,
        44,
        45,
        lambda: moves(45, S.RECEIVED, service_received=f.ServiceReceivedFactory(family=family, need=made[0].need)),
    )
    year.due(
        family,
        "referral_close",
        45,
        45,
        50,
        lambda: moves(50, S.COMPLETED, closed_on=day(50), need_met="yes", confirmed_by="family"),
    )
    year.due(urgent, "referral_urgent_send", 30, 30, NEVER)
    year.on(30, lambda: r.ReferralFactory(family=urgent, is_urgent=True, made_on=day(30)))


def short_season(year):
    """A season of a hundred days: percent of it for everybody; for who comes at its end, never after its last day."""
    soon, late = year.came("Season", center=year.seasonal, quiet=False), year.came("End", 95, center=year.seasonal)
    year.due(soon, "welcome_contact", 4, 5, 6, lambda: year.talk(soon, 6))
    year.due(
        soon,
        "assessment_offered",
        10,
        12,
        13,
        lambda: f.AssessmentFactory(family=soon, started_on=day(13), done_on=day(13)),
    )
    year.due(soon, "agreement_offered", 17, 20, 21, lambda: g.AgreementFactory(family=soon, offered_on=day(21)))
    g.GoalFactory(family=soon, set_on=day(5))
    year.due(soon, "review_january", 33, 40, 41, lambda: g.ReviewFactory(family=soon, held_on=day(41)))
    year.due(late, "assessment_offered", 98, 100, NEVER)
    year.due(late, "agreement_offered", 97, 100, NEVER)


NOT_OF_A_YEAR = {"referral_two_answers", "referral_follow_up_urgent", "referral_again", "first_review"}


def test_each_thing_is_seen_turns_overdue_and_clears_on_its_days(year):
    for story in (entry, reviews, chosen_days, risks, referrals, short_season):
        story(year)

    wrong, kinds = year.walk()

    assert [str(each) for each in wrong] == []
    assert set(ASKED_OF) | set(KINDS) | {"urgent_need", "celebrate"} == kinds | NOT_OF_A_YEAR
