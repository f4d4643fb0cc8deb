"""Jobs in the background: the monthly reports, and many families' agreements in one file."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from agency.models import Program, User
from goals import printing
from goals.models import AgreementVersion
from goals.tasks import newest_versions
from partners.exports.packages import export
from reports.actions import make_monthly
from reports.periods import Month
from workspace.bench import directory
from workspace.bench.measure import Budget, measured

ONE_PROGRAM = Budget(p95_ms=2_000)
THE_AGENCY = Budget(p95_ms=10_000)
FIFTY_COPIES = Budget(p95_ms=5_000)
A_DIRECTORY = Budget(p95_ms=30_000)
COPIES = 50
SERVICES = 5_000
RUNS = 3


def rows():
    """The last full month, for the largest program and for the whole agency; each made anew and undone."""
    month = Month.of(timezone.localdate()).previous()
    largest = Program.objects.annotate(places=Count("enrollments")).order_by("-places", "pk").first()
    yield measured("Monthly report, one program", ONE_PROGRAM, lambda: _made(largest, month), runs=RUNS)
    yield measured("Monthly report, agency", THE_AGENCY, lambda: _made(None, month), runs=RUNS)
    yield measured("50 agreements as one PDF", FIFTY_COPIES, _copies, runs=RUNS)
    with TemporaryDirectory() as folder:
        tables = directory.lay(Path(folder, "tables"), SERVICES)
        yield measured("Import of 5,000 services", A_DIRECTORY, lambda: _imported(tables), runs=1)
        yield measured("Export of the directory", A_DIRECTORY, lambda: export(Path(folder, "out.zip")), runs=RUNS)


def _imported(tables):
    """Every table read, looked at and written, then taken back."""
    with transaction.atomic():
        call_command("import_directory", str(tables), source="bench", stdout=StringIO())
        transaction.set_rollback(True)


def _copies():
    """The file a supervisor waits for, without keeping it."""
    somebody = User.objects.filter(role_grants__role="manager").order_by("pk").first()
    signed = AgreementVersion.objects.order_by("-pk").values_list("agreement__family", flat=True)[:COPIES]
    versions = newest_versions(list(signed), somebody)
    copies = [printing.a_copy(row.content, row.language, list(row.signatures.all()), row) for row in versions]
    printing.together(copies, agency="")


def _made(program, month):
    with transaction.atomic():
        make_monthly(program=program, month=month, new_edition=True)
        transaction.set_rollback(True)
