"""Who serves a family: assign, end, let somebody review."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, planned
from families.models import (
    Assignment,
    Family,
    ReviewerAccess,
)


class AssignedAlready(Exception):
    """This colleague serves the family in this way already. The text is a sentence for the person who tried."""


@transaction.atomic
def assign(*, family, worker, kind, starts_on, by, ends_on=None, handover_note="", above=None):
    """Let a colleague serve a family. A new main worker ends the time of the one before, the day before.

    `above` is the reason when that brings the colleague above the limit (agency.models.AboveLimit).
    """
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)  # two supervisors, one family
    there = Assignment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on), family=family, kind=kind)
    if there.filter(worker=worker, starts_on__lte=starts_on).exists():
        raise AssignedAlready(_("%(who)s does this for the family already.") % {"who": worker})
    if kind == Assignment.Kind.PRIMARY:
        _make_room(there, starts_on)
    planned.keep_reasons([above] if above else [], by=by)
    return begin_serving(
        family=family, worker=worker, kind=kind, starts_on=starts_on, ends_on=ends_on, note=handover_note, by=by
    )


def begin_serving(*, family, worker, kind, starts_on, by, ends_on=None, note=""):
    """A colleague serves a family from a day; whoever did so before stays as they are."""
    assignment = Assignment.objects.create(
        family=family,
        worker=worker,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        handover_note=note,
        assigned_by=by,
    )
    audit.record("family_assigned", about=assignment, by=by, kind=str(kind), worker=worker.pk, on=str(starts_on))
    return assignment


def _make_room(earlier, starts_on):
    """Who began before ends the day before; who began on this day, or was to begin later, gives way altogether."""
    earlier.filter(starts_on__gte=starts_on).delete()
    earlier.filter(starts_on__lt=starts_on).update(ends_on=starts_on - timedelta(days=1))


@transaction.atomic
def end_assignment(*, assignment, by):
    """Take a colleague off a family now: yesterday was the last day, or there was none."""
    today = timezone.localdate()
    audit.record("assignment_ended", about=assignment, by=by, worker=assignment.worker_id)
    if assignment.starts_on >= today:
        assignment.delete()
        return
    assignment.ends_on = today - timedelta(days=1)
    assignment.save(update_fields=["ends_on"])


@transaction.atomic
def let_review(*, family, reviewer, ends_on, by):
    """Put a family on a reviewer's list until a day, today at the earliest; asked again, the new day counts."""
    ReviewerAccess.objects.update_or_create(user=reviewer, family=family, defaults={"ends_on": ends_on})
    audit.record("review_allowed", about=family, by=by, reviewer=reviewer.pk, until=str(ends_on))


@transaction.atomic
def end_review(*, access, by):
    """Take a family off a reviewer's list now. The log keeps that it stood there."""
    audit.record("review_ended", about=access.family, by=by, reviewer=access.user_id)
    access.delete()
