"""A family's place in the six phases follows from what happened; nobody sets it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from families.models import Enrollment, Family
from goals import phases
from tests.families.factories import AssessmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import AgreementFactory, GoalFactory, NoteFactory, ReviewFactory

TODAY = timezone.localdate


def place(family):
    return phases.of(Family.objects.filter(pk=family.pk))[family.pk].place


def test_a_family_walks_through_the_six_phases(family, worker):
    stood = [place(family)]
    AssessmentFactory(family=family, done_on=TODAY())
    stood.append(place(family))
    NoteFactory(family=family, contact="no_answer")
    stood.append(place(family))
    NoteFactory(family=family, contact="home_visit")
    stood.append(place(family))
    GoalFactory(family=family, state="draft")
    stood.append(place(family))
    GoalFactory(family=family)
    stood.append(place(family))
    ReviewFactory(family=family)
    stood.append(place(family))

    assert stood == [2, 3, 3, 4, 4, 5, 6]


def test_without_a_place_it_is_recruitment(db):
    assert place(FamilyFactory()) == 1


def test_a_family_that_chose_no_agreement_is_not_stuck(family):
    AssessmentFactory(family=family, done_on=TODAY())
    AgreementFactory(family=family, state="declined")

    assert place(family) == 5


def test_a_family_that_said_not_now_waits_where_goals_are_set(family):
    AssessmentFactory(family=family, done_on=TODAY())
    AgreementFactory(family=family, state="not_ready")

    [found] = phases.of(Family.objects.filter(pk=family.pk)).values()
    assert found.place == 4
    assert "We ask again" in phases.steps(found)[3]["note"]


def test_who_has_left_stands_nowhere_and_who_comes_back_begins_anew(family):
    AssessmentFactory(family=family, started_on=TODAY() - timedelta(days=90), done_on=TODAY() - timedelta(days=90))
    Enrollment.objects.update(
        entered_on=TODAY() - timedelta(days=200), exited_on=TODAY() - timedelta(days=30), exit_reason="moved"
    )
    gone = place(family)
    child = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(
        family=family, member=child, center=family.center, program=family.center.program,
        entered_on=TODAY() - timedelta(days=5),
    )  # fmt: skip

    assert (gone, place(family)) == (0, 2)


def test_a_sister_who_left_earlier_does_not_begin_it_anew(family):
    AssessmentFactory(family=family, started_on=TODAY() - timedelta(days=90), done_on=TODAY() - timedelta(days=90))
    Enrollment.objects.update(entered_on=TODAY() - timedelta(days=200))
    sister = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(
        family=family, member=sister, center=family.center, program=family.center.program, exit_reason="kindergarten",
        entered_on=TODAY() - timedelta(days=400), exited_on=TODAY() - timedelta(days=20),
    )  # fmt: skip

    assert place(family) == 3


def test_the_funnel_counts_and_each_number_opens_its_families(family, supervisor, signed_in):
    client = signed_in(supervisor)

    page = client.get(reverse("goals:phases"))
    [row] = page.context["workers"]
    opened = client.get(row["cells"][1]["url"])

    assert [figure["n"] for figure in page.context["phases"]] == [0, 1, 0, 0, 0, 0]
    assert [line["family"] for line in opened.context["rows"]] == [family]


@pytest.mark.parametrize(("person", "status"), [("supervisor", 200), ("manager", 200), ("worker", 403)])
def test_who_may_see_the_funnel(person, status, family, signed_in, request):
    client = signed_in(request.getfixturevalue(person))

    assert [client.get(reverse(name, args=more)).status_code for name, more in PAGES] == [status, status]


PAGES = [("goals:phases", []), ("goals:phase", [2])]


def test_the_funnel_asks_as_often_for_three_families_as_for_one(family, center, supervisor, questions):
    one = [questions(supervisor, reverse(name, args=more)) for name, more in PAGES]
    for _more in range(2):
        other = FamilyFactory(center=center)
        child = MemberFactory(family=other, role="child", relationship="child")
        EnrollmentFactory(family=other, member=child, center=center, program=center.program)

    assert [questions(supervisor, reverse(name, args=more)) for name, more in PAGES] == one


def test_the_family_page_says_where_they_stand_and_what_comes_next(family, worker, signed_in):
    page = signed_in(worker).get(reverse("workspace:family", args=[family.pk]))

    shown = page.context["phases"]
    assert [step["state"] for step in shown["steps"]] == ["done", "now", "", "", "", ""]
    assert shown["next"] == {
        "text": "Have the strengths conversation.",
        "url": reverse("families:assess", args=[family.pk]),
    }
