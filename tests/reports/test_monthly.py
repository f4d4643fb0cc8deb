"""What the monthly report counts: families, each once, and the list behind each number."""

from datetime import date, timedelta

import pytest
from django.db import InternalError, transaction
from django.utils import timezone

from families.models import FamilyMember, Outcome
from reports import actions, kinds
from reports.models import ReportFamilies, ReportRun
from reports.periods import Month
from reports.scope import Scope
from tests.agency.factories import CategoryFactory, CenterFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    AssignmentFactory,
    EnrollmentFactory,
    FamilyFactory,
    InstrumentVersionFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
    ServiceReceivedFactory,
)
from tests.goals.factories import AgreementFactory, CelebrationFactory, GoalFactory, NoteFactory, TouchFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory

OCTOBER = Month(2026, 10)
MID = date(2026, 10, 15)


@pytest.fixture
def program(center):
    """A program whose year holds October 2026."""
    center.program.years.update(starts_on=date(2026, 8, 17), ends_on=date(2027, 6, 11))
    return center.program


@pytest.fixture
def enroll(program, center):
    """`enroll(entered_on=…)` is a family with one child in the program."""

    def make(entered_on=date(2026, 9, 1), children=1, **place):
        family = FamilyFactory(center=center)
        for _child in range(children):
            child = MemberFactory(family=family, role="child")
            EnrollmentFactory(family=family, member=child, center=center, entered_on=entered_on, **place)
        return family

    return make


MONTHLY = kinds.named("monthly")


def counted(program):
    return MONTHLY.count(Scope(OCTOBER, program))


def make(program, **more):
    return actions.make(kind=MONTHLY, scope=Scope(OCTOBER, program), **more)


def numbers(program, *codes):
    figures = counted(program).numbers
    return [figures[code] for code in codes]


def families(program, code):
    return counted(program).families[code]


def test_two_children_make_one_family(program, enroll):
    family = enroll(children=2)

    assert families(program, "families") == [family.pk]


def test_a_family_that_left_in_the_month_was_served_and_is_among_those_who_left(program, enroll):
    enroll(exited_on=MID, exit_reason="moved")

    assert numbers(program, "families", "left", "new") == [1, 1, 0]


def test_a_family_that_left_before_the_month_still_counts_in_the_year(program, enroll):
    enroll(exited_on=date(2026, 9, 20), exit_reason="moved")

    assert numbers(program, "families", "served") == [0, 1]


def test_a_second_child_does_not_make_an_old_family_new(program, enroll, center):
    family = enroll()
    EnrollmentFactory(family=family, member=MemberFactory(family=family, role="child"), center=center, entered_on=MID)
    newcomer = enroll(entered_on=MID)

    assert families(program, "new") == [newcomer.pk]


def test_another_program_is_not_counted_but_the_agency_counts_both(program, enroll):
    mine = enroll()
    elsewhere = CenterFactory()
    other = FamilyFactory(center=elsewhere)
    EnrollmentFactory(family=other, center=elsewhere, entered_on=date(2026, 9, 1))

    assert (families(program, "families"), families(None, "families")) == ([mine.pk], [mine.pk, other.pk])


def test_an_unanswered_call_reaches_nobody(program, enroll):
    reached, missed = enroll(), enroll()
    NoteFactory(family=reached, happened_on=MID, contact="home_visit")
    NoteFactory(family=missed, happened_on=MID, contact="no_answer")

    assert (families(program, "reached"), families(program, "not_reached")) == ([reached.pk], [missed.pk])


def test_contacts_stand_month_by_month(program, enroll):
    family = enroll()
    for day in (date(2026, 9, 10), MID, MID):
        NoteFactory(family=family, happened_on=day)

    content = counted(program).as_content()

    assert [(row["month"], row["contacts"], row["none"]) for row in content["contacts"]][-2:] == [
        ("2026-09", 1, 0),
        ("2026-10", 2, 0),
    ]


def test_a_father_figure_who_was_there_is_counted(program, enroll):
    family = enroll()
    father = MemberFactory(family=family, is_father_figure=True)
    NoteFactory(family=family, happened_on=MID).present.add(father)

    assert families(program, "fathers") == [family.pk]


def test_agreements_add_up_to_the_families_served(program, enroll):
    for state in ("signed", "accepted", "offered", "not_ready", "declined"):
        answered = None if state == "offered" else MID
        AgreementFactory(family=enroll(), state=state, offered_on=date(2026, 9, 20), answered_on=answered)
    enroll()

    kinds = ("signed", "accepted", "offered", "not_ready", "declined", "none")
    assert numbers(program, *(f"agreements_{kind}" for kind in kinds)) == [1, 1, 1, 1, 1, 1]


