"""Referrals in lists: what to do next, whom to ask, what a program has, and the table that leaves it."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency import spreadsheets
from agency.models import AccessEvent, AuditEvent
from referrals import actions, calls, ceds, lists
from tests.agency.factories import CategoryFactory, DeadlineFactory
from tests.families.factories import ContactPointFactory, FamilyFactory, NeedFactory
from tests.referrals.factories import EventFactory, ReferralFactory

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def clocks(db):
    lengths = {
        "referral_follow_up": 14,
        "referral_follow_up_urgent": 7,
        "referral_again": 14,
        "referral_urgent_send": 0,
    }
    for code, length in lengths.items():
        DeadlineFactory(code=code, length=length)


def make(family, by, days=0, **known):
    """A referral that was sent so many days ago and of which nothing has been heard since."""
    day = TODAY - timedelta(days=days)
    need = known.pop("need", None) or NeedFactory(family=family)
    facts = {"sent": True, "how_sent": "phone", "sent_on": day} if known.get("state") != "draft" else {}
    referral = ReferralFactory(family=family, need=need, made_by=by, made_on=day, **facts | known)
    to = known.get("state", "sent")
    EventFactory(referral=referral, from_state="draft", to_state=to, happened_on=day, recorded_by=by)
    return referral


def shown(user):
    return {group.code: [one.pk for one in found] for group, found in lists.mine(user)}


def test_my_referrals_stand_by_what_to_do_next(family, worker):
    urgent = make(family, worker, state="draft", is_urgent=True)
    draft = make(family, worker, state="draft")
    old = make(family, worker, days=15)
    fresh = make(family, worker, days=2)
    declined = make(family, worker, days=3, state="declined", closed_on=TODAY)
    make(family, worker, days=3, state="withdrawn", closed_on=TODAY)

    assert shown(worker) == {
        "urgent": [urgent.pk], "send": [draft.pk], "ask": [old.pk], "again": [declined.pk], "waiting": [fresh.pk],
    }  # fmt: skip


def test_a_decline_that_was_answered_by_another_try_rests(family, worker):
    declined = make(family, worker, days=3, state="declined", closed_on=TODAY)
    again = make(family, worker, days=1, need=declined.need)

    assert shown(worker) == {"waiting": [again.pk]}


@pytest.mark.parametrize("name", ["mine", "list", "call-list"])
def test_lists_ask_as_many_questions_of_one_as_of_three(
    client, supervisor, worker, family, name, django_assert_max_num_queries, django_assert_num_queries
):
    client.force_login(worker)
    ContactPointFactory(member=family.adults()[0])
    make(family, worker, days=20)
    url = reverse(f"referrals:{name}")
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    for days in (20, 30):
        make(family, worker, days=days)

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url)


def test_the_call_list_says_whom_to_call_and_nothing_private(client, worker, family):
    client.force_login(worker)
    elena = family.adults()[0]
    type(elena).objects.filter(pk=elena.pk).update(first_name="Elena", language="es")
    ContactPointFactory(member=elena, value="(530) 555-0142", may_text=True)
    make(family, worker, days=20, reason="A safe place")

    page = client.get(reverse("referrals:call-list"))

    (row,) = page.context["groups"][0]["rows"]
    assert [str(point) for point in row["calls"]] == ["(530) 555-0142"]
    assert row["words"]["language"] == "es"
    assert [
        word for word in ("Elena", family.name, "A safe place", str(row["referral"])) if word in row["words"]["text"]
    ] == []


def test_who_must_not_be_called_stands_there_without_a_number(worker, family):
    elena = family.adults()[0]
    ContactPointFactory(member=elena, value="(530) 555-0142")
    type(elena).objects.filter(pk=elena.pk).update(may_call=False)

    assert calls.reach(family, worker)["calls"] == []


def test_a_supervisor_reads_whose_families_wait_and_a_worker_only_their_own(client, worker, supervisor, family):
    make(family, worker, days=20)

    mine, team = (client_of(client, supervisor, query) for query in ("", "?whose=all"))
    own = client_of(client, worker, "?whose=all")

    assert [len(page.context["groups"]) for page in (mine, team, own)] == [0, 1, 1]
    assert team.context["groups"][0]["worker"] == str(worker)


def client_of(client, person, query):
    client.force_login(person)
    return client.get(reverse("referrals:call-list") + query)


def test_the_programs_list_is_narrowed_by_the_address(client, manager, worker, family):
    client.force_login(manager)
    kind = CategoryFactory(code="food")
    wanted = make(family, worker, days=50, is_urgent=True, need=NeedFactory(family=family, category=kind))
    make(family, worker, days=50)
    make(family, worker, days=1, need=NeedFactory(family=family, category=kind))
    query = f"?category=food&age=45&urgent=on&worker={worker.pk}&center={family.center_id}"

    page = client.get(reverse("referrals:list") + query)

    assert [row["url"] for row in page.context["rows"]] == [wanted.get_absolute_url()]
    assert AccessEvent.objects.latest("pk").family_ids == [family.pk]


@pytest.mark.parametrize("query", ["?state=nonsense", "?partner=abc", "?age=-1&worker=99999999999999999999", "?page=x"])
def test_an_address_anybody_typed_is_read_with_care(client, manager, query):
    client.force_login(manager)

    assert client.get(reverse("referrals:list") + query).status_code == 200


def test_the_table_carries_ceds_and_no_name_and_asks_what_for(client, manager, worker, family):
    client.force_login(manager)
    sent = make(family, worker, days=5)
    actions.move(referral=sent, name="decline", version=sent.version, by=worker,
                 typed={"barrier": "cost", "happened_on": TODAY})  # fmt: skip
    url = reverse("referrals:export") + "?kind=ended"
    without = client.post(url, {"purpose": ""})

    answer = client.post(url, {"purpose": "Community assessment"})

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == [heading for heading, _meaning in ceds.COLUMNS]
    row = rows[0]
    assert (row["Referral Date (CEDS 001481)"], row["HL7 Task status"], row["Barrier"]) == (
        str(sent.sent_on), "rejected", "cost",
    )  # fmt: skip
    assert (family.name in text, "Write what the table is for." in without.content.decode()) == (False, True)
    assert AccessEvent.objects.latest("pk").reason == "Community assessment"
    assert AuditEvent.objects.filter(event="referrals_exported").count() == 1


@pytest.mark.parametrize("person", ["worker", "supervisor"])
def test_only_who_exports_reports_takes_the_table_along(client, request, person):
    client.force_login(request.getfixturevalue(person))

    assert client.post(reverse("referrals:export"), {"purpose": "x"}).status_code == 403


def test_no_cell_is_taken_for_a_formula():
    lines = list(spreadsheets.lines([["=1+1", "-2", "plain", 5]], "en"))

    assert lines == ["\ufeff", "'=1+1,'-2,plain,5\r\n"]


def test_a_strangers_referrals_stand_in_no_list(client, outsider, worker, family):
    client.force_login(outsider)
    make(family, worker, days=20)
    make(FamilyFactory(), worker, days=20)

    pages = [client.get(reverse(f"referrals:{name}")) for name in ("mine", "list", "call-list")]

    assert [family.name in page.content.decode() for page in pages] == [False, False, False]
