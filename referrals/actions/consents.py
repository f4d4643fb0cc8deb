"""A family's yes: given, taken back; and what left under a named exception."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, files
from referrals import wording
from referrals.actions.keeping import event
from referrals.actions.trouble import AlreadyTakenBack
from referrals.models import Consent, ConsentPaper, Referral, ReferralEvent
from referrals.states import REFERRAL, ReferralState

UNANSWERED = (ReferralState.SENT, ReferralState.ACKNOWLEDGED)


@transaction.atomic
def give_consent(*, consent, by, text, signed):
    """Keep a signed consent with exactly the text that was shown, and its hash."""
    consent.taken_by = by
    consent.text_shown, consent.text_hash = text, wording.hash_of(text)
    consent.strokes = signed or None
    consent.save()
    audit.record("consent_given", about=consent, by=by, records=consent.records, until=str(consent.expires_on))
    return consent


@transaction.atomic
def attach_paper(*, consent, upload, by):
    """Put a picture of the signed paper beside the consent. A better picture is one more."""
    kept = files.kept(upload, kinds=files.PAPERS, folder="consents")
    paper = ConsentPaper.objects.create(consent=consent, attached_by=by, **asdict(kept))
    audit.record("consent_paper_attached", about=consent, by=by, paper=paper.pk)
    return paper


@transaction.atomic
def revoke(*, consent, by, note=""):
    """Take a consent back. It stops the future, not the past: what nobody has answered yet is withdrawn.

    Returns the referrals that were withdrawn, and those that go on because the partner has answered.
    """
    held = Consent.objects.select_for_update().get(pk=consent.pk)
    if held.revoked_at:
        raise AlreadyTakenBack
    consent.revoked_at, consent.revoked_by, consent.revoked_note = timezone.now(), by, note
    consent.save(update_fields=["revoked_at", "revoked_by", "revoked_note"])
    under = Referral.objects.select_for_update(of=("self",)).filter(consent=consent).select_related("service__partner")
    stopped = list(under.filter(state__in=UNANSWERED))
    going_on = list(under.waiting().exclude(state__in=UNANSWERED))
    for referral in stopped:
        _withdraw(referral, by, _("The family took its consent back."))
    audit.record("consent_revoked", about=consent, by=by, withdrawn=len(stopped))
    return stopped, going_on


@transaction.atomic
def disclose(*, disclosure, facts, by):
    """Write down by hand what left under a named exception of 45 CFR 1303.22(b)-(c), with the facts it asks for."""
    disclosure.made_by = by
    disclosure.save()
    facts.disclosure = disclosure
    facts.save()
    audit.record("disclosure_recorded", about=disclosure, by=by, exception=disclosure.exception)
    return disclosure


@transaction.atomic
def keep_statement(*, statement, by):
    """Keep a parent's own words beside the part of the record they contest (45 CFR 1303.23(c))."""
    statement.kept_by = by
    statement.save()
    audit.record("statement_kept", about=statement, by=by)
    return statement


def _withdraw(referral, by, why):
    before = referral.state
    REFERRAL.take(referral, "withdraw")
    referral.closed_on = timezone.localdate()
    referral.save(update_fields=["state", "closed_on"])
    source = ReferralEvent.Source.FAMILY
    event(referral, before, by, {"note": why, "source": source, "happened_on": timezone.localdate()})
