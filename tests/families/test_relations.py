"""Who each adult is to each child: one square a pair, within one family, changed by one or two people."""

from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from families.models import FamilyMember, Relation, SecondHome
from tests.families.factories import (
    FamilyFactory,
    HouseholdFactory,
    MemberFactory,
    RelationFactory,
    SecondHomeFactory,
)


@pytest.fixture
def pair(family):
    return family.members.get(first_name="Elena"), family.members.get(first_name="Angel")


@pytest.fixture
def square(pair):
    """The names of the fields of one square of the matrix."""
    elena, angel = pair
    return lambda **typed: {f"t{elena.pk}-{angel.pk}-{name}": value for name, value in typed.items()}


def ties(family):
    return reverse("families:intake-step", args=[family.pk, "ties"])


def settle():
    """What the database looks at when a transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@transaction.atomic
def committed(change):
    """`change`, and what the database says to it at the end."""
    change()
    settle()


def test_the_matrix_keeps_what_was_said(signed_in, worker, family, pair, square):
    typed = square(relationship="mother", lives_with="always", custody="full")

    answer = signed_in(worker).post(ties(family), typed | {"go": "next"})

    relation = Relation.objects.get()
    assert answer.url == reverse("families:intake-step", args=[family.pk, "reach"])
    assert (relation.adult, relation.child, relation.custody, relation.lives_with) == (*pair, "full", "always")


def test_a_father_figure_to_one_child_is_counted_as_one(signed_in, worker, family, square, pair):
    signed_in(worker).post(ties(family), square(relationship="stepfather", is_father_figure="on", custody="unknown",
                                                lives_with="part"))  # fmt: skip

    assert FamilyMember.objects.get(pk=pair[0].pk).is_father_figure is True


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(signed_in, worker, family, square, pair):
    RelationFactory(adult=pair[0], child=pair[1], custody="none", lives_with="always")
    opened = square(relationship="mother", custody="full", lives_with="always")
    opened |= {f"initial-{name}": value for name, value in square(
        relationship="mother", custody="unknown", lives_with="always").items()}  # fmt: skip

    page = signed_in(worker).post(ties(family), opened).content.decode()

    assert "A colleague has changed this meanwhile to “has no custody”" in page
    assert Relation.objects.get().custody == "none"


def test_the_words_of_a_court_are_for_who_may_read_them(signed_in, worker, family, pair):
    url = reverse("families:relation", args=[family.pk, pair[1].pk, pair[0].pk])
    typed = {"relationship": "mother", "lives_with": "always", "custody": "full", "court_says": "Visits on Sundays."}

    signed_in(worker).post(url, typed)

    relation = Relation.objects.get()
    assert (relation.court_says, relation.may_be_told) == ("Visits on Sundays.", False)
    assert Relation.privacy.restricted == "court_says"


def test_a_pair_is_of_one_family_and_of_an_adult_and_a_child(family, pair):
    stranger = MemberFactory(family=FamilyFactory(center=family.center))
    wrong = [(stranger, pair[1]), (pair[1], pair[0]), (pair[0], MemberFactory(family=family))]

    for adult, child in wrong:
        with pytest.raises(IntegrityError):
            committed(partial(RelationFactory, adult=adult, child=child))


def test_a_move_to_another_family_takes_both_ends_along(family, pair):
    RelationFactory(adult=pair[0], child=pair[1])
    new = FamilyFactory(center=family.center)

    with transaction.atomic():
        FamilyMember.objects.filter(pk=pair[0].pk).update(family=new)
        FamilyMember.objects.filter(pk=pair[1].pk).update(family=new)
        settle()

    assert Relation.objects.get().child.family == new


def test_a_move_that_leaves_one_end_behind_is_refused(family, pair):
    RelationFactory(adult=pair[0], child=pair[1])

    new = FamilyFactory(center=family.center)

    with pytest.raises(IntegrityError):
        committed(lambda: FamilyMember.objects.filter(pk=pair[0].pk).update(family=new))


def test_a_second_home_is_a_home_of_the_family(signed_in, worker, family, pair):
    main, other = HouseholdFactory(family=family, city="Chico"), HouseholdFactory(family=family, label="With Rafael")
    family.members.update(household=main)
    url = reverse("families:second-home-add", args=[family.pk, pair[1].pk])

    page = signed_in(worker).get(url)
    signed_in(worker).post(url, {"household": other.pk, "days": "Weekends", "starts_on": "2026-01-05"})

    assert list(page.context["form"].fields["household"].queryset) == [other]
    assert [(home.household, home.days) for home in SecondHome.objects.all()] == [(other, "Weekends")]
    with pytest.raises(IntegrityError):
        committed(partial(SecondHomeFactory, member=pair[1], household=HouseholdFactory()))


def test_a_stranger_sees_no_square(signed_in, outsider, family):
    assert signed_in(outsider).get(ties(family)).status_code == 404
