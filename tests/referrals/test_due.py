"""When a referral or a consent asks for somebody: counted from its dates, one statement however many families."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from agency.due import Clocks
from agency.models import Deadline
from families.models import Family
from referrals import due
from referrals.models import Referral
from tests.families.factories import FamilyFactory
from tests.referrals.factories import ConsentFactory, EventFactory, ReferralFactory

TODAY = timezone.localdate()


def days_ago(count):
    return TODAY - timedelta(days=count)


@pytest.fixture(autouse=True)
def clocks(agency):
    lengths = {"referral_follow_up": 14, "referral_follow_up_urgent": 7, "referral_again": 14, "consent_expiry": 0}
    for code, length in lengths.items():
        Deadline.objects.create(
            code=code, name={"en": code}, starts_from="x", length=length, effective_on=days_ago(900),
            warn_before=30 if code == "consent_expiry" else 0,
        )  # fmt: skip


def keys(families):
    return [family.pk for family in families]


@pytest.fixture
def items(worker):
    def of(families=None):
        found = due.items(keys(families or Family.objects.visible_to(worker)), worker, Clocks())
        return [(item.kind, item.due_on, item.waits_for) for item in found]

    return of


def sent(family, ago, **more):
    referral = ReferralFactory(family=family, sent=True, sent_on=days_ago(ago), **more)
    EventFactory(referral=referral, from_state="draft", to_state="sent", happened_on=days_ago(ago))
    return referral


@pytest.mark.parametrize(
    ("is_urgent", "ago", "expected"),
    [
        (False, 13, ("waiting_partner", TODAY + timedelta(days=1), "partner")),
        (False, 14, ("referral_follow_up", TODAY, "")),
        (True, 6, ("waiting_partner", TODAY + timedelta(days=1), "partner")),
        (True, 7, ("referral_follow_up", TODAY, "")),
    ],
)
def test_the_first_question_comes_after_seven_days_or_fourteen(family, items, is_urgent, ago, expected):
    sent(family, ago, is_urgent=is_urgent)

    assert items() == [expected]


def test_after_a_word_the_next_question_comes_fourteen_days_later(family, items):
    referral = sent(family, 40)
    EventFactory(referral=referral, from_state="sent", to_state="sent", happened_on=days_ago(5))

    assert items() == [("waiting_partner", TODAY + timedelta(days=9), "partner")]


def test_an_appointment_is_asked_about_the_day_after(family, items):
    referral = sent(family, 40, appointment_on=days_ago(1))
    for before, after in (("sent", "appointment"),):
        referral.state = after
        referral.save()
        EventFactory(referral=referral, from_state=before, to_state=after, happened_on=days_ago(8))

    assert items() == [("referral_follow_up", TODAY, "")]


def test_an_appointment_stands_on_its_day_with_its_hour(family, worker, items):
    referral = sent(family, 40, appointment_on=TODAY + timedelta(days=3), appointment_time=time(15, 30))
    Referral.objects.filter(pk=referral.pk).update(state="appointment")

    found = due.items([family.pk], worker, Clocks())
    assert items() == [("referral_appointment", TODAY + timedelta(days=3), "family")]
    assert [(item.at, item.what.endswith("Appointment at 3:30 pm")) for item in found] == [(time(15, 30), True)]


def test_a_partner_that_needs_something_waits_for_the_family(family, items):
    referral = sent(family, 3)
    referral.state = "needs_more"
    referral.save()
    EventFactory(referral=referral, from_state="sent", to_state="needs_more", happened_on=days_ago(1))

    assert items() == [("waiting_family", TODAY + timedelta(days=13), "family")]


def test_a_referral_not_sent_yet_is_not_forgotten(family, items):
    ReferralFactory(family=family)

    assert items() == [("referral_draft", TODAY, "")]


def test_one_that_has_ended_is_quiet(family, items):
    referral = sent(family, 40)
    referral.state = "withdrawn"
    referral.save()

    assert items() == []


def test_an_urgent_referral_is_urgent_only_while_something_is_ours_to_do(family, worker):
    sent(family, 8, is_urgent=True)
    sent(family, 2, is_urgent=True)

    found = due.items(keys(Family.objects.visible_to(worker)), worker, Clocks())

    assert {item.kind: item.is_urgent for item in found} == {"referral_follow_up": True, "waiting_partner": False}


@pytest.mark.parametrize(("left", "shown"), [(31, False), (30, True), (0, True)])
def test_a_consent_is_asked_again_a_month_before_it_ends(family, items, left, shown):
    ConsentFactory(family=family, expires_on=TODAY + timedelta(days=left), given_on=days_ago(10))

    assert items() == ([("consent_expiry", TODAY + timedelta(days=left), "")] if shown else [])


def test_a_consent_that_was_renewed_or_taken_back_is_quiet(family, worker, items):
    old = ConsentFactory(family=family, expires_on=TODAY + timedelta(days=5), given_on=days_ago(10))
    ConsentFactory(family=family, partner=old.partner)
    ConsentFactory(
        family=family, expires_on=TODAY + timedelta(days=5), given_on=days_ago(10),
        revoked_at=timezone.now(), revoked_by=worker,
    )  # fmt: skip

    assert items() == []


def test_a_newer_yes_that_leaves_out_a_restricted_kind_renews_nothing_of_it(family, items):
    soon = TODAY + timedelta(days=5)
    old = ConsentFactory(family=family, expires_on=soon, given_on=days_ago(10), restricted=["violence"])
    ConsentFactory(family=family, partner=old.partner)

    assert items() == [("consent_expiry", soon, "")]


def test_a_strangers_families_are_never_among_them(worker, items):
    other = FamilyFactory()
    sent(other, 20)

    assert items(Family.objects.all()) == []


def test_it_is_two_statements_however_many_families(family, worker, django_assert_num_queries):
    for _more in range(3):
        sent(family, 20)
    clocks, families = Clocks(), keys(Family.objects.visible_to(worker))
    worker.grants  # noqa: B018  read once a request

    with django_assert_num_queries(2):
        due.items(families, worker, clocks)
