"""Jobs: the monthly reports, many families' agreements in one file, and files from other systems."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import connection, transaction

from agency.imports import beginning, work
from agency.models import Center, User
from families.imports.target import families_target
from families.staff import workers_at
from goals import printing
from goals.models import AgreementVersion
from goals.tasks import newest_versions
from partners.exports.packages import export
from workspace.bench import directory, exports, newcomers, pir, reminders, reports, standing
from workspace.bench.measure import Budget, measured

FIFTY_COPIES = Budget(p95_ms=5_000)
A_DIRECTORY = Budget(p95_ms=30_000)
MANY_FAMILIES = Budget(p95_ms=120_000)
COPIES = 50
SERVICES = 5_000
NEWCOMERS = {"small": 200, "typical": 2_000, "large": 16_000, "extreme": 16_000}
RUNS = 3


def parts(size):
    """The monthly reports; files in and out. Each is undone, and measured by itself."""
    return [
        reports.rows,
        reports.changed,
        reports.own_centers,
        reports.glance,
        pir.rows,
        *standing.parts(),
        lambda: [measured("50 agreements as one PDF", FIFTY_COPIES, _copies, runs=RUNS)],
        lambda: reminders.rows(RUNS),
        *exports.parts(),
        _directory_in,
        _directory_out,
        lambda: _families_in(NEWCOMERS[size]),
    ]


def _directory_in():
    with TemporaryDirectory() as folder:
        tables = directory.lay(Path(folder, "tables"), SERVICES)
        yield measured("Import of 5,000 services", A_DIRECTORY, lambda: _imported(tables), runs=1)


def _directory_out():
    with TemporaryDirectory() as folder:
        yield measured("Export of the directory", A_DIRECTORY, lambda: export(Path(folder, "out.zip")), runs=RUNS)


def _families_in(families):
    with TemporaryDirectory() as folder:
        file = newcomers.lay(Path(folder, "families.csv"), families)
        yield measured(f"Import of {families:,} families", MANY_FAMILIES, lambda: joined(file), runs=1, warm=0)


def joined(file):
    """What the page does with a manager's file: read, looked at and written; then taken back."""
    by = User.objects.filter(role_grants__role="manager").order_by("pk").first()
    center = Center.objects.filter(closed_on=None).select_related("program").order_by("pk").first()
    with transaction.atomic():
        batch = beginning.begin(
            target=families_target, layout="template", source="bench", by=by, path=file, program=center.program,
            center=center, options={"workers": list(workers_at(center).values_list("pk", flat=True))},
        )  # fmt: skip
        batch.take("look")
        batch = work.look(batch.pk)
        batch.take("write")
        batch = work.write(batch.pk, by=by)
        connection.check_constraints()  # which the end of the transaction would do
        transaction.set_rollback(True)
    return batch


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
