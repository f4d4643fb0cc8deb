"""What a family is living through: kept, ended, corrected."""

from django.db import transaction
from django.utils import timezone

from agency import audit


@transaction.atomic
def keep_fact(*, form, by):
    """Keep a time without a home, foster care, child welfare involvement or a plan elsewhere, as the form says."""
    is_new = form.instance.pk is None
    if is_new:
        form.instance.recorded_by = by
    fact = form.save()
    verb = "added" if is_new else "changed"
    audit.record(f"{fact._meta.model_name}_{verb}", about=fact, by=by)
    return fact


@transaction.atomic
def end_fact(*, fact, by):
    """It is over today. Ended twice, the first day stays."""
    name = "ends_on" if hasattr(fact, "ends_on") else "ended_on"
    if getattr(fact, name) is None:
        setattr(fact, name, timezone.localdate())
        fact.save(update_fields=[name])
        audit.record(f"{fact._meta.model_name}_ended", about=fact, by=by)
    return fact
