"""What is due by this room's tables, in one statement for each kind."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.due import Clocks
from agency.models import Deadline
from families import due
from families.models import Family
from tests.agency.factories import CategoryFactory
from tests.families.factories import AssessmentFactory, AssignmentFactory, EnrollmentFactory, FamilyFactory, NeedFactory


@pytest.fixture
def clocks(db):
    """The agency's clocks for this room, in force since long ago."""
    for code, length in (("assessment_offered", 30), ("assessment_done", 45), ("urgent_need", 0)):
        Deadline.objects.create(
            code=code, name={"en": code}, starts_from="entry", length=length, warn_before=7, effective_on="2020-01-01"
        )
    return Clocks


def entered(family, days_ago):
    family.enrollments.update(entered_on=timezone.localdate() - timedelta(days=days_ago))


def items(user, clocks):
    return due.items(seen_by(user), user, clocks())


def seen_by(user):
    return [family.pk for family in Family.objects.visible_to(user)]


def told(user, clocks):
    return [(item.kind, item.due_on, item.is_urgent) for item in items(user, clocks)]


def test_a_new_family_has_time(worker, family, clocks):
    entered(family, 10)

    assert told(worker, clocks) == []


def test_the_offer_is_due_thirty_days_after_the_first_day(worker, family, clocks):
    entered(family, 25)

    assert told(worker, clocks) == [("assessment_offered", timezone.localdate() + timedelta(days=5), False)]


def test_what_has_begun_is_due_after_forty_five(worker, family, clocks):
    entered(family, 50)
    AssessmentFactory(family=family)

    assert told(worker, clocks) == [("assessment_done", timezone.localdate() - timedelta(days=5), False)]


def test_a_conversation_held_settles_it(worker, family, clocks):
    entered(family, 50)
    AssessmentFactory(family=family, done_on=timezone.localdate())

    assert told(worker, clocks) == []


def test_a_program_may_have_its_own_clock(worker, family, clocks):
    entered(family, 25)
    program = family.enrollments.get().program
    Deadline.objects.create(
        code="assessment_offered", name={"en": "x"}, starts_from="entry", length=10, program=program,
        effective_on="2020-01-01",
    )  # fmt: skip

    assert told(worker, clocks)[0][1] == timezone.localdate() - timedelta(days=15)


def test_a_season_counts_in_percent(worker, family, clocks):
    entered(family, 25)
    Deadline.objects.filter(code="assessment_offered").update(unit="percent", length=10)

    assert told(worker, clocks)[0][1] == timezone.localdate() - timedelta(days=25) + timedelta(days=29)


def test_an_urgent_need_is_due_the_same_day(worker, family, clocks):
    need = NeedFactory(family=family, urgency=3)

    [item] = items(worker, clocks)

    assert (item.kind, item.due_on, item.is_urgent, item.url) == (
        "urgent_need",
        timezone.localdate(),
        True,
        reverse("families:need", args=[need.pk]),
    )


def test_a_first_step_settles_it(worker, family, clocks):
    NeedFactory(family=family, urgency=3, first_step_at=timezone.now())

    assert told(worker, clocks) == []


def test_nothing_is_due_for_who_may_not_act(teammate, family, clocks):
    entered(family, 50)
    NeedFactory(family=family, urgency=3, category=CategoryFactory())

    assert told(teammate, clocks) == []


def test_a_family_nobody_serves_is_the_supervisors(supervisor, worker, family, clocks):
    family.assignments.all().delete()

    assert (told(supervisor, clocks), told(worker, clocks)) == ([("no_main_worker", timezone.localdate(), False)], [])


def test_without_clocks_only_what_needs_none_is_due(worker, family, db):
    entered(family, 50)
    NeedFactory(family=family, urgency=3)

    assert told(worker, Clocks) == []


def test_three_families_cost_as_many_statements_as_one(supervisor, family, clocks, center):
    def cost():
        rules, families = clocks(), seen_by(supervisor)
        with CaptureQueriesContext(connection) as asked:
            due.items(families, supervisor, rules)
        return len(asked)

    supervisor.grants  # noqa: B018  one query a request, not one of ours
    entered(family, 50)
    one = cost()
    for _n in range(2):
        other = FamilyFactory(center=center)
        EnrollmentFactory(family=other, center=center, entered_on=timezone.localdate() - timedelta(days=50))
        NeedFactory(family=other, urgency=3)

    assert (cost(), one) == (2, 2)
    assert len(items(supervisor, clocks)) == 1 + 2 * 3


def test_a_family_in_two_programs_is_asked_once(worker, family, clocks):
    entered(family, 50)
    EnrollmentFactory(family=family, entered_on=timezone.localdate() - timedelta(days=60))
    AssignmentFactory(family=FamilyFactory(), worker=worker)

    assert len(items(worker, clocks)) == 1
