"""Split, merge, transfer, a birth, leaving, coming back and taking it back, in any order, on the real database."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from agency.access import Role
from families.actions import merging, structure, undoing
from families.forms.structure import last_places
from families.models import Enrollment, Family, FamilyLink, FamilyMember, Need, Relation, StructureChange
from families.staff import planned_on
from referrals.models import Disclosure
from tests.agency.factories import AgencyFactory, CenterFactory, UserFactory
from tests.families.factories import (
    AssignmentFactory,
    EnrollmentFactory,
    FamilyFactory,
    HouseholdFactory,
    MemberFactory,
    NeedFactory,
)
from tests.families.test_structure import state
from tests.goals.factories import GoalFactory
from tests.referrals.factories import DisclosureFactory

TODAY = timezone.localdate
ANY = some.integers(0, 11)


def picked(rows, number):
    rows = list(rows)
    return rows[number % len(rows)] if rows else None


class Families(RuleBasedStateMachine):
    """Three families at two centers, and people who keep changing their lives."""

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        AgencyFactory()
        self.centers = [CenterFactory(), CenterFactory()]
        self.by = UserFactory(role=Role.SUPERVISOR)
        self.workers = [UserFactory(role=Role.WORKER) for _center in self.centers]
        for number in range(3):
            self.settle(number)
        self.persons = set(FamilyMember.every.values_list("pk", flat=True))
        self.ties = {frozenset(pair) for pair in Relation.objects.values_list("adult", "child")}
        self.released = set(Disclosure.objects.values_list("pk", "family"))
        self.needs = Need.objects.count()

    def settle(self, number):
        """A family of two adults, one of them expecting, and two children with places."""
        center = self.centers[number % 2]
        family = FamilyFactory(center=center)
        home = HouseholdFactory(family=family, address_1=f"{number} Elm")
        adults = [
            MemberFactory(family=family, household=home, is_main_contact=first, is_expecting=first)
            for first in (True, False)
        ]
        before = TODAY() - timedelta(days=200)
        for child in [MemberFactory(family=family, household=home, role="child") for _n in range(2)]:
            EnrollmentFactory(family=family, member=child, center=center, program=center.program, entered_on=before)
            for adult in adults:
                Relation.objects.create(adult=adult, child=child)
        AssignmentFactory(family=family, worker=self.workers[number % 2], starts_on=before)
        GoalFactory(family=family, about=adults[1]).needs.add(NeedFactory(family=family))
        DisclosureFactory(family=family)

    def teardown(self):
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)

    # what people do; each returns the change, or None where it does not fit

    def split(self, one, two):
        family = picked(Family.objects.all(), one)
        people = list(family.members.order_by("pk"))
        if len(people) < 2:
            return None
        going = people[: 1 + two % (len(people) - 1)] if two % 2 else people[-1:]
        others = Family.objects.exclude(pk=family.pk)
        into = picked(others, two) if two % 4 == 0 else None
        chosen = [f"need-{need.pk}" for need in family.needs.all()] if two % 3 else []
        home = picked(family.households.all(), one) if into is None else None
        return structure.split(family=family, people=going, into=into, home=home, chosen=chosen, by=self.by)

    def merge(self, one, two):
        keep = picked(Family.objects.all(), one)
        away = picked(Family.objects.exclude(pk=keep.pk), two)
        if away is None:
            return None
        mine, theirs = keep.members.adults().order_by("pk").first(), away.members.adults().order_by("pk").first()
        same = {theirs: mine} if mine and theirs and two % 2 else {}
        return merging.merge(keep=keep, away=away, same=same, picked={keep: {"name": away.name}}, by=self.by)

    def newborn(self, one, two):
        mother = picked(FamilyMember.objects.filter(is_expecting=True).order_by("pk"), one)
        if mother is None:
            return None
        others = {adult: "father" for adult in mother.family.members.adults() if adult != mother}
        baby, center = FamilyMember(first_name="Baby"), picked(self.centers, two)
        return structure.newborn(
            mother=mother, babies=[baby], relations=others, born_on=TODAY(), center=center, by=self.by
        )

    def transfer(self, one, two):
        family, center = picked(Family.objects.all(), one), picked(self.centers, two)
        held = family.enrollments.filter(exited_on=None, entered_on__lt=TODAY()).exclude(center=center)
        places = [
            place for place in held if place.program == center.program or not self.has_place(place.member, center)
        ]
        worker = picked(self.workers, two)
        return structure.transfer(
            family=family, places=places, center=center, starts_on=TODAY(), worker=worker, by=self.by
        )

    def has_place(self, member, center):
        return member.enrollments.filter(exited_on=None, program=center.program).exists()

    def leave(self, one, two):
        family = picked(Family.objects.all(), one)
        places = [place for place in family.enrollments.filter(exited_on=None) if place.entered_on < TODAY()]
        day = TODAY() - timedelta(days=1 + two)
        return structure.leave(family=family, places=places, last_day=day, exit_reason="moved", by=self.by)

    def come_back(self, one, two):
        family, center = picked(Family.objects.all(), one), picked(self.centers, two)
        places = [place for place in last_places(family) if place.exited_on < TODAY()]
        worker = picked(self.workers, one)
        return structure.come_back(
            family=family, places=places, center=center, first_day=TODAY(), worker=worker, by=self.by
        )

    ACTS = some.sampled_from(["split", "merge", "newborn", "transfer", "leave", "come_back"])

    @rule(act=ACTS, one=ANY, two=ANY)
    def live(self, act, one, two):
        getattr(self, act)(one, two)

    @rule(act=ACTS, one=ANY, two=ANY)
    def think_better_of_it(self, act, one, two):
        before = state()
        change = getattr(self, act)(one, two)
        if change:
            undoing.undo(change=change, by=self.by)
            connection.check_constraints()
            assert state() == before

    @precondition(lambda self: StructureChange.objects.filter(undone_at=None).exists())
    @rule(one=ANY)
    def take_back(self, one):
        change = picked(StructureChange.objects.filter(undone_at=None).select_related("family", "other"), one)
        may = not undoing.why_not(change)
        try:
            undoing.undo(change=change, by=self.by)
        except undoing.CannotUndo:
            assert not may

    # what stays true

    @invariant()
    def nobody_is_lost(self):
        connection.check_constraints()
        rows = dict(FamilyMember.every.values_list("pk", "merged_into"))
        living = set(FamilyMember.objects.filter(family__merged_into=None).values_list("pk", flat=True))
        assert self.persons <= set(rows)
        assert all(self.person(key, rows) in living for key in rows)

    def person(self, key, rows):
        while rows[key]:
            key = rows[key]
        return key

    @invariant()
    def nobody_is_counted_twice(self):
        places = Enrollment.objects.select_related("member")
        assert [place for place in places if place.family_id != place.member.family_id] == []
        assert not places.filter(family__merged_into__isnull=False).exists()
        open_places = list(places.filter(exited_on=None).values_list("member", "program"))
        assert len(open_places) == len(set(open_places))
        assert sum(planned_on(TODAY()).values()) <= Family.objects.count()

    @invariant()
    def each_tie_stands_in_a_family_or_in_a_link(self):
        rows = dict(FamilyMember.every.values_list("pk", "merged_into"))
        known = set(Relation.objects.values_list("adult", "child"))
        for ties in FamilyLink.objects.filter(ended_on=None).values_list("ties", flat=True):
            known |= {(tie["adult"], tie["child"]) for tie in ties}
        known = {frozenset(self.person(key, rows) for key in pair) for pair in known}
        assert {frozenset(self.person(key, rows) for key in pair) for pair in self.ties} <= known

    @invariant()
    def the_record_is_whole(self):
        assert set(Disclosure.objects.values_list("pk", "family")) == self.released
        assert Need.objects.filter(family__merged_into=None).count() == self.needs
        readable = [
            pk for family in Family.objects.all() for pk in Disclosure.objects.of_family(family).values_list("pk")
        ]
        assert len(readable) == len(set(readable)) == len(self.released)


class TestFamilies(TestCase):
    def test_nobody_is_lost_and_nobody_counted_twice(self):
        kept = settings(max_examples=10, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
        run_state_machine_as_test(Families, settings=kept)
