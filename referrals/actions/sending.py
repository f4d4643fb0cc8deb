"""From a draft to what left: by name under a consent, or the number only."""

from django.db import transaction
from django.utils import timezone

from agency import audit
from families.actions import take_first_step
from referrals import release, third_party
from referrals.actions.keeping import event, locked
from referrals.actions.trouble import AgreementTrouble, ConsentMissing, NothingPicked, NotNamed
from referrals.models import Consent, Disclosure
from referrals.states import REFERRAL, ReferralState


def consent_for(referral):
    """The consent in force that lets most of this referral go to its partner, or None.

    A restricted kind of need goes only under one that names that kind.
    """
    if referral.service_id is None:
        return None
    consents = _covering(referral).naming(referral.need.category)
    return max(
        consents, key=lambda consent: (len(consent.records), bool(consent.partner_id), consent.expires_on), default=None
    )


def _covering(referral):
    return Consent.objects.in_force().filter(family=referral.family_id).covering(referral.service.partner)


def no_consent(referral):
    """Why nothing of it may leave: there is no yes for this partner, or none that names this kind of need."""
    if _covering(referral).exists():
        return NotNamed(referral.service.partner, referral.need.category)
    return ConsentMissing(referral.service.partner)


@transaction.atomic
def prepare(*, referral, by):
    """Keep a new referral as a draft. Nothing has left, nobody has been told."""
    referral.made_by = by
    referral.save()
    event(referral, ReferralState.DRAFT, by)
    take_first_step(need=referral.need, by=by)
    audit.record("referral_prepared", about=referral, by=by)
    return referral


@transaction.atomic
def inform(*, referral, by):
    """The family has the number and goes there itself. No personal data leaves, so no consent is asked."""
    locked(referral)
    before = referral.state
    REFERRAL.take(referral, "inform")
    referral.sent_on = timezone.localdate()
    referral.save(update_fields=["state", "sent_on"])
    event(referral, before, by)
    take_first_step(need=referral.need, by=by)
    audit.record("referral_informed", about=referral, by=by)


@transaction.atomic
def send(*, referral, by, picked, how_sent, handed_over_to=""):
    """Release a referral to its partner and record the disclosure (45 CFR 1303.22), or send nothing.

    `picked` are the keys of the pieces staff left ticked; what the consent does not cover never goes.
    """
    locked(referral)
    before = referral.state
    REFERRAL.take(referral, "send")
    consent = consent_for(referral)
    if consent is None:
        raise no_consent(referral)
    Consent.objects.select_for_update().get(pk=consent.pk)  # a revocation at this moment waits, or came first
    if not Consent.objects.in_force().filter(pk=consent.pk).exists():
        raise ConsentMissing(referral.service.partner)
    trouble = third_party.agreement_check(referral.service.partner, timezone.localdate())
    if trouble and trouble.refuses:
        raise AgreementTrouble(trouble)
    leaving = release.picked(referral, consent, picked)
    if not leaving:
        raise NothingPicked
    disclosure = Disclosure.objects.create(
        family=referral.family,
        partner=referral.service.partner,
        recipient=f"{referral.service.partner}, {referral.service}",
        what=[entry for piece in leaving for entry in piece.entries()],
        why=referral.reason,
        consent=consent,
        how=how_sent,
        made_by=by,
    )
    referral.consent, referral.disclosure, referral.sent_on = consent, disclosure, timezone.localdate()
    referral.how_sent, referral.handed_over_to = how_sent, handed_over_to
    referral.save(update_fields=["state", "consent", "disclosure", "sent_on", "how_sent", "handed_over_to"])
    event(referral, before, by)
    take_first_step(need=referral.need, by=by)
    audit.record("referral_sent", about=referral, by=by, disclosure=disclosure.pk, consent=consent.pk, how=how_sent)
    return disclosure
