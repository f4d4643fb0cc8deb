"""How a referral closes: the family's word, two answers at once, another place, help that is counted once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from families.models import ServiceReceived
from referrals import actions
from referrals.actions import Came
from referrals.models import Gap, Referral, ReferralEvent
from tests.families.factories import NeedFactory
from tests.partners.factories import ServiceFactory
from tests.referrals.factories import ReferralFactory

TODAY = timezone.localdate()
PARTNER, FAMILY = ReferralEvent.Source.PARTNER, ReferralEvent.Source.FAMILY


@pytest.fixture
def sent(family, worker):
    return ReferralFactory(family=family, need=NeedFactory(family=family), made_by=worker, sent=True, how_sent="phone")


def told(referral):
    """What happened, as (from, to, who told it, what they said beside ours)."""
    referral.refresh_from_db()
    events = referral.events.order_by("pk").values_list("from_state", "to_state", "source", "said", "differs")
    return list(events)


def family_says(referral, by, **typed):
    words = {"happened_on": TODAY, "note": "", "need_met": "", "satisfaction": None} | typed
    return actions.family_says(referral=referral, version=None, by=by, typed=words)


# ---- answers that come by themselves ----


def test_a_partner_moves_a_referral_itself_and_nobody_of_ours_is_named(sent):
    actions.answer(referral=sent, name="accept", typed={}, source=PARTNER)

    event = sent.events.get()
    assert (sent.state, event.source, event.recorded_by) == ("accepted", "partner", None)


def test_an_answer_that_no_longer_fits_is_kept_beside_ours(sent, worker):
    actions.move(referral=sent, name="withdraw", version=sent.version, by=worker, typed={"note": "They moved"})

    actions.answer(referral=sent, name="appoint", typed={"appointment_on": TODAY, "note": "Come on"}, source=PARTNER)

    assert told(sent) == [
        ("sent", "withdrawn", "staff", "", False),
        ("withdrawn", "withdrawn", "partner", "appoint", True),
    ]
    assert sent.events.latest("pk").told == {"appointment_on": TODAY.isoformat()}


def test_an_answer_that_says_the_same_waits_for_nobody(sent, worker):
    actions.answer(referral=sent, name="accept", typed={}, source=PARTNER)

    actions.answer(referral=sent, name="accept", typed={}, source=PARTNER)

    assert not ReferralEvent.objects.unsettled().exists()


def test_a_partners_completed_says_that_help_came_and_leaves_the_rest_to_the_family(sent):
    actions.answer(referral=sent, name="complete", typed={"happened_on": TODAY}, source=PARTNER)

    assert (sent.state, sent.service_received.received_on, sent.service_received.recorded_by) == (
        "received",
        TODAY,
        None,
    )


# ---- the family's word ----


def test_the_family_closes_the_loop_and_the_help_counts_once_on_its_day(sent, worker):
    day = TODAY - timedelta(days=3)

    family_says(sent, worker, came=Came.YES, received_on=day, need_met="yes", satisfaction=5, close_need=True)

    sent.refresh_from_db()
    assert (sent.state, sent.need_met, sent.satisfaction, sent.confirmed_by) == ("completed", "yes", 5, "family")
    assert [help.received_on for help in ServiceReceived.objects.all()] == [day]
    assert not sent.need.__class__.objects.open().filter(pk=sent.need_id).exists()


def test_partner_and_family_both_say_it_came_and_it_is_counted_once(sent, worker):
    actions.answer(referral=sent, name="receive", typed={"received_on": TODAY}, source=PARTNER)

    family_says(sent, worker, came=Came.YES, received_on=TODAY - timedelta(days=1), need_met="partly")

    assert told(sent) == [
        ("sent", "received", "partner", "receive", False),
        ("received", "received", "family", "receive", True),
        ("received", "completed", "family", "", False),
    ]
    assert ServiceReceived.objects.count() == 1


def test_settled_for_theirs_the_help_has_their_day(sent, worker):
    actions.answer(referral=sent, name="receive", typed={"received_on": TODAY}, source=PARTNER)
    day = TODAY - timedelta(days=2)
    family_says(sent, worker, came=Came.YES, received_on=day)
    other = ReferralEvent.objects.unsettled().get()

    actions.settle(other=other, holds=True, by=worker)

    assert ServiceReceived.objects.get().received_on == day
    with pytest.raises(actions.AlreadySettled):
        actions.settle(other=other, holds=False, by=worker)


def test_the_family_says_it_never_came_and_staff_take_it_back(sent, worker):
    actions.answer(referral=sent, name="receive", typed={"received_on": TODAY}, source=PARTNER)
    family_says(sent, worker, came=Came.NO, barrier="no_contact", note="Nobody called")
    other = ReferralEvent.objects.unsettled().get()

    actions.settle(other=other, holds=True, by=worker)

    sent.refresh_from_db()
    assert (sent.state, sent.barrier, sent.service_received, ServiceReceived.objects.count()) == (
        "not_received", "no_contact", None, 0,
    )  # fmt: skip


def test_not_yet_is_a_try_and_changes_nothing(sent, worker):
    family_says(sent, worker, came=Came.NOT_YET, note="She will call on Monday")

    assert told(sent) == [("sent", "sent", "family", "", False)]


def test_the_form_asks_for_the_day_or_for_what_stood_in_the_way(client, worker, sent):
    client.force_login(worker)
    url = reverse("referrals:family-said", args=[sent.pk])

    pages = [client.post(url, {"came": came, "version": sent.version}).content.decode() for came in ("yes", "no")]

    assert ["Pick the day on which it came." in pages[0], "Say what stood in the way." in pages[1]] == [True, True]


def test_the_familys_word_from_the_page_leads_back_to_the_list(client, worker, sent):
    client.force_login(worker)
    back = reverse("referrals:call-list")
    url = f"{reverse('referrals:family-said', args=[sent.pk])}?next={back}"
    typed = {"came": "yes", "received_on": TODAY, "need_met": "yes", "satisfaction": "4", "version": sent.version}

    answer = client.post(url, typed)

    sent.refresh_from_db()
    assert (answer.url, sent.state, sent.satisfaction) == (back, "completed", 4)


def test_a_colleagues_change_meanwhile_keeps_what_was_typed(client, worker, sent):
    client.force_login(worker)
    typed = {"came": "not_yet", "note": "She waits for a call", "version": sent.version}
    actions.answer(referral=sent, name="accept", typed={}, source=PARTNER)

    page = client.post(reverse("referrals:family-said", args=[sent.pk]), typed)

    assert (page.status_code, "She waits for a call" in page.content.decode()) == (409, True)


def test_two_answers_stand_on_the_page_and_are_settled_there(client, worker, sent):
    client.force_login(worker)
    actions.move(referral=sent, name="withdraw", version=sent.version, by=worker, typed={"note": "x"})
    actions.answer(referral=sent, name="accept", typed={}, source=PARTNER)
    other = ReferralEvent.objects.unsettled().get()
    page = client.get(sent.get_absolute_url()).content.decode()

    client.post(reverse("referrals:settle", args=[sent.pk, other.pk]), {"holds": "ours", "note": "They moved away"})

    assert ["The partner said (today): accepted." in page, "We have: withdrawn." in page] == [True, True]
    assert not ReferralEvent.objects.unsettled().exists()


# ---- another place ----


def test_another_place_is_a_new_referral_and_the_old_one_ends(client, worker, sent):
    client.force_login(worker)
    other = ServiceFactory(name="Elsewhere", categories=[sent.need.category])
    url = f"{reverse('referrals:prepare', args=[sent.need_id, other.pk])}?instead={sent.pk}"
    typed = {"reason": "A place there", "way": "number", "old-version": sent.version, "old-barrier": "transport"}

    client.post(url, typed)

    sent.refresh_from_db()
    new = Referral.objects.get(rerouted_from=sent)
    assert (sent.state, sent.barrier, sent.closed_on) == ("rerouted", "transport", TODAY)
    assert (new.state, new.need, new.service, new.reason) == ("informed", sent.need, other, "A place there")


def test_two_people_leave_one_place_and_the_second_is_told(client, worker, sent):
    client.force_login(worker)
    first, second = (ServiceFactory(categories=[sent.need.category]) for _n in range(2))
    typed = {"reason": "A place", "old-version": sent.version}
    for service in (first, second):
        url = f"{reverse('referrals:prepare', args=[sent.need_id, service.pk])}?instead={sent.pk}"
        client.post(url, typed)

    assert Referral.objects.filter(rerouted_from=sent).count() == 1


def test_nothing_near_would_do_is_a_gap_once_a_reason(client, worker, sent):
    client.force_login(worker)
    url = reverse("referrals:gap", args=[sent.need_id])

    for note in ("", "A dentist in the evening"):
        client.post(url, {"reason": "hours", "note": note})

    assert list(Gap.objects.values_list("reason", "note")) == [("hours", "A dentist in the evening")]
