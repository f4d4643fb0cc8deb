"""Sending, informing, moving, taking back: nothing leaves without a yes, and nothing is written by halves."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from agency.models import AuditEvent
from agency.transitions import MoveNotAllowed
from families.models import ServiceReceived
from referrals import actions, release
from referrals.models import Disclosure
from tests.families.factories import MemberFactory, NeedFactory
from tests.referrals.factories import ConsentFactory, DisclosureFactory, ReferralFactory

TODAY = timezone.localdate()


@pytest.fixture
def referral(family):
    return ReferralFactory(family=family)


@pytest.fixture
def consent(referral):
    return ConsentFactory(family=referral.family, partner=referral.service.partner)


def keys(referral, consent):
    return [piece.key for piece in release.pieces(referral, consent)]


def send(referral, worker, consent, picked=None):
    return actions.send(
        referral=referral, by=worker, how_sent="phone", picked=keys(referral, consent) if picked is None else picked
    )


def refused(referral, worker, reason=actions.ConsentMissing):
    """Nothing was sent and nothing was written down."""
    with pytest.raises(reason) as caught:
        actions.send(referral=referral, by=worker, how_sent="phone", picked=["anything"])
    referral.refresh_from_db()
    assert (referral.state, referral.consent, Disclosure.objects.count()) == ("draft", None, 0)
    return str(caught.value)


def move(referral, worker, name, **typed):
    typed = {"happened_on": TODAY} | typed
    referral.refresh_from_db()
    return actions.move(referral=referral, name=name, version=referral.version, by=worker, typed=typed)


def test_a_referral_by_name_is_sent_and_disclosed_in_one_go(referral, worker, consent):
    disclosure = send(referral, worker, consent)

    referral.refresh_from_db()
    assert (referral.state, referral.sent_on, referral.consent, referral.disclosure) == (
        "sent", TODAY, consent, disclosure,
    )  # fmt: skip
    assert (disclosure.recipient, disclosure.why, disclosure.consent, disclosure.how) == (
        f"{referral.service.partner}, {referral.service}", referral.reason, consent, "phone",
    )  # fmt: skip
    assert {entry["field"] for entry in disclosure.what} == {
        "families.family.language", "families.family.also_speaks", "referrals.referral.reason",
        "families.need.category", "families.need.what",
        "families.familymember.first_name", "families.familymember.last_name",
    }  # fmt: skip


def test_what_staff_untick_stays_here(referral, worker, consent):
    disclosure = send(referral, worker, consent, picked=keys(referral, consent)[:1])

    assert {entry["record"] for entry in disclosure.what} == {"language"}


def test_a_disclosure_holds_names_of_fields_and_never_their_values(referral, worker, consent):
    assert "Elena" not in str(send(referral, worker, consent).what)


def test_without_a_consent_nothing_is_sent_and_the_sentence_says_what_to_do(referral, worker):
    assert refused(referral, worker) == (
        f"Not sent. This family has no consent in force for {referral.service.partner}. "
        "Ask for consent or give the number only."
    )


def test_a_consent_for_another_partner_is_no_consent(referral, worker):
    ConsentFactory(family=referral.family)

    refused(referral, worker)


def test_another_familys_consent_is_no_consent(referral, worker):
    ConsentFactory(partner=referral.service.partner)

    refused(referral, worker)


def test_an_expired_consent_is_no_consent(referral, worker):
    ConsentFactory(
        family=referral.family,
        partner=referral.service.partner,
        given_on=TODAY - timedelta(days=30),
        expires_on=TODAY - timedelta(days=1),
    )

    refused(referral, worker)


def test_a_consent_holds_on_its_last_day(referral, worker):
    last = ConsentFactory(
        family=referral.family,
        partner=referral.service.partner,
        given_on=TODAY - timedelta(days=30),
        expires_on=TODAY,
    )

    assert send(referral, worker, last)


def test_a_consent_taken_back_is_no_consent(referral, worker, consent):
    actions.revoke(consent=consent, by=worker)

    refused(referral, worker)


def test_a_consent_for_a_group_covers_its_partners(referral, worker):
    group = referral.service.partner.group
    consent = ConsentFactory(family=referral.family, partner=None, partner_group=group)

    assert send(referral, worker, consent).consent == consent


def test_a_consent_for_another_group_covers_nobody_here(referral, worker):
    ConsentFactory(family=referral.family, partner=None, partner_group="vi")

    refused(referral, worker)


def test_a_referral_by_name_that_says_nothing_is_not_sent(referral, worker, consent):
    refused(referral, worker, actions.NothingPicked)


def test_when_the_disclosure_cannot_be_written_nothing_is_sent(referral, worker, consent, monkeypatch):
    def fails(**kwargs):
        raise DatabaseError

    monkeypatch.setattr(Disclosure.objects, "create", fails)
    with pytest.raises(DatabaseError):
        send(referral, worker, consent)

    referral.refresh_from_db()
    assert (referral.state, referral.events.count()) == ("draft", 0)


def test_giving_the_number_lets_nothing_out(referral, worker):
    actions.inform(referral=referral, by=worker)

    referral.refresh_from_db()
    assert (referral.state, referral.consent, Disclosure.objects.count()) == ("informed", None, 0)


def test_a_referral_is_sent_once(referral, worker, consent):
    send(referral, worker, consent)

    with pytest.raises(MoveNotAllowed):
        send(referral, worker, consent)
    assert Disclosure.objects.count() == 1


def test_help_received_is_written_once_with_its_year(referral, worker, consent, center):
    send(referral, worker, consent)
    move(referral, worker, "receive", received_on=TODAY, what="Twelve weeks of class")

    service = ServiceReceived.objects.get()
    referral.refresh_from_db()
    assert (service.what, service.category, service.need, service.source, service.program_year) == (
        "Twelve weeks of class", referral.need.category, referral.need, "referral", center.program.years.get(),
    )  # fmt: skip
    assert (referral.state, referral.service_received) == ("received", service)


def test_closing_the_loop_can_close_the_need(referral, worker, consent):
    send(referral, worker, consent)
    move(referral, worker, "receive", received_on=TODAY, what="A class")
    referral.refresh_from_db()
    move(referral, worker, "complete", need_met="yes", confirmed_by="family", satisfaction=5, close_need=True)

    referral.refresh_from_db()
    referral.need.refresh_from_db()
    assert (referral.state, referral.closed_on, referral.satisfaction) == ("completed", TODAY, 5)
    assert (referral.need.closed_on, referral.need.closing) == (TODAY, "met")


def test_a_referral_closed_without_help_counts_nothing(referral, worker, consent):
    send(referral, worker, consent)
    referral.refresh_from_db()
    move(referral, worker, "close_unmet", barrier="cost", confirmed_by="family")

    referral.refresh_from_db()
    assert (referral.state, referral.barrier, ServiceReceived.objects.count()) == ("not_received", "cost", 0)


def test_a_first_step_is_noted_on_the_need(referral, worker):
    actions.inform(referral=referral, by=worker)

    referral.need.refresh_from_db()
    assert referral.need.first_step_at is not None


def test_the_second_of_two_people_hears_what_the_first_did(referral, worker, supervisor, consent):
    send(referral, worker, consent)
    referral.refresh_from_db()
    opened = referral.version
    move(referral, worker, "acknowledge")

    with pytest.raises(actions.MovedMeanwhile) as caught:
        actions.move(
            referral=referral, name="decline", version=opened, by=supervisor,
            typed={"happened_on": TODAY, "barrier": "cost"},
        )  # fmt: skip

    assert str(worker) in str(caught.value)
    assert "seen by the partner" in str(caught.value)


def test_taking_a_consent_back_withdraws_what_nobody_has_answered(worker, family, consent, referral):
    send(referral, worker, consent)
    answered = ReferralFactory(family=family, service=referral.service)
    send(answered, worker, consent)
    answered.refresh_from_db()
    move(answered, worker, "accept")

    stopped, going_on = actions.revoke(consent=consent, by=worker, note="By phone")

    referral.refresh_from_db()
    answered.refresh_from_db()
    consent.refresh_from_db()
    assert (stopped, going_on) == ([referral], [answered])
    assert (referral.state, answered.state) == ("withdrawn", "accepted")
    assert (consent.revoked_by, consent.revoked_note, Disclosure.objects.count()) == (worker, "By phone", 2)


def test_a_consent_is_taken_back_once(consent, worker, supervisor):
    actions.revoke(consent=consent, by=worker)

    with pytest.raises(actions.AlreadyTakenBack):
        actions.revoke(consent=consent, by=supervisor)


def test_every_act_is_in_the_log(referral, worker, consent):
    send(referral, worker, consent)
    actions.revoke(consent=consent, by=worker)

    logged = AuditEvent.objects.filter(family_id=referral.family_id).order_by("pk")
    assert [event.event for event in logged] == ["need_first_step", "referral_sent", "consent_revoked"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE referrals_disclosure SET why = 'x'",
        "DELETE FROM referrals_disclosure",
        "TRUNCATE referrals_disclosure CASCADE",
        "UPDATE referrals_referralevent SET note = 'x'",
        "DELETE FROM referrals_referralevent",
    ],
)
def test_the_database_keeps_what_happened(referral, worker, consent, statement):
    send(referral, worker, consent)
    DisclosureFactory(family=referral.family)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_who_took_part_is_the_person_it_was_about(family, worker):
    person = MemberFactory(family=family, first_name="Rafael")
    referral = ReferralFactory(family=family, need=NeedFactory(family=family), about=person)
    actions.inform(referral=referral, by=worker)
    referral.refresh_from_db()
    move(referral, worker, "receive", received_on=TODAY, what="A class")

    assert list(ServiceReceived.objects.get().participants.all()) == [person]
