"""One family becomes two, a baby is born, a family moves, leaves, comes back; and each of it can be taken back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from families.actions import structure, undoing
from families.models import Assignment, Enrollment, Family, FamilyLink, FamilyMember, Relation, StructureChange
from tests.agency.factories import CenterFactory, ProgramYearFactory, UserFactory
from tests.families.factories import (
    AssignmentFactory,
    EnrollmentFactory,
    FamilyFactory,
    HouseholdFactory,
    MemberFactory,
    NeedFactory,
)
from tests.goals.factories import AgreementFactory, GoalFactory, NoteFactory
from tests.referrals.factories import DisclosureFactory, ReferralFactory

TODAY = timezone.localdate
AGO = timedelta(days=100)


@pytest.fixture
def whole(family, worker):
    """Elena and Rafael with Angel and Luz in one home; Angel sleeps at his father's later, Luz expects nobody."""
    home = HouseholdFactory(family=family, address_1="1 Elm")
    elena, angel = family.members.order_by("pk")
    rafael = MemberFactory(family=family, first_name="Rafael", relationship="father", is_father_figure=True)
    luz = MemberFactory(family=family, first_name="Luz", role="child", relationship="child")
    family.members.update(household=home)
    for adult, child, who in [(elena, angel, "mother"), (rafael, angel, "father"), (elena, luz, "mother")]:
        Relation.objects.create(adult=adult, child=child, relationship=who, custody="shared")
    Enrollment.objects.update(entered_on=TODAY() - AGO)
    Assignment.objects.update(starts_on=TODAY() - AGO)
    return {"family": family, "home": home, "elena": elena, "rafael": rafael, "angel": angel, "luz": luz}


def state():
    """Everything a change of shape may touch, as it stands: what taking back has to bring back."""
    living = Family.objects.order_by("pk")
    return {
        "families": list(living.values_list("pk", "name", "center")),
        "members": list(
            FamilyMember.objects.order_by("pk").values_list(
                "pk", "family", "household", "is_main_contact", "is_expecting", "left_on"
            )
        ),
        "places": list(
            Enrollment.objects.order_by("pk").values_list(
                "pk", "family", "member", "center", "exited_on", "exit_reason"
            )
        ),
        "relations": list(Relation.objects.order_by("pk").values_list("pk", "adult", "child", "custody")),
        "serving": sorted(
            Assignment.objects.in_force().filter(family__in=living).values_list("family", "worker", "kind"),
        ),
        "links": list(FamilyLink.objects.filter(ended_on=None).values_list("family", "other", "kind", "child")),
    }


def test_who_goes_takes_along_what_is_theirs_and_the_rest_stays(whole, worker):
    family, angel = whole["family"], whole["angel"]
    need, about_food = NeedFactory(family=family), NeedFactory(family=family)
    goal = GoalFactory(family=family, about=angel)
    goal.needs.set([need, about_food])
    referral = ReferralFactory(family=family, need=about_food)
    agreement, disclosure = AgreementFactory(family=family), DisclosureFactory(family=family)
    chosen = [f"need-{about_food.pk}", f"goal-{goal.pk}"]

    change = structure.split(family=family, people=[whole["rafael"], angel], name="Reyes", chosen=chosen, by=worker)

    connection.check_constraints()
    new = change.other
    for row in (angel, goal, referral, about_food, need, agreement, disclosure):
        row.refresh_from_db()
    assert [row.family for row in (angel, goal, referral, about_food)] == [new] * 4
    assert [row.family for row in (need, agreement, disclosure)] == [family] * 3
    assert list(goal.needs.all()) == [about_food]
    assert list(new.enrollments.values_list("member", flat=True)) == [angel.pk]
    assert [(one.worker, one.kind) for one in new.assignments.all()] == [(worker, "primary")]
    assert new.members.get(is_main_contact=True) == whole["rafael"]


