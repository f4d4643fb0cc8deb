"""Hold a review: one decision per goal, each applied at once. Celebrate, and mark the moment."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from goals.actions import goal as goal_actions
from goals.models import ReviewDecision
from goals.states import GoalState

D = ReviewDecision.Decision


class MarkedAlready(Exception):
    """A moment is marked once. The text is a sentence for the person who tried."""


@transaction.atomic
def hold(*, form, decisions, by):
    """Keep the review and do what was decided about each goal. `decisions` are the valid forms, one per goal."""
    form.instance.held_by = by
    review = form.save()
    for decided in decisions:
        _decide(review, decided.goal, decided.cleaned_data, by)
    audit.record("review_held", about=review, by=by, goals=len(decisions))
    return review


def _decide(review, goal, said, by):
    ReviewDecision.objects.create(review=review, goal=goal, decision=said["decision"], comment=said["comment"])
    if said["confidence"] and said["confidence"] != goal.confidence:
        goal.confidence = said["confidence"]
        goal.save(update_fields=["confidence"])
    name = move_for(said["decision"], goal)
    if name:
        goal_actions.move(
            goal=goal, name=name, by=by, reason=said["comment"], on=review.held_on, resume_on=said["resume_on"]
        )


def move_for(decision, goal):
    """The move a decision means for this goal, or None when it stays as it is."""
    if decision in (D.CONTINUE, D.CHANGE):
        return None
    if decision == D.HOLD and goal.state == GoalState.ON_HOLD:
        return None
    return str(decision)


@transaction.atomic
def celebrate(*, form, by):
    """Write down what there is to celebrate and how the family would like it."""
    form.instance.added_by = by
    celebration = form.save()
    audit.record("celebration_noticed", about=celebration, by=by)
    return celebration


@transaction.atomic
def mark(*, celebration, by):
    """The moment was marked, as the family wished."""
    locked = type(celebration).objects.select_for_update(of=("self",)).get(pk=celebration.pk)
    if locked.marked_on:
        raise MarkedAlready(_("This moment was marked already."))
    locked.marked_on = timezone.localdate()
    locked.save(update_fields=["marked_on"])
    audit.record("celebration_marked", about=locked, by=by)
    return locked
