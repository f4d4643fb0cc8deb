"""`run_report monthly --program CODE --period 2026-10 --format json`: a frozen report as a file."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agency.models import Program
from reports import actions, board, export
from reports.models import ReportRun
from reports.periods import Month, NotAMonth

WRITERS = {"json": export.as_json, "csv": export.as_csv, "xlsx": export.as_xlsx, "pdf": board.as_pdf}


class Command(BaseCommand):
    help = "Make a report, or fetch the one that was made, and write it as JSON, CSV, XLSX or PDF."

    def add_arguments(self, parser):
        parser.add_argument("name", choices=ReportRun.Name.values)
        parser.add_argument("--program", default="", help="The program's code; without it, the whole agency.")
        parser.add_argument("--period", required=True, help="The month, as 2026-10.")
        parser.add_argument("--format", choices=WRITERS, default="json")
        parser.add_argument("--out", help="The file to write; without it, standard output.")
        parser.add_argument("--again", action="store_true", help="Make a new edition, beside the one that exists.")

    def handle(self, **options):
        run = actions.make_monthly(
            program=_program(options["program"]), month=_month(options["period"]), new_edition=options["again"]
        )
        content = WRITERS[options["format"]](run)
        if options["out"]:
            Path(options["out"]).write_bytes(content)
            self.stderr.write(f"Written: {options['out']} (edition {run.edition})")
        else:
            sys.stdout.buffer.write(content)


def _program(code):
    if not code:
        return None
    program = Program.objects.filter(code=code).first()
    if program is None:
        known = ", ".join(Program.objects.values_list("code", flat=True)) or "none yet"
        raise CommandError(f"There is no program with the code {code!r}. Known: {known}.")
    return program


def _month(text):
    try:
        return Month.named(text)
    except NotAMonth as reason:
        raise CommandError(str(reason)) from reason
