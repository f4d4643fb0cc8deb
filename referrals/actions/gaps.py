"""What is missing around us."""

from django.db import transaction

from agency import audit
from families.actions import take_first_step
from referrals.models import Gap


@transaction.atomic
def note_gap(*, need, reason, by, note=""):
    """Nothing near would do for this need, for this reason. Said again, the newer words stand."""
    said = {"note": note} if note else {}
    gap, is_new = Gap.objects.get_or_create(need=need, reason=reason, defaults={"noted_by": by, "note": note})
    if not is_new and said:
        Gap.objects.filter(pk=gap.pk).update(**said)
    take_first_step(need=need, by=by)
    audit.record("gap_noted", about=need, by=by, reason=reason)
    return gap
