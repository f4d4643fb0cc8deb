"""What people do with consents and referrals. Nothing about a family leaves except through `send` and `disclose`."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.templatetags.look import moment
from families.actions import receive, take_first_step
from families.models import Need, ServiceReceived
from partners.models import Service
from referrals import release, wording
from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from referrals.states import ENDED, REFERRAL, ReferralState

UNANSWERED = (ReferralState.SENT, ReferralState.ACKNOWLEDGED)


class ConsentMissing(Exception):
    """No consent of this family covers this partner today. The text is the sentence for the user."""

    def __init__(self, partner):
        super().__init__(
            _("Not sent. This family has no consent in force for %(partner)s. Ask for consent or give the number only.")
            % {"partner": partner}
        )


class NothingPicked(Exception):
    """A referral by name that says nothing at all."""

    def __init__(self):
        super().__init__(_("Not sent. Tick at least one line, or give the number only."))


class MovedMeanwhile(Exception):
    """Somebody else moved this referral after the page was opened."""

    def __init__(self, referral):
        last = referral.events.select_related("recorded_by").order_by("pk").last()
        words = {"state": referral.get_state_display(), "who": last.recorded_by if last else _("A colleague")}
        when = moment(last.recorded_at) if last else ""
        super().__init__(
            _(
                "Not saved yet. %(who)s changed this meanwhile (%(when)s); it is “%(state)s” now. "
                "What you typed is still here. Look, then save again if it still holds."
            )
            % (words | {"when": when})
        )


class AlreadyTakenBack(Exception):
    """A consent is taken back once."""

    def __init__(self):
        super().__init__(_("This consent had been taken back already. Nothing was changed."))


def consent_for(referral):
    """The consent in force that lets most of this referral go to its partner, or None."""
    if referral.service_id is None:
        return None
    partner = referral.service.partner
    consents = Consent.objects.in_force().filter(family=referral.family_id).covering(partner)
    return max(
        consents, key=lambda consent: (len(consent.records), bool(consent.partner_id), consent.expires_on), default=None
    )


@transaction.atomic
def prepare(*, referral, by):
    """Keep a new referral as a draft. Nothing has left, nobody has been told."""
    referral.made_by = by
    referral.save()
    _event(referral, ReferralState.DRAFT, by)
    take_first_step(need=referral.need, by=by)
    audit.record("referral_prepared", about=referral, by=by)
    return referral


@transaction.atomic
def inform(*, referral, by):
    """The family has the number and goes there itself. No personal data leaves, so no consent is asked."""
    _locked(referral)
    before = referral.state
    REFERRAL.take(referral, "inform")
    referral.sent_on = timezone.localdate()
    referral.save(update_fields=["state", "sent_on"])
    _event(referral, before, by)
    take_first_step(need=referral.need, by=by)
    audit.record("referral_informed", about=referral, by=by)


@transaction.atomic
def send(*, referral, by, picked, how_sent, handed_over_to=""):
    """Release a referral to its partner and record the disclosure (45 CFR 1303.22), or send nothing.

    `picked` are the keys of the pieces staff left ticked; what the consent does not cover never goes.
    """
    _locked(referral)
    before = referral.state
    REFERRAL.take(referral, "send")
    consent = consent_for(referral)
    if consent is None:
        raise ConsentMissing(referral.service.partner)
    Consent.objects.select_for_update().get(pk=consent.pk)  # a revocation at this moment waits, or came first
    if not Consent.objects.in_force().filter(pk=consent.pk).exists():
        raise ConsentMissing(referral.service.partner)
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
    _event(referral, before, by)
    take_first_step(need=referral.need, by=by)
    audit.record("referral_sent", about=referral, by=by, disclosure=disclosure.pk, consent=consent.pk, how=how_sent)
    return disclosure


@transaction.atomic
def move(*, referral, name, version, by, typed):
    """One step in a referral's life, told by somebody. `typed` are the cleaned words of the move's form."""
    _locked(referral)
    if referral.version != version:
        raise MovedMeanwhile(referral)
    before = referral.state
    REFERRAL.take(referral, name)
    changed = ["state", *_take_over(referral, typed)]
    if name == "receive":
        referral.service_received = _received(referral, typed, by)
        changed.append("service_received")
    if referral.state in ENDED:
        referral.closed_on = typed["happened_on"]
        changed.append("closed_on")
    referral.save(update_fields=changed)
    event = _event(referral, before, by, typed)
    if typed.get("close_need"):
        _close_need(referral, typed["happened_on"], by)
    audit.record("referral_moved", about=referral, by=by, move=name, before=str(before), after=str(referral.state))
    return event


@transaction.atomic
def record_try(*, referral, by, typed):
    """Somebody asked and nothing changed: a call nobody took, a message left."""
    event = _event(referral, referral.state, by, typed)
    audit.record("referral_asked", about=referral, by=by)
    return event


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
def disclose(*, disclosure, by):
    """Write down by hand what left under a named exception of 45 CFR 1303.22(b)-(c)."""
    disclosure.made_by = by
    disclosure.save()
    audit.record("disclosure_recorded", about=disclosure, by=by, exception=disclosure.exception)
    return disclosure


def _locked(referral):
    """Hold the row, and see it as it is now: two people cannot move the same referral at once."""
    now = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    for field in Referral._meta.concrete_fields:
        setattr(referral, field.attname, getattr(now, field.attname))
    if referral.service_id:
        referral.service = Service.objects.select_related("partner").get(pk=referral.service_id)


def _take_over(referral, typed):
    """Write what was typed into the referral's own fields; returns their names."""
    own = ("appointment_on", "barrier", "need_met", "confirmed_by", "satisfaction")
    names = [name for name in own if name in typed]
    for name in names:
        setattr(referral, name, typed[name])
    return names


def _received(referral, typed, by):
    """The help that came: only this counts in the PIR, on its own day. Written once; the referral keeps it."""
    if referral.service_received_id:
        return referral.service_received
    service = ServiceReceived(
        family=referral.family,
        category=referral.need.category,
        what=typed["what"],
        received_on=typed["received_on"],
        source=ServiceReceived.Source.REFERRAL,
        need=referral.need,
    )
    return receive(service=service, participants=[referral.about] if referral.about else [], by=by)


def _close_need(referral, day, by):
    closing = Need.Closing.MET if referral.need_met == Referral.NeedMet.YES else Need.Closing.PARTLY
    ended = {"closed_on": day, "closing": closing, "closed_through": Need.Through.SERVICE}
    if Need.objects.open().filter(pk=referral.need_id).update(**ended):
        audit.record("need_closed", about=referral.need, by=by, closing=str(closing))


def _withdraw(referral, by, why):
    before = referral.state
    REFERRAL.take(referral, "withdraw")
    referral.closed_on = timezone.localdate()
    referral.save(update_fields=["state", "closed_on"])
    source = ReferralEvent.Source.FAMILY
    _event(referral, before, by, {"note": why, "source": source, "happened_on": timezone.localdate()})


def _event(referral, before, by, typed=None):
    typed = typed or {}
    return ReferralEvent.objects.create(
        referral=referral,
        from_state=before,
        to_state=referral.state,
        source=typed.get("source") or ReferralEvent.Source.STAFF,
        note=typed.get("note", ""),
        happened_on=typed.get("happened_on") or timezone.localdate(),
        recorded_by=by,
    )
