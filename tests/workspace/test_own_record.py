"""A parent's own record: this family's facts in its language, nobody else's, and restricted ones only by decision."""

import json

import pytest
from django.urls import reverse

from agency.models import AccessEvent, AuditEvent
from families.models import Assignment, Relation
from tests.agency.factories import CategoryFactory
from tests.families.factories import ContactPointFactory, FamilyFactory, HouseholdFactory, MemberFactory, NeedFactory
from tests.goals.factories import GoalFactory, NoteFactory
from tests.referrals.factories import DisclosureFactory, ReferralFactory, StatementFactory


@pytest.fixture
def whole(family, worker):
    elena = family.members.get(first_name="Elena")
    hidden = HouseholdFactory(family=family, address_1="9 Secret Lane", is_hidden=True)
    rafael = MemberFactory(family=family, first_name="Rafael", reach_note="Never call at night", household=hidden)
    elena.household = HouseholdFactory(family=family, address_1="1 Elm")
    elena.save()
    ContactPointFactory(member=rafael, value="555-0199")
    ContactPointFactory(member=elena, value="555-0101")
    Relation.objects.create(adult=elena, child=family.members.get(role="child"), relationship="mother")
    NeedFactory(family=family, what="A bed for Angel")
    apart = NeedFactory(family=family, what="Shelter", category=CategoryFactory(is_restricted=True))
    left = DisclosureFactory(family=family, recipient="Safe Harbor")
    ReferralFactory(family=family, need=apart, disclosure=left)
    StatementFactory(family=family, disclosure=left, parent=elena, words="Tell nobody where")
    GoalFactory(family=family, family_words="Read every night")
    NoteFactory(family=family, text="They came to the library", others_present="Mr. Neighbor")
    NoteFactory(family=family, text="He threatened her", visibility="restricted")
    NoteFactory(family=FamilyFactory(), text="Of another family")
    DisclosureFactory(family=family, recipient="Food bank")
    Assignment.objects.filter(family=family).update(handover_note="Between colleagues")
    return family


def made(client, family, **said):
    reader = family.members.get(first_name="Elena").pk
    url = reverse("workspace:own-record", args=[family.pk])
    return client.post(url, {"reader": reader, "language": "en", "kind": "json"} | said)


def test_the_copy_holds_this_familys_facts_and_nobody_elses(whole, worker, signed_in):
    told = made(signed_in(worker), whole).text

    theirs = [
        "Elena",
        "Rafael",
        "Angel",
        "1 Elm",
        "555-0101",
        "A bed for Angel",
        "Read every night",
        "library",
        "Food bank",
    ]
    others = [
        "9 Secret Lane", "555-0199", "Never call", "Shelter", "Mr. Neighbor", "threatened", "another family",
        "Safe Harbor", "Tell nobody",
        "Between colleagues",
    ]  # fmt: skip
    assert [words for words in theirs if words not in told] == []
    assert [words for words in others if words in told] == []


def test_restricted_records_go_only_by_decision_and_with_a_reason(whole, worker, supervisor, signed_in):
    by_worker = made(signed_in(worker), whole, restricted="on", reason="They asked").text
    client = signed_in(supervisor)

    without_reason = made(client, whole, restricted="on")
    decided = made(client, whole, restricted="on", reason="A court asks the mother for it")

    assert ("threatened" in by_worker, without_reason.status_code, "threatened" in decided.text) == (False, 200, True)
    assert "reason" in without_reason.context["form"].errors
    assert AccessEvent.objects.filter(reason="A court asks the mother for it", family_ids=[whole.pk]).exists()


def test_it_speaks_the_familys_language_and_is_written_down(whole, worker, signed_in):
    answer = made(signed_in(worker), whole, language="es")

    assert json.loads(answer.content)["language"] == "es"
    assert AuditEvent.objects.get(event="own_record_made").facts["language"] == "es"


def test_as_a_paper_it_is_a_tagged_pdf(whole, worker, signed_in):
    answer = made(signed_in(worker), whole, kind="pdf")

    assert (answer.content[:5], b"/StructTreeRoot" in answer.content) == (b"%PDF-", True)


@pytest.mark.parametrize(
    ("person", "status"), [("worker", 200), ("supervisor", 200), ("teammate", 403), ("outsider", 404)]
)
def test_who_may_make_it(person, status, whole, signed_in, request):
    client = signed_in(request.getfixturevalue(person))

    assert client.get(reverse("workspace:own-record", args=[whole.pk])).status_code == status


def test_more_notes_cost_no_more_questions(whole, worker, signed_in, django_assert_max_num_queries):
    for number in range(5):
        NoteFactory(family=whole, text=f"Note {number}")
        NeedFactory(family=whole)

    with django_assert_max_num_queries(60):
        made(signed_in(worker), whole)
