"""The import's work in the background. A killed worker leaves nothing half-done; the task comes again and does it."""

from datetime import timedelta
from functools import partial

from celery import shared_task
from django.conf import settings
from django.utils import timezone, translation

from agency import runs
from agency.imports import work
from agency.imports.states import BatchState
from agency.models import ImportBatch, User

KEPT = timedelta(days=30)
WAITING = (BatchState.NEW, BatchState.READY, BatchState.UNREADABLE)


@shared_task
def look_at_import(batch_id, run_id):
    """Read the file and say what would happen. Safe to run twice."""
    _run(batch_id, run_id, lambda by, tell: work.look(batch_id, tell))


@shared_task
def write_import(batch_id, run_id):
    """Write the import. Safe to run twice: the second one finds it written."""
    _run(batch_id, run_id, lambda by, tell: work.write(batch_id, by=by, tell=tell))


@shared_task
def undo_import(batch_id, run_id):
    """Take the import back. Safe to run twice."""
    _run(batch_id, run_id, lambda by, tell: work.undo(batch_id, by=by))


@shared_task
def forget_old_imports():
    """Files of thirty days ago go; so does all that was read from one that nobody has written. Safe to run twice."""
    for batch in ImportBatch.objects.filter(started_at__lt=timezone.now() - KEPT).exclude(path=""):
        if batch.state in WAITING:
            work.drop(batch, by=None)
        else:
            work.forget_file(batch)


def _run(batch_id, run_id, do):
    by = User.objects.filter(work_runs=run_id).first()
    language = by.language if by else settings.LANGUAGE_CODE  # remarks are kept in the words of who asked
    with translation.override(language), runs.ending(run_id, if_it_stops=partial(_stopped, batch_id)) as told:
        with work.telling(run_id) as tell:
            batch = do(by, tell)
        rows = batch.rows.count()
        told |= {"done": rows, "total": rows, "result_url": batch.get_absolute_url()}


BACK = {BatchState.LOOKING: "give_up", BatchState.WRITING: "stop", BatchState.UNDOING: "keep"}


def _stopped(batch_id):
    """Nothing was kept, so the batch is where it was, and may be tried again."""
    batch = ImportBatch.objects.get(pk=batch_id)
    if batch.state in BACK:
        batch.take(BACK[batch.state])