def test_goals_set_moved_and_reached(program, enroll):
    family = enroll()
    moving = GoalFactory(family=family, set_on=MID)
    GoalFactory(family=family, set_on=date(2026, 9, 1), state="achieved", ended_on=MID)
    TouchFactory(goal=moving, note=NoteFactory(family=family, happened_on=MID))

    codes = ("goals_set", "goals_set_this_year", "goals_moved", "goals_reached", "goals_open")
    assert numbers(program, *codes) == [1, 2, 1, 1, 1]


def test_a_referral_alone_is_no_help_received(program, enroll):
    family = enroll()
    consent = ConsentFactory(family=family)
    ReferralFactory(family=family, state="sent", sent_on=MID, consent=consent)

    assert numbers(program, "referrals_sent", "referrals_waiting", "helped", "consents") == [1, 1, 0, 0]


def test_asked_received_and_still_open_are_families_of_a_kind_of_help(program, enroll):
    housing = CategoryFactory(code="housing")
    waiting, helped = enroll(), enroll()
    NeedFactory(family=waiting, category=housing, opened_on=MID)
    NeedFactory(family=helped, category=housing, opened_on=MID)
    NeedFactory(family=enroll(), category=housing, opened_on=MID, interest="no")
    for _twice in range(2):
        ServiceReceivedFactory(family=helped, category=housing, received_on=MID)

    found = counted(program)
    content, lists = found.as_content(), found.families

    assert [(row["asked"], row["received"], row["open"]) for row in content["help"]] == [(2, 1, 1)]
    assert lists["open_housing"] == [waiting.pk]


def test_first_and_latest_answers_are_compared_by_the_same_question(program, enroll):
    family = enroll()
    version = InstrumentVersionFactory()
    item, unasked = ItemFactory(version=version, outcome=3), ItemFactory(version=version, outcome=3)
    for day, level in ((date(2026, 9, 5), 2), (MID, 4)):
        talk = AssessmentFactory(family=family, version=version, started_on=day, done_on=day)
        AnswerFactory(assessment=talk, item=item, level=level)
    AnswerFactory(assessment=talk, item=unasked, level=1)

    found = counted(program)
    content, lists = found.as_content(), found.families

    row = content["outcomes"][Outcome.EDUCATORS - 1]
    assert (row["first"], row["latest"], row["up"], row["down"]) == (2.0, 4.0, 1, 0)
    assert lists["outcome_3_up"] == [family.pk]


def test_caseloads_stand_beside_the_limit(program, enroll, worker, agency):
    agency.caseload_limit = 1
    agency.save()
    for _family in range(2):
        AssignmentFactory(family=enroll(), worker=worker, starts_on=date(2026, 9, 1))
    enroll()

    assert numbers(program, "workers", "caseload_largest", "workers_over_limit", "without_worker") == [1, 2, 1, 1]


def test_celebrations_of_the_month_are_counted(program, enroll):
    CelebrationFactory(family=enroll(), noticed_on=MID)

    assert numbers(program, "celebrations") == [1]


def test_a_report_is_frozen(program, enroll):
    family = enroll()
    report = make(program)
    FamilyMember.objects.filter(family=family).update(first_name="Changed")
    enroll()

    again = make(program)

    assert (again.pk, again.content["figures"]["families"]) == (report.pk, 1)
    assert again.content_hash == actions.content_hash(again.content)


def test_a_new_edition_stands_beside_the_first(program, enroll):
    make(program)
    enroll()

    second = make(program, new_edition=True)

    assert (second.edition, second.content["figures"]["families"], ReportRun.objects.count()) == (2, 1, 2)


@pytest.mark.parametrize(("model", "change"), [(ReportRun, {"period": "2026-09"}), (ReportFamilies, {"figure": "x"})])
def test_the_database_refuses_to_change_a_report(program, enroll, model, change):
    enroll()
    make(program)

    with pytest.raises(InternalError), transaction.atomic():
        model.objects.update(**change)


def test_the_number_of_statements_does_not_grow_with_the_families(program, enroll, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def statements():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            counted(program)
        return len(captured)

    enroll()
    one = statements()
    for _family in range(5):
        family = enroll()
        NoteFactory(family=family, happened_on=timezone.localdate() - timedelta(days=30))

    assert statements() == one
