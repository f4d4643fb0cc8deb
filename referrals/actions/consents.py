"""A family's yes: given, taken back; and what left under a named exception."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, files
from referrals import wording
from referrals.actions import requests
from referrals.actions.keeping import event
from referrals.actions.trouble import AlreadyTakenBack
from referrals.models import Consent, ConsentPaper, PartnerLink, Referral, ReferralEvent
from referrals.states import REFERRAL, ReferralState

UNANSWERED = (ReferralState.SENT, ReferralState.ACKNOWLEDGED)


@transaction.atomic
def give_consent(*, consent, by, text, signed, paper=None):
    """Keep a signed consent with exactly the text that was shown, its hash, and the paper when there is a picture."""
    consent.taken_by = by
    consent.text_shown, consent.text_hash = text, wording.hash_of(text)
    consent.strokes = signed or None
    consent.save()
    named = {"records": consent.records, "restricted": consent.restricted}
    audit.record("consent_given", about=consent, by=by, until=str(consent.expires_on), **named)
    if paper:
        attach_paper(consent=consent, upload=paper, by=by)
    return consent


@transaction.atomic
def give_copy(*, consent, language, by):
    """The family has its copy, in a language it reads."""
    consent.copy_given_on, consent.copy_language = timezone.localdate(), language
    consent.save(update_fields=["copy_given_on", "copy_language"])
    audit.record("consent_copy_given", about=consent, by=by, language=language)


@transaction.atomic
def attach_paper(*, consent, upload, by):
    """Put a picture of the signed paper beside the consent. A better picture is one more."""
    kept = files.kept(upload, kinds=files.PAPERS, folder="consents")
    paper = ConsentPaper.objects.create(consent=consent, attached_by=by, **asdict(kept))
    audit.record("consent_paper_attached", about=consent, by=by, paper=paper.pk)
    return paper


@transaction.atomic
def revoke(*, consent, by, note=""):
    """Take a consent back. It stops the future, not the past: what nobody has answered yet is withdrawn, and no link
    that lived on it opens anything any more.

    Returns the referrals that were withdrawn, and those that go on because the partner has answered.
    """
    held = Consent.objects.select_for_update().get(pk=consent.pk)
    if held.revoked_at:
        raise AlreadyTakenBack
    consent.revoked_at, consent.revoked_by, consent.revoked_note = timezone.now(), by, note
    consent.save(update_fields=["revoked_at", "revoked_by", "revoked_note"])
    links = _shut_links(consent, by)
    under = Referral.objects.select_for_update(of=("self",)).filter(consent=consent).select_related("service__partner")
    stopped = list(under.filter(state__in=UNANSWERED))
    going_on = list(under.waiting().exclude(state__in=UNANSWERED))
    for referral in stopped:
        _withdraw(referral, by, _("The family took its consent back."))
    audit.record("consent_revoked", about=consent, by=by, withdrawn=len(stopped), links=links)
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
def keep_statement(*, statement, by, request=None):
    """Keep a parent's own words beside the part of the record they contest (45 CFR 1303.23(c)).

    With the `request` whose hearing left the record as it is, that request ends with these words.
    """
    statement.kept_by = by
    statement.save()
    audit.record("statement_kept", about=statement, by=by)
    if request:
        requests.take_step(request=request, name="state", by=by, typed={"statement": statement})
    return statement


def _shut_links(consent, by):
    """No link under this consent opens anything from now on; held before the referrals, as a partner's answer does."""
    links = PartnerLink.objects.filter(referral__consent=consent, revoked_at=None)
    held = list(links.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    shut = {"revoked_at": consent.revoked_at, "revoked_by": by}
    return PartnerLink.objects.filter(pk__in=held).update(**shut)


def _withdraw(referral, by, why):
    before = referral.state
    REFERRAL.take(referral, "withdraw")
    referral.closed_on = timezone.localdate()
    referral.save(update_fields=["state", "closed_on"])
    source = ReferralEvent.Source.FAMILY
    event(referral, before, by, {"note": why, "source": source, "happened_on": timezone.localdate()})
