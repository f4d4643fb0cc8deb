"""Keep what a family and a member of staff wrote together on one screen: all of it, or nothing."""

from django.db import transaction

from agency import audit
from goals.actions import agreement as agreement_actions
from goals.actions import goal as goal_actions
from goals.models import Goal
from goals.states import GoalState


class ChangedMeanwhile(Exception):
    """A colleague changed the same words. The forms hold both; nothing has been saved."""


@transaction.atomic
def keep(*, agreement, goals, new, answers, by):
    """Save the goals that changed, the one that is new, and the answers. Raises ChangedMeanwhile."""
    for form in goals:
        _keep_goal(form, by)
    if any(form.errors for form in goals):
        transaction.set_rollback(True)
        raise ChangedMeanwhile
    _set_new(new, by)
    agreement_actions.answer(agreement=agreement, said=answers.changed(), by=by)


def _keep_goal(form, by):
    current = Goal.objects.select_for_update(of=("self",)).get(pk=form.goal.pk)
    seen = as_it_was(current, form.cleaned_data["version"])
    changed = form.changes_to(current, seen)
    if form.errors:
        return
    if changed:
        for name, value in changed.items():
            setattr(current, name, value)
        current.save(update_fields=list(changed))
        audit.record("goal_changed_together", about=current, by=by, fields=sorted(changed))
    _add_step(form, current, by)


def as_it_was(goal, version):
    """The goal as it stood in that version: itself, or the row the database kept."""
    if goal.version == version:
        return goal
    return goal.history.filter(version=version).first() or goal


def _add_step(form, goal, by):
    step = form.new_step(goal, goal.steps.count() + 1)
    if step and not goal.steps.filter(what=step.what).exists():
        step.save()
        audit.record("goal_step_added", about=goal, by=by, step=step.pk)


def _set_new(form, by):
    goal = form.goal()
    if goal is None:
        return
    goal_actions.set_goal(goal=goal, by=by)
    goal.needs.set(form.cleaned_data.get("needs", []))
    _add_step(form, goal, by)


@transaction.atomic
def begin_with(*, family, by):
    """What they have put into a sentence one can see come true begins; so it stands on the paper they read next."""
    waiting = Goal.objects.filter(family=family, state=GoalState.DRAFT).exclude(statement="")
    for goal in waiting:
        goal_actions.move(goal=goal, name="start", by=by)
    return len(waiting)
