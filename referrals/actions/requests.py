"""What a parent asks about the record: written down, answered, heard (45 CFR 1303.23)."""

from django.db import transaction

from agency import audit
from referrals.models import RecordRequest
from referrals.request_states import REQUEST, RequestState


@transaction.atomic
def ask(*, request, by):
    """Keep what a parent asks. From now on nothing of the record may be destroyed until they are answered."""
    request.recorded_by = by
    request.save()
    audit.record("record_requested", about=request, by=by, kind=request.kind)
    return request


@transaction.atomic
def take_step(*, request, name, by, typed):
    """One step in a request's life. `typed` are the cleaned words of the step's form."""
    held = RecordRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    before = held.state
    REQUEST.take(held, name)
    for field, value in typed.items():
        setattr(held, field, value)
    if before == RequestState.ASKED:
        held.answered_by = by
    if "decided_on" in typed:
        held.decided_by = by
    held.save()
    audit.record("record_request_moved", about=held, by=by, move=name, before=str(before), after=str(held.state))
    return held
