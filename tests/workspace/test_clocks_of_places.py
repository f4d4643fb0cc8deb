"""Since when clocks run when a family becomes two or one, and when a place goes on elsewhere (docs/decisions/0024)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agency.due import Clocks
from families.actions import merging, structure, undoing
from families.models import Assignment, Enrollment
from supervision.worklist import everything_due
from tests.agency.factories import CenterFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory
from tests.goals.factories import NoteFactory

TODAY = timezone.localdate
ENTRY = timedelta(days=100)

pytestmark = pytest.mark.usefixtures("clocks")


@pytest.fixture
def father(family, worker):
    Enrollment.objects.update(entered_on=TODAY() - ENTRY)
    Assignment.objects.update(starts_on=TODAY() - ENTRY)
    NoteFactory(family=family, written_by=worker, happened_on=TODAY() - timedelta(days=5))
    return MemberFactory(family=family, first_name="Rafael", relationship="father")


@pytest.fixture
def child(family):
    return family.members.get(role="child")


def begun(family):
    """Since when the clocks of this family's places run."""
    places = family.enrollments.filter(exited_on=None).order_by("pk")
    return [place.clocks_from or place.entered_on for place in places]


def due(family, user, on):
    """{kind: day} of what is due on that day."""
    return {item.kind: item.due_on for item in everything_due([family.pk], user, Clocks(on))}


def test_a_family_that_becomes_its_own_owes_nothing_of_before(family, father, child, worker, supervisor):
    new = structure.split(family=family, people=[father, child], name="Reyes", by=worker).other

    on = TODAY() + timedelta(days=1)
    assert due(new, supervisor, on) == {}
    later = due(new, supervisor, TODAY() + timedelta(days=60))
    assert {later[kind] for kind in ("assessment_offered", "rights_notice", "enrollment_snapshot")} == {
        TODAY() + timedelta(days=30)
    }
    assert later["agreement_offered"] == TODAY() + timedelta(days=45)
    assert later["welcome_contact"] > TODAY()
    assert new.enrollments.get().entered_on == TODAY() - ENTRY


def test_taken_back_the_clocks_stand_where_they_stood(family, father, child, worker):
    change = structure.split(family=family, people=[father, child], by=worker)
    parted = begun(change.other)

    undoing.undo(change=change, by=worker)

    assert (parted, begun(family)) == ([TODAY()], [TODAY() - ENTRY])


@pytest.mark.parametrize("keeps", ["the first", "the second"])
def test_one_family_again_has_its_clocks_again(family, father, child, worker, keeps):
    new = structure.split(family=family, people=[father, child], by=worker).other
    keep, away = (family, new) if keeps == "the first" else (new, family)

    merged = merging.merge(keep=keep, away=away, by=worker)
    again = begun(keep)
    undoing.undo(change=merged, by=worker)

    assert (again, begun(new)) == ([TODAY() - ENTRY], [TODAY()])


def test_a_family_a_child_joins_keeps_its_own_clocks(family, father, child, worker, center):
    aunt = FamilyFactory(center=center)
    MemberFactory(family=aunt, relationship="aunt", is_main_contact=True)
    cousin = MemberFactory(family=aunt, role="child", relationship="child")
    EnrollmentFactory(family=aunt, member=cousin, center=center, entered_on=TODAY() - timedelta(days=50))

    structure.split(family=family, people=[child], into=aunt, by=worker)

    assert begun(aunt) == [TODAY(), TODAY() - timedelta(days=50)]


@pytest.mark.parametrize("where", ["the same program", "another program"])
def test_a_place_that_goes_on_runs_on_within_its_program(family, father, child, worker, center, where):
    program = {"program": center.program} if where == "the same program" else {}
    there, tomorrow = CenterFactory(**program), TODAY() + timedelta(days=1)

    structure.transfer(
        family=family, places=list(family.enrollments.all()), center=there, starts_on=tomorrow, by=worker
    )

    assert begun(family) == [TODAY() - ENTRY if program else tomorrow]


def test_a_child_that_comes_back_after_a_gap_begins_anew(family, father, child, worker, center):
    places = list(family.enrollments.all())
    structure.leave(
        family=family, places=places, last_day=TODAY() - timedelta(days=40), exit_reason="moved", by=worker,
        keep_serving=True,
    )  # fmt: skip

    structure.come_back(family=family, places=places, center=center, first_day=TODAY(), by=worker)

    assert begun(family) == [TODAY()]


def test_a_place_written_down_twice_counts_from_the_earlier_of_the_two(family, father, child, worker, center):
    twin = FamilyFactory(center=center)
    same = MemberFactory(family=twin, role="child", relationship="child", first_name=child.first_name)
    EnrollmentFactory(family=twin, member=same, center=center, program=center.program, entered_on=TODAY() - 2 * ENTRY)

    merging.merge(keep=family, away=twin, same={same: child}, by=worker)

    assert begun(family) == [TODAY() - 2 * ENTRY]
