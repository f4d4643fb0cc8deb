"""What waits in our work with partners: by the clocks and by days somebody chose."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.content import load_clocks
from agency.due import Clocks
from partners import due
from partners.models import Mou, MouSubmission
from tests.partners.factories_working import (
    ActionFactory,
    AnnexFactory,
    ExceptionFactory,
    MeetingFactory,
    MouFactory,
    ObligationFactory,
    SystemFactory,
    days,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clocks(db):
    load_clocks(timezone.datetime(2020, 1, 1).date())


def kinds(user):
    return [(item.kind, item.due_on) for item in due.items(user, Clocks())]


@pytest.mark.parametrize(("left", "mark"), [(200, None), (180, 180), (61, 90), (60, 60), (30, 30), (-1, 0)])
def test_an_agreement_that_ends_comes_nearer_at_180_90_60_and_30_days(manager, left, mark):
    MouFactory(signed=True, ends_on=days(left))

    found = due.by_nearness(due.items(manager, Clocks()), days(0))

    assert [near for near, _items in found] == ([mark] if mark is not None else [])


def test_a_preschool_agreement_goes_on_within_thirty_days_to_two_places(manager):
    mou = MouFactory(kind="preschool", signed=True, signed_on=days(-10), effective_on=days(-10), ends_on=days(700))
    waits = kinds(manager)
    for to in MouSubmission.To.values:
        MouSubmission.objects.create(mou=mou, to=to, added_by=manager)

    assert (waits, kinds(manager)) == ([("mou_submit", days(20))], [])


def test_a_preschool_agreement_is_renewed_after_two_years_though_it_says_no_last_day(manager):
    mou = MouFactory(kind="preschool", signed=True, signed_on=days(-900), effective_on=days(-900), ends_on=None)
    for to in MouSubmission.To.values:
        MouSubmission.objects.create(mou=mou, to=to, added_by=manager)

    [(kind, due_on)] = kinds(manager)

    assert kind == "preschool_mou_renewal"
    assert due_on <= days(-900 + 738)


def test_one_that_was_renewed_no_longer_waits(manager):
    old = MouFactory(signed=True, ends_on=days(-5))
    MouFactory(signed=True, renews=old, ends_on=days(400))

    assert kinds(manager) == []


def test_everything_else_that_waits_is_told_on_its_day(manager):
    mou = MouFactory(signed=True, ends_on=days(900), review_on=days(3))
    AnnexFactory(mou=mou, receives_on=days(-360))
    ObligationFactory(mou=mou, due_on=days(6))
    ActionFactory(due_on=days(7))
    MeetingFactory(held_on=days(-1), next_on=days(8))
    SystemFactory(next_rating_on=days(9))
    ExceptionFactory(since_on=days(-9))

    assert kinds(manager) == [
        ("preschool_exception", days(-9)), ("mou_review", days(3)), ("mou_annex_review", days(5)),
        ("obligation", days(6)), ("partner_action", days(7)), ("partner_meeting", days(8)), ("system", days(9)),
    ]  # fmt: skip


def test_a_worker_is_told_only_of_what_they_took_on(signed_in, worker):
    ActionFactory(our_owner=worker, what="Call the clinic")
    ActionFactory(what="Somebody else’s")
    MouFactory(signed=True, ends_on=days(5))

    page = signed_in(worker).get(reverse("partners:due")).content.decode()

    assert [kind for kind, _day in kinds(worker)] == ["partner_action"]
    assert ("Call the clinic" in page, "Somebody else’s" in page) == (True, False)


def test_it_is_asked_in_as_many_statements_for_one_as_for_three(manager, django_assert_max_num_queries):
    def add():
        mou = MouFactory(kind="preschool", signed=True, ends_on=days(20))
        AnnexFactory(mou=mou, receives_on=days(-400))
        ObligationFactory(mou=mou)
        ActionFactory()

    add()
    with django_assert_max_num_queries(30) as one:
        due.items(manager, Clocks())
    add()
    add()

    with django_assert_max_num_queries(len(one)):
        assert len(due.items(manager, Clocks())) > 6
    assert Mou.objects.count() == 3
