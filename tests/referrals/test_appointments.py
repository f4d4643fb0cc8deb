"""An appointment has a day and an hour: where it is typed, moved, said, printed and settled."""

from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from referrals import actions, calls, sheets, times, two_answers
from referrals.models import Referral, ReferralEvent
from tests.agency.factories import DeadlineFactory
from tests.families.factories import NeedFactory
from tests.partners.factories import LocationFactory
from tests.referrals.factories import ReferralFactory

PARTNER = ReferralEvent.Source.PARTNER
SOON = timezone.localdate() + timedelta(days=8)
A_DAY, AN_HOUR = date(2031, 3, 4), time(15, 30)


@pytest.fixture
def appointed(family, worker):
    referral = ReferralFactory(family=family, need=NeedFactory(family=family), made_by=worker, sent=True)
    typed = {"appointment_on": SOON, "appointment_time": AN_HOUR}
    actions.move(referral=referral, name="appoint", by=worker, typed=typed)
    return referral


def test_staff_write_down_the_hour_and_read_it_everywhere(signed_in, worker, family):
    referral = ReferralFactory(family=family, need=NeedFactory(family=family), made_by=worker, sent=True)
    client = signed_in(worker)

    typed = {"version": referral.version, "appointment_on": SOON, "appointment_time": "15:30", "source": "partner",
             "happened_on": timezone.localdate()}  # fmt: skip
    client.post(reverse("referrals:move", args=[referral.pk, "appoint"]), typed)

    pages = [reverse(f"referrals:{name}") for name in ("mine",)]
    pages += [referral.get_absolute_url(), reverse("referrals:referral-sheet", args=[referral.pk])]
    assert [url for url in pages if "3:30 pm" not in client.get(url).content.decode()] == []


def test_a_time_that_is_none_gets_a_sentence_and_keeps_the_day(signed_in, worker, family):
    referral = ReferralFactory(family=family, need=NeedFactory(family=family), made_by=worker, sent=True)

    typed = {"version": referral.version, "appointment_on": SOON, "appointment_time": "half past"}
    page = signed_in(worker).post(reverse("referrals:move", args=[referral.pk, "appoint"]), typed).content.decode()

    assert ["Write a time, like 3:30 pm or 15:30." in page, f'value="{SOON}"' in page] == [True, True]


def test_another_day_moves_the_appointment_and_is_no_mere_try(appointed, worker):
    later = SOON + timedelta(days=7)

    actions.move(referral=appointed, name="new_day", by=worker, typed={"appointment_on": later})

    event = appointed.events.latest("pk")
    assert (appointed.state, appointed.appointment_on, appointed.appointment_time) == ("appointment", later, None)
    assert (event.said, times.facts(appointed, list(appointed.events.all()))) == (
        "new_day",
        [{"label": "An appointment", "value": "the same day"}, {"label": "Their answer", "value": "the same day"}][
            ::-1
        ],
    )


def test_an_hour_without_a_day_is_none(appointed):
    with pytest.raises(IntegrityError, match="an_hour_has_its_day"), transaction.atomic():
        Referral.objects.filter(pk=appointed.pk).update(appointment_on=None)


def test_two_hours_for_one_day_are_two_answers_and_theirs_can_hold(appointed, worker):
    told = {"appointment_on": SOON, "appointment_time": time(9)}
    other = actions.keep_other_answer(referral=appointed, name="appoint", typed=told, source=PARTNER)

    assert two_answers.what(other).endswith(", 9:00 am")
    assert (other.differs, actions.may_hold(other, appointed)) == (True, True)
    actions.settle(other=other, holds=True, by=worker)
    assert (appointed.state, appointed.appointment_time) == ("appointment", time(9))


def test_the_sheet_says_day_and_hour_in_the_familys_language_and_no_confidential_place(appointed):
    LocationFactory(partner=appointed.service.partner, is_confidential=True).services.add(appointed.service)
    appointed.family.language = "es"
    appointed.appointment_on = A_DAY

    page = sheets.of_referral(appointed)

    assert page["when"] == "Martes 4 de marzo de 2031, 3:30 p.m. · Tuesday, March 4, 2031, 3:30 pm"
    assert ["They tell you the place" in str(page), "Foundry" in str(page)] == [True, False]


def test_the_call_list_says_when_the_appointment_was(family, worker):
    DeadlineFactory(code="referral_follow_up", starts_from="referral_sent", length=14)
    ReferralFactory(
        family=family, need=NeedFactory(family=family), made_by=worker, sent=True, state="appointment",
        appointment_on=timezone.localdate() - timedelta(days=1), appointment_time=AN_HOUR,
    )  # fmt: skip

    waiting = calls.waiting(worker, mine=True)
    row = calls.groups(waiting, worker, here="/")[0]["rows"][0]

    assert row["ask"] == "The appointment was to be yesterday, 3:30 pm. Did they go, and how was it?"
