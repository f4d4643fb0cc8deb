"""Write a note with the goals it touched; change it; see that a next step is done."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, held
from goals.models import GoalTouched, ProgressNote, SharedWriting


class TooLate(Exception):
    """A writing to several families can be taken back for a short while. The text is for the person who tried."""


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


COPIED = ("contact", "text", "next_step", "next_on", "visibility", "happened_on", "minutes")


@transaction.atomic
def write_to_many(*, form, by):
    """The same words become a note of each family chosen; together they are one writing."""
    families = list(form.cleaned_data["families"])
    writing = SharedWriting.objects.create(written_by=by, families=len(families))
    said = {name: form.cleaned_data[name] for name in COPIED}
    ProgressNote.objects.bulk_create(
        ProgressNote(family=family, writing=writing, written_by=by, **said) for family in families
    )
    audit.record("note_written_to_many", about=writing, by=by, families=len(families), visibility=said["visibility"])
    return writing


@transaction.atomic
def take_back(*, writing, by):
    """All notes of one writing go, but for those somebody has changed since; the row history keeps what they said."""
    locked = SharedWriting.objects.select_for_update().get(pk=writing.pk)
    if not locked.may_be_undone:
        raise TooLate(_("This can be taken back for fifteen minutes. Now each note is corrected by itself."))
    untouched = locked.notes.filter(version=0, next_done_on=None)
    held.refuse(*untouched.values_list("family", flat=True))
    taken, _by_model = untouched.delete()
    locked.undone_at = timezone.now()
    locked.save(update_fields=["undone_at"])
    audit.record("note_to_many_taken_back", about=locked, by=by, notes=taken)
    return taken


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


@transaction.atomic
def next_step_open_again(*, note, by):
    """It was ticked by mistake."""
    locked = ProgressNote.objects.select_for_update(of=("self",)).get(pk=note.pk)
    locked.next_done_on = None
    locked.save(update_fields=["next_done_on"])
    audit.record("note_next_step_open_again", about=locked, by=by)
    return locked


def restricted_opened(*, note, by):
    """A restricted note was read: beside the look at the family, the note itself is named."""
    audit.record("restricted_note_opened", about=note, by=by)
