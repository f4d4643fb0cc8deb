"""Write down that somebody thought along about a family with which child welfare is involved."""

from django.db import transaction

from agency import audit


@transaction.atomic
def keep(*, form, by):
    """A new consultation, or one corrected."""
    is_new = form.instance.pk is None
    if is_new:
        form.instance.recorded_by = by
    consultation = form.save()
    event = "consultation_kept" if is_new else "consultation_changed"
    audit.record(event, about=consultation, by=by, held_on=str(consultation.held_on))
    return consultation
