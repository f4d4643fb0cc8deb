"""Jobs in the background: the monthly reports."""

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from agency.models import Program
from reports.actions import make_monthly
from reports.periods import Month
from workspace.bench.measure import Budget, measured

ONE_PROGRAM = Budget(p95_ms=2_000)
THE_AGENCY = Budget(p95_ms=10_000)
RUNS = 3


def rows():
    """The last full month, for the largest program and for the whole agency; each made anew and undone."""
    month = Month.of(timezone.localdate()).previous()
    largest = Program.objects.annotate(places=Count("enrollments")).order_by("-places", "pk").first()
    yield measured("Monthly report, one program", ONE_PROGRAM, lambda: _made(largest, month), runs=RUNS)
    yield measured("Monthly report, agency", THE_AGENCY, lambda: _made(None, month), runs=RUNS)


def _made(program, month):
    with transaction.atomic():
        make_monthly(program=program, month=month, new_edition=True)
        transaction.set_rollback(True)
