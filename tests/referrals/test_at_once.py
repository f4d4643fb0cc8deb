"""Two people at the same moment: one acts, the other hears why not, and nothing is written twice."""

import threading

import pytest
from django.db import connection

from agency.transitions import MoveNotAllowed
from referrals import actions, release
from referrals.models import Disclosure, Referral
from tests.referrals.factories import ConsentFactory, ReferralFactory


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
