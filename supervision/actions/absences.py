"""Somebody is away: colleagues cover for these days and no longer, and it is written down."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families.actions import AssignedAlready, assign
from families.models import Assignment
from supervision.models import Absence


class CoverThere(Exception):
    """A colleague covers or serves a family in these days already. The text is a sentence for the person who tried."""


@transaction.atomic
def cover(*, absence, covers, by):
    """Keep an absence, and let each colleague cover: {family: colleague}. The covers end with it, by themselves."""
    absence.added_by = by
    absence.save()
    days = {"starts_on": absence.starts_on, "ends_on": absence.ends_on}
    for family, worker in sorted(covers.items(), key=lambda each: each[0].pk):
        try:
            row = assign(family=family, worker=worker, kind=Assignment.Kind.COVER, by=by, **days)
        except AssignedAlready as sentence:
            raise CoverThere(_("%(family)s: %(why)s") % {"family": family, "why": sentence}) from sentence
        absence.covers.add(row)
    facts = {"worker": absence.worker_id, "families": len(covers), "first": str(absence.starts_on)}
    audit.record("absence_covered", about=absence, by=by, last=str(absence.ends_on), **facts)
    return absence


@transaction.atomic
def back(*, absence, by):
    """The worker is back before the day: from now on nobody covers. What has begun ended yesterday."""
    today = timezone.localdate()
    absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    if absence.back_at or absence.ends_on < today:
        return absence
    running = absence.covers.exclude(ends_on__lt=today)
    running.filter(starts_on__gte=today).delete()
    running.filter(starts_on__lt=today).update(ends_on=today - timedelta(days=1))
    absence.back_at = timezone.now()
    absence.save(update_fields=["back_at"])
    audit.record("absence_ended", about=absence, by=by, worker=absence.worker_id)
    return absence