def test_a_tie_between_who_goes_and_who_stays_is_kept_in_the_link(whole, worker):
    change = structure.split(family=whole["family"], people=[whole["rafael"], whole["angel"]], by=worker)

    link = FamilyLink.objects.get(kind="shared_child")
    assert (link.family, link.other, link.child) == (whole["family"], change.other, whole["angel"])
    assert [(tie["adult"], tie["relationship"], tie["custody"]) for tie in link.ties] == [
        (whole["elena"].pk, "mother", "shared")
    ]


def test_a_home_in_which_somebody_stays_is_in_both_families(whole, worker):
    second = HouseholdFactory(family=whole["family"], address_1="2 Oak")

    shared = structure.split(family=whole["family"], people=[whole["luz"]], home=whole["home"], by=worker)
    taken = structure.split(family=whole["family"], people=[whole["rafael"]], home=second, by=worker)

    assert list(shared.other.households.values_list("address_1", flat=True)) == ["1 Elm"]
    assert list(taken.other.households.all()) == [second]
    assert list(whole["family"].households.all()) == [whole["home"]]


def test_somebody_has_to_stay(whole, worker):
    everybody = list(whole["family"].members.all())

    with pytest.raises(structure.NobodyStays):
        structure.split(family=whole["family"], people=everybody, by=worker)


def test_a_split_taken_back_leaves_one_family_and_what_came_since(whole, worker):
    before = state()
    change = structure.split(family=whole["family"], people=[whole["rafael"], whole["angel"]], by=worker)
    note = NoteFactory(family=change.other)

    undoing.undo(change=change, by=worker)

    connection.check_constraints()
    note.refresh_from_db()
    assert (state(), note.family) == (before, whole["family"])


def test_a_child_joins_a_family_we_know_and_may_come_back(whole, worker, center):
    aunt = FamilyFactory(center=center)
    MemberFactory(family=aunt, relationship="aunt", is_main_contact=True)
    before = state()

    change = structure.split(family=whole["family"], people=[whole["angel"]], into=aunt, by=worker)
    joined = list(aunt.members.children())
    undoing.undo(change=change, by=worker)

    connection.check_constraints()
    assert (joined, state()) == ([whole["angel"]], before)


def test_the_expected_child_is_born_without_writing_anything_twice(whole, worker, center):
    mother, rafael = whole["elena"], whole["rafael"]
    EnrollmentFactory(
        family=whole["family"], member=mother, center=center, option="pregnancy", entered_on=TODAY() - AGO
    )
    FamilyMember.objects.filter(pk=mother.pk).update(is_expecting=True)
    mother.refresh_from_db()
    ehs = CenterFactory()
    before = state()
    babies = [FamilyMember(first_name="Amaya"), FamilyMember(first_name="Alba")]

    change = structure.newborn(
        mother=mother,
        babies=babies,
        relations={rafael: "father"},
        born_on=TODAY(),
        center=ehs,
        option="home",
        by=worker,
    )

    mother.refresh_from_db()
    born = FamilyMember.objects.filter(born_on=TODAY())
    told = [(b.first_name, b.household, sorted(r.relationship for r in b.relations_to_adults.all())) for b in born]
    places = list(mother.enrollments.values_list("exited_on", "exit_reason"))
    begun = list(Enrollment.objects.filter(center=ehs).values_list("option", "entered_on", "continues__member"))
    assert told == [(name, whole["home"], ["father", "mother"]) for name in ("Amaya", "Alba")]
    assert (mother.is_expecting, places) == (False, [(TODAY(), "birth")])
    assert begun == [("home", TODAY(), mother.pk)] * 2
    undoing.undo(change=change, by=worker)
    assert state() == before


