"""Statements written once: the same rows as the plain queryset, for whoever asks, on whatever day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from agency.access import Permission
from agency.models import RoleGrant
from agency.prepared import NotTheSame, ask
from families.models import Assignment, Need
from tests.families.factories import AssignmentFactory, FamilyFactory, NeedFactory

TODAY = timezone.localdate


def needs(user, families):
    found = Need.objects.visible_to(user, Permission.ASSESSMENT_VIEW).filter(family__pk__among=families)
    return found.order_by("pk")


def serving(on):
    return Assignment.objects.in_force(on).order_by("pk").values_list("pk", flat=True)


def today_for_ever(person):
    return Assignment.objects.in_force().filter(worker=person)


def reading(person):
    """As while a page is read: the families somebody opens are known by name."""
    person.families_known = {}
    return person


def test_each_is_given_what_they_may_see_by_the_same_words(worker, outsider, supervisor, teammate, manager, family):
    other = FamilyFactory(center=family.center)
    AssignmentFactory(family=other, worker=outsider)
    here, there = NeedFactory(family=family), NeedFactory(family=other)
    both = [family.pk, other.pk]

    seen = {who: ask(needs, reading(who), families=both) for who in (worker, outsider, supervisor, teammate, manager)}

    assert seen == {
        worker: [here], outsider: [there], supervisor: [here, there], teammate: [], manager: [here, there],
    }  # fmt: skip


def test_a_second_role_asks_in_other_words(worker, family):
    RoleGrant.objects.create(user=worker, role="supervisor", center=FamilyFactory().center)
    need = NeedFactory(family=family)

    assert ask(needs, reading(worker), families=[family.pk]) == [need]


def test_while_something_is_written_the_families_are_asked_anew(worker, family):
    need = NeedFactory(family=family)
    worker.families_known = None

    first = ask(needs, worker, families=[family.pk])
    Assignment.objects.all().delete()

    assert (first, ask(needs, worker, families=[family.pk])) == ([need], [])


def test_the_day_is_the_one_given(family):
    one = AssignmentFactory(family=family, kind="team", starts_on=date(2020, 3, 2), ends_on=date(2020, 3, 4))

    days = [date(2020, 3, 2) + timedelta(days=n) for n in (-1, 0, 2, 3)]

    assert [one.pk in ask(serving, on=day) for day in days] == [False, True, True, False]


def test_a_question_with_a_day_of_its_own_is_refused(worker):
    with pytest.raises(NotTheSame):
        ask(today_for_ever, person=worker.pk)
