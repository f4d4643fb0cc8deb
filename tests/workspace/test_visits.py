"""A day of visits: who is offered, in which order, and what never lies on a car seat."""

import pytest
from django.urls import reverse

from agency.models import AccessEvent
from families.models import Household
from tests.families.factories import MemberFactory, NeedFactory
from tests.goals.factories import NoteFactory
from tests.workspace.counting import statements
from tests.workspace.factories import ago
from tests.workspace.test_my_day import at_rest, served

pytestmark = pytest.mark.usefixtures("agency", "clocks")
PLAN, SHEET = "workspace:visits", "workspace:visits-sheet"


def sheet(client, *families, **more):
    return client.get(reverse(SHEET), {"f": [family.pk for family in families]} | more)


def test_families_with_something_agreed_for_the_day_stand_first_and_are_ticked(signed_in, worker, family, center):
    other = served(center, worker, "Aaron")
    NoteFactory(family=family, written_by=worker, next_step="Visit with Sabina", next_on=ago(-2))

    response = signed_in(worker).get(reverse(PLAN), {"on": str(ago(-2))})

    assert [(choice["family"], choice["agreed"]) for choice in response.context["choices"]] == [
        (family, "Visit with Sabina"), (other, ""),
    ]  # fmt: skip
    assert response.text.count("checked") == 1


def test_the_sheet_stands_in_the_order_that_was_typed(signed_in, worker, family, center):
    second = served(center, worker, "Second")
    client = signed_in(worker)

    parts = sheet(client, family, second, **{f"n{second.pk}": "1", f"n{family.pk}": "2"}).context["parts"]

    assert [part["family"] for part in parts] == [second, family]


def test_a_strangers_family_is_not_on_it(signed_in, outsider, family):
    assert sheet(signed_in(outsider), family).status_code == 302


def test_a_hidden_address_and_restricted_words_stay_out(signed_in, worker, family):
    Household.objects.create(family=family, address_1="9 Quiet Street", is_hidden=True)
    NoteFactory(family=family, written_by=worker, text="Open words\nand more", happened_on=ago(4))
    NoteFactory(family=family, written_by=worker, text="Locked words", visibility="restricted", happened_on=ago(3))
    NeedFactory(family=family, urgency=3, what="Somebody hurts her")

    response = sheet(signed_in(worker), family)

    part = response.context["parts"][0]
    assert [note["text"] for note in part["notes"]] == ["Open words"]
    assert part["homes"] == [{"label": "", "lines": [], "is_hidden": True}]
    assert [word in response.text for word in ("Quiet Street", "Locked", "hurts", "Urgent need, first step")] == [
        False, False, False, True,
    ]  # fmt: skip


def test_who_must_not_be_visited_or_called_is_said_and_obeyed(signed_in, worker, family):
    family.members.update(do_not_contact=True)

    response = sheet(signed_in(worker), family)

    part = response.context["parts"][0]
    assert (part["is_safe"], part["people"][0]["call"], bool(part["rules"])) == (False, None, True)
    assert "Nobody here may be visited at home" in response.text


def test_what_is_due_says_what_to_bring(signed_in, worker, center):
    part = sheet(signed_in(worker), served(center, worker, "New", entered=40)).context["parts"][0]

    assert {str(paper["what"]) for paper in part["bring"]} >= {
        "The questions of the strengths conversation", "The yearly notice of their rights, to hand over",
    }  # fmt: skip


def test_the_sheet_is_in_the_log_and_asks_the_same_few_statements(signed_in, worker, family, center):
    client, others = signed_in(worker), [served(center, worker, f"More{n}") for n in range(3)]
    for one in others:
        at_rest(one, worker)
        MemberFactory(family=one)
    address = f"{reverse(SHEET)}?f={family.pk}"
    with_one = statements(client, address)
    with_four = statements(client, address + "".join(f"&f={one.pk}" for one in others))

    assert with_one == with_four <= 25
    event = AccessEvent.objects.filter(page=SHEET).latest("pk")
    assert event.family_ids == sorted([family.pk, *(one.pk for one in others)])
