"""My families: found, narrowed, counted, and no slower for being many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.models import AccessEvent
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import (
    AssignmentFactory,
    ContactPointFactory,
    EnrollmentFactory,
    FamilyFactory,
    MemberFactory,
    NeedFactory,
)

LIST = reverse("families:list")


@pytest.fixture
def moua(worker, center):
    """A second family of the worker, in a second center of the program."""
    family = FamilyFactory(name="Moua", center=CenterFactory(program=center.program))
    AssignmentFactory(family=family, worker=worker)
    mother = MemberFactory(family=family, first_name="Páj", last_name="Moua")
    ContactPointFactory(member=mother, digits="5305550142")
    return family


def shown(answer):
    return [row["family"] for row in answer.context["rows"]]


def test_a_worker_sees_their_families_and_no_other(signed_in, worker, family, moua):
    FamilyFactory(center=family.center)

    assert shown(signed_in(worker).get(LIST)) == [family, moua]


@pytest.mark.parametrize("text", ["Moua", "moua", "Mouaa", "paj", "Páj Moua", "0142", "(530) 555-0142"])
def test_a_family_is_found_by_names_and_numbers_spelled_as_people_do(signed_in, worker, family, moua, text):
    assert shown(signed_in(worker).get(LIST, {"q": text})) == [moua]


def test_a_list_can_be_narrowed_to_a_center(signed_in, worker, family, moua):
    answer = signed_in(worker).get(LIST, {"center": moua.center_id})

    assert shown(answer) == [moua]
    assert [(one["label"], one["count"]) for one in answer.context["filters"]][0] == ("All", 2)


@pytest.mark.parametrize("odd", [{"q": "\x00"}, {"q": "%_\\"}, {"q": "x" * 5000}, {"center": "9" * 30}, {"page": "x"}])
def test_odd_questions_are_answered(signed_in, worker, family, odd):
    assert signed_in(worker).get(LIST, odd).status_code == 200


def test_a_list_leaves_one_line_about_all_it_showed(signed_in, worker, family, moua):
    signed_in(worker).get(LIST)

    assert list(AccessEvent.objects.values_list("family_ids", flat=True)) == [[family.pk, moua.pk]]


def test_three_families_cost_as_many_statements_as_one(signed_in, worker, family, center):
    client = signed_in(worker)
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for _n in range(2):
        other = FamilyFactory(center=center)
        AssignmentFactory(family=other, worker=worker)
        EnrollmentFactory(family=other, center=center)
        NeedFactory(family=other, urgency=3)

    with CaptureQueriesContext(connection) as three:
        client.get(LIST)

    assert (len(three), len(three) <= 25) == (len(one), True)


def test_a_place_promised_for_next_week_is_a_place(signed_in, worker, family):
    family.enrollments.update(entered_on=timezone.localdate() + timedelta(days=7))

    assert "No place yet" not in signed_in(worker).get(LIST).content.decode()


def test_fifty_families_are_a_page(signed_in, worker, center):
    for _n in range(51):
        AssignmentFactory(family=FamilyFactory(center=center), worker=worker)
    client = signed_in(worker)

    assert [len(shown(client.get(LIST, {"page": page}))) for page in (1, 2, 99)] == [50, 1, 1]


def test_an_urgent_need_stands_out_but_not_for_who_may_not_read_needs(signed_in, worker, teammate, family):
    NeedFactory(family=family, urgency=3)

    pages = [signed_in(person).get(LIST).content.decode() for person in (worker, teammate)]

    assert ["Urgent need" in page for page in pages] == [True, False]


def test_a_new_worker_is_shown_how_to_begin(signed_in, center):
    page = signed_in(UserFactory(role="worker", center=center)).get(LIST).content.decode()

    assert ("No family yet" in page, reverse("families:intake") in page) == (True, True)


def test_nothing_found_says_so_and_offers_the_next_thing(signed_in, worker, family):
    page = signed_in(worker).get(LIST, {"q": "Zzyzx"}).content.decode()

    assert "No family found for “Zzyzx”" in page


def test_an_administrator_has_no_families(signed_in, administrator):
    assert signed_in(administrator).get(LIST).status_code == 403
