"""What every action on a referral does: hold the row, and write down what happened."""

from django.utils import timezone

from partners.models import Service
from referrals.models import Referral, ReferralEvent

# What may come with an answer besides words.
TOLD = (
    "appointment_on",
    "appointment_time",
    "wait_place",
    "expected_on",
    "received_on",
    "what",
    "barrier",
    "need_met",
    "confirmed_by",
    "satisfaction",
)


def locked(referral):
    """Hold the row, and see it as it is now: two people cannot move the same referral at once."""
    now = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    for field in Referral._meta.concrete_fields:
        setattr(referral, field.attname, getattr(now, field.attname))
    if referral.service_id:
        referral.service = Service.objects.select_related("partner").get(pk=referral.service_id)


def event(referral, before, by, typed=None, **facts):
    """What happened, who told it and what came with it. `facts` are further columns of the event."""
    typed = typed or {}
    return ReferralEvent.objects.create(
        referral=referral,
        from_state=before,
        to_state=referral.state,
        source=typed.get("source") or ReferralEvent.Source.STAFF,
        note=typed.get("note", ""),
        told=_told(typed),
        happened_on=typed.get("happened_on") or timezone.localdate(),
        recorded_by=by,
        **facts,
    )


def _told(typed):
    """Days, places and codes that came with an answer, as JSON keeps them; None when nothing did."""
    said = {name: typed[name] for name in TOLD if typed.get(name) not in (None, "")}
    return {name: value if isinstance(value, int) else str(value) for name, value in said.items()} or None
