"""Write a note with the goals it touched; change it; see that a next step is done."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from goals.models import GoalTouched, ProgressNote


class NothingLeftToDo(Exception):
    """The note has no next step that waits. The text is a sentence for the person who tried."""


@transaction.atomic
def write(*, form, by):
    """Keep the note, who was there, and how far each goal moved."""
    form.instance.written_by = by
    note = form.save()
    touch(note=note, moved=form.moved())
    audit.record("note_written", about=note, by=by, visibility=note.visibility, contact=note.contact)
    return note


@transaction.atomic
def change(*, form, by):
    """Keep a corrected note. The database keeps the old one beside it."""
    note = form.save()
    touch(note=note, moved=form.moved())
    audit.record("note_changed", about=note, by=by)
    return note


def touch(*, note, moved):
    """`moved` says for each goal (by key) how far it went; an empty word: the note does not speak of it."""
    note.goals_touched.filter(goal__in=moved).delete()
    GoalTouched.objects.bulk_create(
        GoalTouched(note=note, goal_id=goal_id, moved=how) for goal_id, how in moved.items() if how
    )


@transaction.atomic
def next_step_done(*, note, by):
    """What was to come next has been done."""
    locked = ProgressNote.objects.select_for_update(of=("self",)).get(pk=note.pk)
    if not locked.next_step or locked.next_done_on:
        raise NothingLeftToDo(_("This next step is done already."))
    locked.next_done_on = timezone.localdate()
    locked.save(update_fields=["next_done_on"])
    audit.record("note_next_step_done", about=locked, by=by)
    return locked


def restricted_opened(*, note, by):
    """A restricted note was read: beside the look at the family, the note itself is named."""
    audit.record("restricted_note_opened", about=note, by=by)
