"""Exports made while a person goes on; files that are kept long enough go at night."""

from celery import shared_task

from agency import runs
from agency.models import WorkRun
from reports.exports import actions, keeping
from reports.models import Export


@shared_task
def make_export(export_id):
    """Make the file somebody waits for. Safe to run twice: one that is done stays, a cut one is made anew."""
    export = Export.objects.select_related("run__asked_by").get(pk=export_id)
    if export.run.state == WorkRun.State.DONE:
        return
    with runs.ending(export.run_id) as told:
        actions.make(export)
        export.refresh_from_db()
        told |= {"done": export.row_count, "total": export.row_count, "result_url": export.get_absolute_url()}


@shared_task
def throw_away_old_exports():
    """Files past their day go, and what killed workers left."""
    for export in Export.objects.expired():
        actions.throw_away(export)
    keeping.clear_up()
