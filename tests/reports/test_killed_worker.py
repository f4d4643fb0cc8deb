"""A worker dies in the middle of its work: afterwards there is exactly one report, one file, and it is right."""

import psycopg2
import pytest
from django.db import connection
from django.urls import reverse

from agency.models import AuditEvent, WorkRun
from reports.exports.tasks import make_export
from reports.models import ReportRun
from reports.tasks import make_monthly_report
from tests.reports.exporting import asked
from tests.working import kill, until


@pytest.fixture
def locked_enrollments(transactional_db):
    """Another session holds the enrollments, so that whoever counts them waits in the middle of it."""
    holder = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    with holder.cursor() as cursor:
        cursor.execute("LOCK TABLE families_enrollment IN ACCESS EXCLUSIVE MODE")
    yield holder
    holder.close()


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return cursor.fetchone()[0] > 0


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_half_way_leaves_exactly_one_right_report(family, locked_enrollments, start_worker):
    first = start_worker()
    make_monthly_report.delay(family.center.program_id, "2026-10")
    until(somebody_waits, "the worker to be counting")

    kill(first)
    locked_enrollments.rollback()
    nothing_half_made = ReportRun.objects.count()
    start_worker()
    until(ReportRun.objects.exists, "a second worker to make the report")
    make_monthly_report(family.center.program_id, "2026-10")  # and once more, as a retry would

    report = ReportRun.objects.get()
    assert (nothing_half_made, report.edition, report.content["month"]) == (0, 1, "2026-10")


@pytest.fixture
def held_row(transactional_db):
    """`held_row(export)`: another session holds this export's row, so that its finished file cannot be told of."""
    holder = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})

    def hold(export):
        with holder.cursor() as cursor:
            cursor.execute("SELECT FROM reports_export WHERE id = %s FOR UPDATE", [export.pk])
        return holder

    yield hold
    holder.close()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_it_could_tell_of_a_file_leaves_one_file(
    family, manager, client, held_row, start_worker, tmp_path, monkeypatch
):
    monkeypatch.setenv("MEDIA_ROOT", str(tmp_path / "kept"))
    export = asked(by=manager)
    holder = held_row(export)
    first = start_worker()
    make_export.delay(export.pk)
    until(somebody_waits, "the worker to have written the file")

    kill(first)
    holder.rollback()
    left = files_in(tmp_path / "kept")
    client.force_login(manager)
    page = client.get(export.get_absolute_url()).content.decode()
    start_worker()
    until(lambda: WorkRun.objects.get(pk=export.run_id).state == "done", "a second worker to make the file")

    export.refresh_from_db()
    assert (len(left), "It is being made." in page, reverse("reports:export-file", args=[export.pk]) in page) == (
        1, True, False,
    )  # fmt: skip
    assert files_in(tmp_path / "kept") == [export.path] != left
    assert AuditEvent.objects.filter(event="export_made").count() == 1


def files_in(folder):
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
