"""Let a family's goal for its child into the classroom, end it, and keep what the teacher writes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from goals.models import ClassroomGoal, Goal


class InTheClassroomAlready(Exception):
    """A goal is in the classroom once. The text is a sentence for the person who tried."""


@transaction.atomic
def let_in(*, form, by):
    """The goal reaches the teachers' list: from now on each of them may see it, by the family's choice."""
    goal = Goal.objects.select_for_update(of=("self",)).get(pk=form.instance.goal_id)
    if ClassroomGoal.objects.today().filter(goal=goal).exists():
        raise InTheClassroomAlready(_("The classroom works on this goal already."))
    form.instance.added_by = by
    shared = form.save()
    for teacher in form.cleaned_data["teachers"]:
        teacher.goals.add(goal)
    audit.record("goal_into_classroom", about=goal, by=by, teachers=len(form.cleaned_data["teachers"]))
    return shared


@transaction.atomic
def end(*, shared, by):
    """The classroom no longer works on it. What was written stays, and the goal leaves the teachers' list."""
    locked = ClassroomGoal.objects.select_for_update(of=("self",)).select_related("goal").get(pk=shared.pk)
    if locked.ended_on is None:
        locked.ended_on = timezone.localdate()
        locked.save(update_fields=["ended_on"])
        audit.record("goal_out_of_classroom", about=locked.goal, by=by)
    return locked


@transaction.atomic
def write(*, form, by):
    """Keep how the goal entered the day, new or corrected; a correction leaves the old words in the history."""
    is_new = form.instance.pk is None
    if is_new:
        form.instance.written_by = by
    note = form.save()
    event = "classroom_note_written" if is_new else "classroom_note_changed"
    audit.record(event, about=note.classroom_goal.goal, by=by, note=note.pk)
    return note
