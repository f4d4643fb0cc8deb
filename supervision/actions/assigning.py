"""Give families a main worker, hand a caseload over in one act, and take that back until its day."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, planned
from families.actions import AssignedAlready, assign
from families.models import Assignment, Family
from supervision.actions.decisions import pass_on
from supervision.models import Handed, HandOver

PRIMARY = Assignment.Kind.PRIMARY


class MovedMeanwhile(Exception):
    """Somebody else has changed who serves a family. The text is a sentence for the person who tried."""


class TooLate(Exception):
    """The new workers have started. The text is a sentence for the person who tried."""


@transaction.atomic
def assign_many(*, moves, starts_on, by, above=()):
    """Each of these families that nobody serves gets a main worker from a day: {family: colleague}.

    `above` are the reasons for those who come above their limit.
    """
    for family, worker in _in_order(moves):
        Family.objects.select_for_update(of=("self",)).get(pk=family.pk)
        if _primaries(family, starts_on).exists():
            raise MovedMeanwhile(_("%(family)s has a main worker meanwhile. Look again.") % {"family": family})
        assign(family=family, worker=worker, kind=PRIMARY, starts_on=starts_on, by=by)
    planned.keep_reasons(above, by=by)
    audit.record("families_assigned", by=by, families=len(moves), on=str(starts_on))
    pass_on(timezone.localdate())


@transaction.atomic
def hand_over(*, hand_over, moves, notes, by, above=()):
    """Families of one worker go to colleagues from a day: {family: colleague}, with a note for each by key.

    The old worker opens them until the day before; the record of who served when stays. `above` are the reasons for
    those who come above their limit.
    """
    hand_over.made_by = by
    hand_over.save()
    planned.keep_reasons(above, by=by)
    for family, worker in _in_order(moves):
        _hand(hand_over, family, worker, notes.get(family.pk, ""), by)
    facts = {"worker": hand_over.worker_id, "families": len(moves), "on": str(hand_over.starts_on)}
    audit.record("caseload_handed_over", about=hand_over, by=by, **facts)
    pass_on(timezone.localdate())
    return hand_over


def _in_order(moves):
    """By key, so that two supervisors at once wait for each other and never for themselves."""
    return sorted(moves.items(), key=lambda each: each[0].pk)


def _hand(hand_over, family, worker, note, by):
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)
    serving = list(_primaries(family, hand_over.starts_on))
    if [one.worker_id for one in serving] != [hand_over.worker_id] or serving[0].ends_on:
        raise MovedMeanwhile(_("%(family)s changes its worker already. Look again.") % {"family": family})
    try:
        begun = assign(
            family=family, worker=worker, kind=PRIMARY, starts_on=hand_over.starts_on, by=by, handover_note=note
        )
    except AssignedAlready as sentence:
        raise MovedMeanwhile(str(sentence)) from sentence
    ended = Assignment.objects.filter(pk=serving[0].pk).first()
    Handed.objects.create(hand_over=hand_over, family=family, to=worker, ended=ended, begun=begun)


def _primaries(family, on):
    """Main workers of a family on a day and later."""
    serving = Assignment.objects.filter(family=family, kind=PRIMARY).exclude(ends_on__lt=on)
    return serving.order_by("starts_on", "pk")


@transaction.atomic
def undo(*, hand_over, by):
    """Until the day itself everything is as it was: the old worker stays."""
    hand_over = HandOver.objects.select_for_update(of=("self",)).get(pk=hand_over.pk)
    if not hand_over.may_be_undone():
        raise TooLate(_("The new workers have started. Hand the families back instead."))
    for handed in hand_over.families.select_related("begun", "ended", "family").order_by("family"):
        _take_back(handed)
    hand_over.undone_at, hand_over.undone_by = timezone.now(), by
    hand_over.save(update_fields=["undone_at", "undone_by"])
    audit.record("hand_over_undone", about=hand_over, by=by, worker=hand_over.worker_id)
    return hand_over


def _take_back(handed):
    """A family somebody has given to a third colleague since then keeps that one."""
    if handed.begun is None or handed.begun.ends_on or handed.ended is None:
        raise MovedMeanwhile(_("%(family)s was changed since then. Look at that first.") % {"family": handed.family})
    handed.begun.delete()
    handed.ended.ends_on = None
    handed.ended.save(update_fields=["ends_on"])
