"""A parent's no to a school, and taking it back (45 CFR 1303.22(b))."""

from django.db import transaction

from agency import audit
from referrals.models import SchoolRefusal


@transaction.atomic
def refuse_school(*, refusal, by):
    """Keep a parent's no: from that day no school gets anything about this child without a consent."""
    refusal.kept_by = by
    refusal.save()
    audit.record("school_refused", about=refusal, by=by, child=refusal.child_id)
    return refusal


@transaction.atomic
def take_back_refusal(*, refusal, parent, on, by):
    """They take their no back. That it was said stays."""
    held = SchoolRefusal.objects.select_for_update(of=("self",)).get(pk=refusal.pk)
    if held.taken_back_on is None:
        held.taken_back_on, held.taken_back_by = on, parent
        held.save(update_fields=["taken_back_on", "taken_back_by"])
        audit.record("school_refusal_taken_back", about=held, by=by)
    return held
