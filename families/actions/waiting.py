"""Put something due aside for some days, with a reason; take it back before its day."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from agency import audit
from families.models import Family, Snooze


class TooLong(Exception):
    """Longer than the agency lets anything wait. The text is a sentence for the person who tried."""


@transaction.atomic
def put_aside(*, family, kind, about, days, reason, at_most, by):
    """`kind` and `about` name one due thing of the family. Put aside again, the newer day holds."""
    if not 0 < days <= at_most:
        raise TooLong(
            ngettext(
                "Nothing is put aside for longer than %(n)s day.",
                "Nothing is put aside for longer than %(n)s days.",
                at_most,
            )
            % {"n": at_most}
        )
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)
    on = timezone.localdate()
    _take_back(family, kind, about)
    kept = Snooze.objects.create(
        family=family, kind=kind, about=about, set_on=on, until_on=on + timedelta(days=days), at_most=at_most,
        reason=reason, by=by,
    )  # fmt: skip
    audit.record("put_aside", about=kept, by=by, kind=kind, days=days)
    return kept


@transaction.atomic
def bring_back(*, family, kind, about, by):
    """It stands on the day again, before its own day came."""
    if _take_back(family, kind, about):
        audit.record("brought_back", about=family, by=by, kind=kind)


def _take_back(family, kind, about):
    there = Snooze.objects.in_force().filter(family=family, kind=kind, about=about)
    return there.update(ended_at=timezone.now())
