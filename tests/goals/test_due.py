"""What waits in this room, by the agency's clocks: whole lists compared, one statement for each source."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.due import Clocks
from agency.models import Deadline
from families.models import Enrollment, Family
from goals import due
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import (
    AgreementFactory,
    CelebrationFactory,
    GoalFactory,
    NoteFactory,
    ReviewFactory,
    StepFactory,
)

TODAY = timezone.localdate


def ago(days):
    return TODAY() - timedelta(days=days)


def ahead(days):
    return TODAY() + timedelta(days=days)


@pytest.fixture(autouse=True)
def clocks(db):
    """The clocks of the default content, in days; the program year of the tests began 100 days ago."""
    for code, length, warn in [
        ("welcome_contact", 10, 3),
        ("check_in", 30, 5),
        ("check_in_latest", 60, 10),
        ("agreement_offered", 45, 7),
        ("agreement_answered", 90, 14),
        ("review_january", 110, 21),
        ("review_march", 170, 21),
        ("review_may", 230, 21),
    ]:
        Deadline.objects.create(
            code=code, name={"en": code}, starts_from="entry", length=length, warn_before=warn, effective_on=ago(900)
        )


def entered(family, days):
    Enrollment.objects.filter(family=family).update(entered_on=ago(days))


def settled(family):
    """Nothing by the clocks: talked with yesterday, agreement signed, goals looked at."""
    entered(family, 20)
    NoteFactory(family=family, happened_on=ago(1))
    ReviewFactory(family=family)
    AgreementFactory(family=family, state="signed")


def items(person, families=None, clocks=None):
    families = families if families is not None else Family.objects.visible_to(person)
    return due.items([family.pk for family in families], person, clocks or Clocks())


def waiting(person, families=None):
    return [(item.kind, item.due_on) for item in items(person, families)]


# ---- contact ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("days", "expected"), [(6, []), (7, [("welcome_contact", 3)]), (40, [("welcome_contact", -30)])]
)
def test_a_new_family_is_welcomed_within_ten_days(days, expected, family, worker):
    AgreementFactory(family=family, state="signed")
    entered(family, days)

    assert waiting(worker) == [(kind, ahead(left)) for kind, left in expected]


def test_a_call_nobody_answered_is_no_welcome(family, worker):
    AgreementFactory(family=family, state="signed")
    entered(family, 8)
    NoteFactory(family=family, contact="no_answer")

    assert waiting(worker) == [("welcome_contact", ahead(2))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (24, []),
        (25, [("check_in", 5)]),
        (59, [("check_in", -29)]),
        (60, [("check_in_latest", 0)]),
        (80, [("check_in_latest", -20)]),
    ],
)
def test_each_family_is_talked_with_every_month(days, expected, family, worker):
    AgreementFactory(family=family, state="signed")
    entered(family, 99)
    NoteFactory(family=family, happened_on=ago(days))
    NoteFactory(family=family, happened_on=ago(90))

    assert waiting(worker) == [(kind, ahead(left)) for kind, left in expected]


def test_a_contact_counts_although_one_may_not_read_the_note(family, worker, reviewer):
    AgreementFactory(family=family, state="signed")
    entered(family, 8)
    NoteFactory(family=family, visibility="restricted")

    assert waiting(reviewer) == []


# ---- agreement ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("days", "agreement", "expected"),
    [
        (37, None, []),
        (38, None, [("agreement_offered", 7)]),
        (75, "offered", []),
        (76, "offered", [("agreement_answered", 14)]),
        (95, "accepted", []),
        (95, "declined", []),
        (95, "closed", []),
    ],
)
def test_an_agreement_is_offered_and_answered_in_time(days, agreement, expected, family, worker):
    entered(family, days)
    NoteFactory(family=family)
    if agreement == "closed":
        AgreementFactory(family=family, state="closed", closed_on=TODAY())
    elif agreement:
        AgreementFactory(family=family, state=agreement)

    assert waiting(worker) == [(kind, ahead(left)) for kind, left in expected]


@pytest.mark.parametrize(("days", "shown"), [(7, True), (8, False)])
def test_not_now_comes_back_on_the_day_they_chose(days, shown, family, worker):
    entered(family, 99)
    NoteFactory(family=family)
    AgreementFactory(family=family, state="not_ready", reoffer_on=ahead(days))

    assert waiting(worker) == ([("reoffer", ahead(days))] if shown else [])


def test_a_family_that_left_is_not_asked(family, worker):
    entered(family, 99)
    Enrollment.objects.update(exited_on=ago(1))

    assert waiting(worker) == []


# ---- days somebody chose ------------------------------------------------------------------------------------------
def test_a_next_step_waits_until_it_is_done(family, worker):
    settled(family)
    NoteFactory(family=family, next_step="Call", next_on=ahead(7))
    NoteFactory(family=family, next_step="Later", next_on=ahead(8))
    NoteFactory(family=family, next_step="Done", next_on=ago(1), next_done_on=TODAY())

    assert waiting(worker) == [("next_step", ahead(7))]


def test_the_step_of_a_restricted_note_does_not_say_what_it_is(family, worker):
    settled(family)
    NoteFactory(family=family, next_step="Shelter at five", next_on=TODAY(), visibility="restricted")

    [item] = items(worker)

    assert (item.what, item.icon) == ("A next step from a restricted note.", "lock")


def test_steps_past_their_day_say_for_whom_they_wait(family, worker):
    settled(family)
    goal = GoalFactory(family=family)
    for owner in ("family", "staff", "partner"):
        StepFactory(goal=goal, owner=owner, due_on=TODAY())
    StepFactory(goal=goal, due_on=ahead(1))
    StepFactory(goal=goal, due_on=ago(1), done_on=TODAY())
    StepFactory(goal=GoalFactory(family=family, state="on_hold"), due_on=ago(1))

    found = items(worker)

    assert [(item.kind, item.waits_for) for item in found] == [
        ("goal_step", "family"),
        ("goal_step", ""),
        ("goal_step", "partner"),
    ]


def test_a_goal_that_rests_comes_back_on_its_day(family, worker):
    settled(family)
    GoalFactory(family=family, state="on_hold", resume_on=ahead(7))
    GoalFactory(family=family, state="on_hold", resume_on=ahead(8))

    assert waiting(worker) == [("goal_rests", ahead(7))]


def test_good_news_waits_to_be_marked(family, worker):
    settled(family)
    CelebrationFactory(family=family, noticed_on=ago(2))
    CelebrationFactory(family=family, marked_on=TODAY())

    assert waiting(worker) == [("celebrate", ago(2))]


# ---- reviews ------------------------------------------------------------------------------------------------------
def in_year(family, days):
    """The program year is `days` old; the family has been there since its first day, with a goal to look at."""
    year = family.center.program.years.get()
    year.starts_on, year.ends_on = ago(days), ahead(290 - days)
    year.save()
    entered(family, days)
    NoteFactory(family=family)
    AgreementFactory(family=family, state="signed")
    GoalFactory(family=family)


@pytest.mark.parametrize(
    ("days", "held", "expected"),
    [
        (88, None, []),
        (89, None, [("review_january", 21)]),
        (89, 15, [("review_january", 21)]),  # held too early to count for January
        (89, 14, []),
        (130, None, [("review_january", -20)]),
        (130, 2, []),
        (150, 35, [("review_march", 20)]),  # a late January review is no March review
        (150, 5, []),
        (150, None, [("review_march", 20)]),  # the newest day is the one that waits
    ],
)
def test_goals_are_looked_at_three_times_a_year(days, held, expected, family, worker):
    in_year(family, days)
    if held is not None:
        ReviewFactory(family=family, held_on=ago(held))

    assert waiting(worker) == [(kind, ahead(left)) for kind, left in expected]


def test_without_a_goal_there_is_nothing_to_review(family, worker):
    in_year(family, 100)
    family.goals.update(state="active")
    family.goals.all().delete()

    assert waiting(worker) == []


# ---- who sees it --------------------------------------------------------------------------------------------------
def test_a_teammate_sees_only_what_is_shared_with_the_team(family, teammate):
    entered(family, 99)
    NoteFactory(family=family, next_step="For staff", next_on=TODAY())
    NoteFactory(family=family, next_step="For all", next_on=TODAY(), visibility="team")
    StepFactory(goal=GoalFactory(family=family), due_on=TODAY())
    shared = StepFactory(goal=GoalFactory(family=family, is_shared_with_team=True), due_on=TODAY())
    CelebrationFactory(family=family)

    found = items(teammate)

    assert {(item.kind, item.what) for item in found} == {("next_step", "For all"), ("goal_step", shared.what)}


def test_only_the_given_families_are_asked(family, supervisor):
    entered(family, 8)
    other = FamilyFactory(center=family.center)
    EnrollmentFactory(family=other, center=family.center, entered_on=ago(8))

    found = items(supervisor, [other])

    assert [(item.family_id, item.family_name, item.kind) for item in found] == [
        (other.pk, other.name, "welcome_contact")
    ]


def test_two_children_are_one_family(family, worker):
    entered(family, 8)
    sister = MemberFactory(family=family, role="child")
    EnrollmentFactory(family=family, member=sister, center=family.center, entered_on=TODAY())

    assert waiting(worker) == [("welcome_contact", ahead(2))]


def test_one_statement_for_each_source_however_many_families(family, supervisor):
    assert supervisor.grants  # asked once a request

    def add_a_family():
        other = FamilyFactory(center=family.center)
        EnrollmentFactory(family=other, center=family.center, entered_on=ago(40))
        goal = GoalFactory(family=other)
        StepFactory(goal=goal, due_on=TODAY())
        GoalFactory(family=other, state="on_hold", resume_on=TODAY())
        NoteFactory(family=other, next_step="Call", next_on=TODAY())
        CelebrationFactory(family=other)
        clocks, families = Clocks(), list(Family.objects.visible_to(supervisor))
        with CaptureQueriesContext(connection) as asked:
            items(supervisor, families, clocks)
        return len(asked)

    assert [add_a_family() for _n in range(3)] == [3, 3, 3]
