"""What becomes of a referral: moves by the one table, tries that changed nothing, help that really came."""

from django.db import transaction
from django.utils import timezone

from agency import audit
from families.actions import receive, uncount
from families.models import Need, ServiceReceived
from referrals.actions.keeping import event, locked
from referrals.actions.trouble import MovedMeanwhile
from referrals.models import Referral
from referrals.states import ENDED, REFERRAL

OWN = ("appointment_on", "wait_place", "expected_on", "barrier", "need_met", "confirmed_by", "satisfaction")


@transaction.atomic
def move(*, referral, name, by, typed, version=None, source="", **facts):
    """One step in a referral's life. `typed` are the cleaned words of the move's form.

    Staff write down what `typed` says who told them. A partner or the family who answer through a link of their own are
    the `source`; then nobody of ours wrote it down (`by` is None), and there is no `version` they could have seen.
    `facts` are further columns of the event.
    """
    locked(referral)
    if version is not None and referral.version != version:
        raise MovedMeanwhile(referral)
    typed = typed | ({"source": source} if source else {})
    day = typed.get("happened_on") or typed.get("received_on") or timezone.localdate()
    typed = typed | {"happened_on": day}
    before = referral.state
    REFERRAL.take(referral, name)
    if referral.state == before:
        facts.setdefault("said", name)  # it says something although the state stays: no mere try
    changed = ["state", *_take_over(referral, typed)]
    if name == "receive":
        referral.service_received = _received(referral, typed, by)
        changed.append("service_received")
    if referral.state in ENDED:
        referral.closed_on = day
        changed.append("closed_on")
    gone = None
    if name == "take_back":
        gone, referral.service_received = referral.service_received, None
        changed.append("service_received")
    referral.save(update_fields=changed)
    if gone:
        uncount(service=gone, by=by)
    kept = event(referral, before, by, typed, **facts)
    if typed.get("close_need"):
        _close_need(referral, day, by)
    audit.record("referral_moved", about=referral, by=by, move=name, before=str(before), after=str(referral.state))
    return kept


@transaction.atomic
def record_try(*, referral, by, typed):
    """Somebody asked and nothing changed: a call nobody took, a message left."""
    locked(referral)
    kept = event(referral, referral.state, by, typed)
    audit.record("referral_asked", about=referral, by=by)
    return kept


def _take_over(referral, typed):
    """Write what was typed into the referral's own fields; returns their names."""
    names = [name for name in OWN if typed.get(name) not in (None, "")]
    if "appointment_on" in names:
        names.append("appointment_time")  # another day without an hour: the old hour no longer holds
    for name in names:
        setattr(referral, name, typed.get(name))
    return names


def _received(referral, typed, by):
    """The help that came: only this counts in the PIR, on its own day. Written once; the referral keeps it."""
    if referral.service_received_id:
        return referral.service_received
    service = ServiceReceived(
        family=referral.family,
        category=referral.need.category,
        what=typed.get("what") or str(referral),
        received_on=typed.get("received_on") or typed["happened_on"],
        source=ServiceReceived.Source.REFERRAL,
        need=referral.need,
    )
    return receive(service=service, participants=[referral.about] if referral.about else [], by=by)


def _close_need(referral, day, by):
    closing = Need.Closing.MET if referral.need_met == Referral.NeedMet.YES else Need.Closing.PARTLY
    ended = {"closed_on": day, "closing": closing, "closed_through": Need.Through.SERVICE}
    if Need.objects.open().filter(pk=referral.need_id).update(**ended):
        audit.record("need_closed", about=referral.need, by=by, closing=str(closing))