def test_places_go_on_at_another_center_served_by_somebody_there(whole, supervisor, center):
    elsewhere = CenterFactory(program=center.program)
    next_worker = UserFactory(role="worker", center=elsewhere)
    place, before = Enrollment.objects.get(), state()
    monday = TODAY() + timedelta(days=3)

    change = structure.transfer(
        family=whole["family"], places=[place], center=elsewhere, starts_on=monday, worker=next_worker, by=supervisor
    )

    places = list(
        Enrollment.objects.order_by("entered_on").values_list("center", "exited_on", "exit_reason", "continues")
    )
    mains = list(whole["family"].assignments.order_by("starts_on").values_list("worker", "ends_on"))
    assert places == [
        (center.pk, monday - timedelta(days=1), "center", None),
        (elsewhere.pk, None, "", place.pk),
    ]
    assert mains[1:] == [(next_worker.pk, None)]
    assert mains[0][1] == monday - timedelta(days=1)
    undoing.undo(change=change, by=supervisor)
    assert state() == before


def test_a_family_leaves_and_comes_back_to_the_place_it_had(whole, worker, center):
    place = Enrollment.objects.get()

    left = structure.leave(
        family=whole["family"], places=[place], last_day=TODAY() - timedelta(days=9), exit_reason="moved", by=worker
    )
    served = whole["family"].assignments.in_force().count()
    place.refresh_from_db()
    back = structure.come_back(
        family=whole["family"], places=[place], center=center, first_day=TODAY(), worker=worker, by=worker
    )

    again = Enrollment.objects.get(exited_on=None)
    assert (served, again.continues, again.member) == (0, place, whole["angel"])
    assert [one.worker for one in whole["family"].assignments.in_force()] == [worker]
    assert undoing.why_not(left).startswith("Something else came after it: the family came back")
    undoing.undo(change=back, by=worker)
    undoing.undo(change=left, by=worker)
    assert list(Enrollment.objects.values_list("exited_on", "exit_reason")) == [(None, "")]


def test_what_was_done_long_ago_stays(whole, worker):
    change = structure.split(family=whole["family"], people=[whole["rafael"]], by=worker)
    StructureChange.objects.filter(pk=change.pk).update(made_at=timezone.now() - timedelta(days=31))
    change.refresh_from_db()

    with pytest.raises(undoing.CannotUndo, match="more than 30 days"):
        undoing.undo(change=change, by=worker)


def test_a_relation_recorded_since_then_is_no_reason_to_lose_it(whole, worker, center):
    aunt = FamilyFactory(center=center)
    maria = MemberFactory(family=aunt, relationship="aunt")
    change = structure.split(family=whole["family"], people=[whole["angel"]], into=aunt, by=worker)
    Relation.objects.create(adult=maria, child=whole["angel"], relationship="aunt")

    with pytest.raises(undoing.CannotUndo, match="relations"):
        undoing.undo(change=change, by=worker)

    whole["angel"].refresh_from_db()
    assert whole["angel"].family == aunt


def test_an_act_cannot_be_deleted(whole, worker):
    from django.db import InternalError, transaction

    change = structure.split(family=whole["family"], people=[whole["rafael"]], by=worker)

    with pytest.raises(InternalError), transaction.atomic():
        change.delete()


def test_a_family_in_two_programs_counts_once_in_each(whole, worker):
    ehs = ProgramYearFactory().program
    center = CenterFactory(program=ehs)
    EnrollmentFactory(family=whole["family"], member=whole["luz"], center=center, program=ehs)

    places = Enrollment.objects.in_force().values_list("program", "family").distinct()

    assert sorted(places) == sorted([(place.program_id, whole["family"].pk) for place in Enrollment.objects.all()])


def test_the_planned_count_of_any_day_is_one_statement(whole, worker, django_assert_num_queries):
    from families.staff import planned_on

    AssignmentFactory(worker=worker, starts_on=TODAY() - AGO, ends_on=TODAY() - timedelta(days=1))
    AssignmentFactory(worker=worker, starts_on=TODAY() + timedelta(days=5))
    days = [TODAY() - timedelta(days=1), TODAY(), TODAY() + timedelta(days=6)]

    with django_assert_num_queries(3):
        counted = [planned_on(day).get(worker.pk) for day in days]

    assert counted == [2, 1, 2]
