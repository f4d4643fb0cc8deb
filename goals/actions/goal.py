"""Set a goal, move it through its states, take it up again; tick a step."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, held
from goals.models import Goal, GoalStatusChange, GoalStep, GoalSupport
from goals.models.agreement import PartnershipAgreement
from goals.states import ENDED, GOAL, AgreementState

KEPT = (  # what a goal that is taken up again keeps from the one before
    "family_words", "statement", "whose", "about", "why", "outcomes", "family_skills", "staff_skills", "strengths",
    "stressors", "check_in", "is_shared_with_team",
)  # fmt: skip


class SentenceMissing(Exception):
    """Work on a goal begins with a sentence one can see come true. The text is for the person who tried."""


class StillOpen(Exception):
    """A goal that has not ended cannot be taken up again. The text is for the person who tried."""


def open_agreement(family):
    """The agreement a new goal belongs to: the one the family said yes to, or None."""
    yes = (AgreementState.ACCEPTED, AgreementState.SIGNED, AgreementState.REVISING)
    return PartnershipAgreement.objects.filter(family=family, state__in=yes).first()


@transaction.atomic
def set_goal(*, goal, by):
    """Keep a new goal. It belongs to the family's agreement when there is one; it may also stand alone."""
    goal.agreement = open_agreement(goal.family)
    goal.added_by = by
    goal.save()
    audit.record("goal_set", about=goal, by=by)
    return goal


@transaction.atomic
def move(*, goal, name, by, reason="", on=None, resume_on=None, statement=""):
    """Make one move of the table and remember it with its reason. Raises MoveNotAllowed, SentenceMissing.

    `statement` is the sentence with which work begins, when it was written just now.
    """
    locked = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    before = locked.state
    GOAL.take(locked, name)
    if name == "start":
        locked.statement = statement or locked.statement
    if name == "start" and not locked.statement:
        raise SentenceMissing(_("Write one sentence that you can see come true, then start."))
    on = on or timezone.localdate()
    locked.ended_on = on if locked.state in ENDED else None
    locked.resume_on = resume_on if name == "hold" else None
    locked.save(update_fields=["state", "statement", "ended_on", "resume_on"])
    GoalStatusChange.objects.create(
        goal=locked, from_state=before, to_state=locked.state, reason=reason, changed_on=on, changed_by=by
    )
    audit.record(f"goal_{name}", about=locked, by=by)
    return locked


@transaction.atomic
def take_up_again(*, goal, by):
    """A goal that had ended begins a new cycle: a new goal with the same words and the steps that were left."""
    goal = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    following = goal.continued_by.first()
    if following is not None:
        return following
    if goal.is_open:
        raise StillOpen(_("This goal is still open. You can simply go on with it."))
    again = Goal(family=goal.family, continues=goal, **{name: getattr(goal, name) for name in KEPT})
    set_goal(goal=again, by=by)
    again.needs.set(goal.needs.filter(closed_on=None))
    _copy_what_is_left(goal, again)
    return again


def _copy_what_is_left(goal, again):
    left = goal.steps.filter(done_on=None)
    GoalStep.objects.bulk_create(
        GoalStep(goal=again, position=position, what=step.what, owner=step.owner, owner_name=step.owner_name)
        for position, step in enumerate(left, start=1)
    )
    GoalSupport.objects.bulk_create(
        GoalSupport(goal=again, kind=support.kind, what=support.what, cost=support.cost)
        for support in goal.supports.all()
    )


@transaction.atomic
def take_out(*, row, by):
    """A step or a support that was never theirs goes; the row history keeps what it said."""
    held.refuse(row.goal.family_id)
    audit.record(f"{row._meta.model_name}_taken_out", about=row.goal, by=by, row=row.pk)
    row.delete()


@transaction.atomic
def tick(*, step, by):
    """A step is done today; ticked again, it is open again."""
    locked = GoalStep.objects.select_for_update(of=("self",)).select_related("goal").get(pk=step.pk)
    locked.done_on = None if locked.done_on else timezone.localdate()
    locked.save(update_fields=["done_on"])
    audit.record("goal_step_done" if locked.done_on else "goal_step_open_again", about=locked.goal, by=by, step=step.pk)
    return locked
