"""A worker dies in the middle of the monthly report: afterwards there is exactly one report, and it is right."""

import psycopg2
import pytest
from django.db import connection

from reports.models import ReportRun
from reports.tasks import make_monthly_report
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
