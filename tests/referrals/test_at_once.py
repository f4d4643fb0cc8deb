"""Two people at the same moment: one acts, the other hears why not, and nothing is written twice."""

import threading

import pytest
from django.db import connection

from agency.transitions import MoveNotAllowed
from families.models import ServiceReceived
from referrals import actions, release
from referrals.links import answering, sending
from referrals.models import Disclosure, PartnerLink, Referral
from tests.referrals.factories import ConsentFactory, LinkFactory, ReferralFactory


def at_once(*acts):
    """Run the acts in threads that start together; returns what each returned or raised."""
    outcome, gate = {}, threading.Barrier(len(acts))

    def run(number, act):
        try:
            gate.wait()
            outcome[number] = act()
        except Exception as trouble:  # noqa: BLE001  the test looks at it
            outcome[number] = trouble
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [outcome[number] for number in range(len(acts))]


@pytest.fixture
def ready(transactional_db):
    referral = ReferralFactory()
    consent = ConsentFactory(family=referral.family, partner=referral.service.partner)
    return referral, consent, [piece.key for piece in release.pieces(referral, consent)]


def test_a_referral_sent_twice_at_once_leaves_once(ready):
    referral, _consent, keys = ready

    def send():
        mine = Referral.objects.get(pk=referral.pk)
        return actions.send(referral=mine, by=referral.made_by, picked=keys, how_sent="phone")

    outcome = at_once(send, send)

    assert sorted(type(each) for each in outcome if isinstance(each, Exception)) == [MoveNotAllowed]
    assert Disclosure.objects.count() == 1


def test_a_consent_taken_back_while_a_referral_is_sent_leaves_no_half(ready):
    referral, consent, keys = ready

    def send():
        mine = Referral.objects.get(pk=referral.pk)
        return actions.send(referral=mine, by=referral.made_by, picked=keys, how_sent="phone")

    at_once(send, lambda: actions.revoke(consent=consent, by=referral.made_by))

    referral.refresh_from_db()
    assert (referral.state, Disclosure.objects.count()) in [("draft", 0), ("withdrawn", 1)]


@pytest.fixture
def sent(transactional_db):
    return ReferralFactory(sent=True, how_sent="phone")


def test_staff_and_partner_say_at_once_that_help_came_and_it_is_counted_once(sent):
    said = {"received_on": sent.sent_on, "happened_on": sent.sent_on}

    def mine():
        return Referral.objects.get(pk=sent.pk)

    at_once(
        lambda: actions.answer(referral=mine(), name="receive", typed=said, source="partner"),
        lambda: actions.family_says(referral=mine(), version=None, by=sent.made_by, typed=said | {"came": "yes"}),
    )

    sent.refresh_from_db()
    told = set(sent.events.values_list("source", "said"))
    assert (sent.state, ServiceReceived.objects.count(), told) == (
        "received", 1, {("partner", "receive"), ("family", "receive")},
    )  # fmt: skip


def test_two_colleagues_move_at_once_and_the_second_is_told(sent):
    def move(name):
        mine = Referral.objects.get(pk=sent.pk)
        gate.wait()
        return actions.move(referral=mine, name=name, version=mine.version, by=sent.made_by, typed={"barrier": "cost"})

    gate = threading.Barrier(2)
    outcome = at_once(lambda: move("accept"), lambda: move("decline"))

    assert [type(each) for each in outcome if isinstance(each, Exception)] == [actions.MovedMeanwhile]
    assert sent.events.count() == 1


@pytest.fixture
def by_link(transactional_db):
    referral = ReferralFactory(sent=True, how_sent="link")
    return LinkFactory(referral=referral)


def test_no_link_opens_after_a_consent_taken_back_while_another_link_goes_out(by_link):
    referral = by_link.referral

    def again():
        mine = Referral.objects.get(pk=referral.pk)
        return sending.send_again(referral=mine, sent_to="intake@partner.example", by=referral.made_by)

    at_once(again, lambda: actions.revoke(consent=referral.consent, by=referral.made_by))

    referral.consent.refresh_from_db()
    assert (referral.consent.revoked_at is None, PartnerLink.objects.filter(revoked_at=None).count()) == (False, 0)


def test_a_partner_answers_while_the_consent_is_taken_back_and_neither_waits_for_the_other_in_a_ring(by_link):
    referral = by_link.referral

    def answer():
        mine = PartnerLink.objects.select_related("referral").get(pk=by_link.pk)
        return answering.answer(link=mine, name="accept", typed={}, source="here")

    outcome = at_once(answer, lambda: actions.revoke(consent=referral.consent, by=referral.made_by))

    referral.refresh_from_db()
    by_link.refresh_from_db()
    assert [type(each) for each in outcome if isinstance(each, Exception)] in ([], [answering.NoLonger])
    assert (referral.state in ("accepted", "withdrawn"), by_link.revoked_at is None) == (True, False)
