"""Needs: add, first step, close, open again."""

from django.db import transaction
from django.utils import timezone

from agency import audit
from families.models import (
    Need,
)


@transaction.atomic
def add_need(*, need, by):
    """Keep a need somebody told us about outside of a conversation."""
    need.added_by = by
    need.save()
    audit.record("need_added", about=need, by=by, urgency=need.urgency)
    return need


@transaction.atomic
def take_first_step(*, need, by):
    """Something has been done about an urgent need: its clock stops. Asked twice, the first moment stays."""
    current = Need.objects.select_for_update(of=("self",)).get(pk=need.pk)
    if current.first_step_at is None:
        current.first_step_at = timezone.now()
        current.save(update_fields=["first_step_at"])
        audit.record("need_first_step", about=current, by=by)
    return current


@transaction.atomic
def close_need(*, form, by):
    """A need ends, as the form says: met, met enough, no longer theirs, or they left."""
    need = form.save()
    audit.record("need_closed", about=need, by=by, closing=need.closing)
    return need


@transaction.atomic
def reopen_need(*, need, by):
    """A need is open again: it came back, or was closed by mistake."""
    need.closed_on, need.closing, need.closed_through, need.closed_with = None, "", "", None
    need.reopened_on = timezone.localdate()
    need.save(update_fields=["closed_on", "closing", "closed_through", "closed_with", "reopened_on"])
    audit.record("need_opened_again", about=need, by=by)


@transaction.atomic
def move(*, need, beside, up, by):
    """The family puts one need before or after its neighbor: `beside` are the needs in the order of the page."""
    order = [one.pk for one in beside]
    at = order.index(need.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(order):
        return
    order[at], order[to] = order[to], order[at]
    ranks = {pk: rank for rank, pk in enumerate(order, start=1)}
    for one in Need.objects.select_for_update(of=("self",)).filter(pk__in=order).order_by("pk"):
        if one.rank != ranks[one.pk]:
            one.rank = ranks[one.pk]
            one.save(update_fields=["rank"])
    audit.record("needs_ranked", about=need, by=by)


@transaction.atomic
def work_on(*, need, when, by):
    """The family wants to work on this now, later or not."""
    if need.interest == when:
        return
    need.interest, need.rank = when, None
    need.save(update_fields=["interest", "rank"])
    audit.record("need_interest", about=need, by=by, interest=when)
