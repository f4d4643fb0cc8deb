"""Room as colleagues saw it, what families said, and a manager's stop."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from partners.models import DoNotRefer, FamilyWord, Service, ServiceCapacity


@transaction.atomic
def see_room(*, service, state, wait, by):
    """A colleague has learned whether there is room, and how long one waits; without one, the partner says so."""
    seen = ServiceCapacity.objects.create(
        service=service, state=state, wait=wait, seen_by=by, is_partners_word=by is None
    )
    said = "" if state == ServiceCapacity.State.OPEN else str(seen)
    Service.objects.filter(pk=service.pk).update(wait_seen=said, wait_seen_on=timezone.localdate())
    audit.record("service_room_seen", about=service, by=by, state=state)
    return seen


@transaction.atomic
def hear(*, word, by):
    """A family has said something about a service; it is kept without a way to that family."""
    word.heard_by = by
    word.save()
    audit.record("family_word_heard", about=word.service, by=by)
    return word


@transaction.atomic
def withdraw(*, word, by):
    """What was said is shown no longer. Taken back twice, the first stays."""
    gone = FamilyWord.objects.filter(pk=word.pk, withdrawn_on=None).update(
        withdrawn_on=timezone.localdate(), withdrawn_by=by
    )
    if gone:
        audit.record("family_word_withdrawn", about=word.service, by=by)


class StoppedAlready(Exception):
    """There is a stop already; it says why itself."""


@transaction.atomic
def stop(*, stop, by):
    """Families are not sent there from now on."""
    there = DoNotRefer.objects.in_force().filter(partner=stop.partner, service=stop.service)
    if there.select_for_update().exists():
        raise StoppedAlready(_("Somebody has said already not to refer there. Lift that first."))
    stop.said_by = by
    stop.save()
    audit.record("referring_stopped", about=stop.service or stop.partner, by=by)
    return stop


@transaction.atomic
def lift(*, stop, by):
    """Families may be sent there again. Lifted twice, the first stays."""
    lifted = DoNotRefer.objects.filter(pk=stop.pk, ended_on=None).update(ended_on=timezone.localdate(), ended_by=by)
    if lifted:
        audit.record("referring_taken_up", about=stop.service or stop.partner, by=by)
