"""`run_report monthly --program CODE --period 2026-10 --format json`: any report as a file, frozen where it freezes."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agency.models import Program
from reports import actions, export, kinds
from reports.periods import NotAPeriod
from reports.report import Report
from reports.scope import Scope


class Command(BaseCommand):
    help = "Make a report, or fetch the one that was made, and write it as JSON, CSV, XLSX or PDF."

    def add_arguments(self, parser):
        parser.add_argument("name", choices=sorted(kinds.every()))
        parser.add_argument("--program", default="", help="The program's code; without it, the whole agency.")
        parser.add_argument("--delegate", default="", help="Instead of a program, all programs of this delegate.")
        parser.add_argument("--period", required=True, help="2026-10, 2026-27 or 2026-10-01..2026-10-31.")
        parser.add_argument("--format", choices=export.WRITERS, default="json")
        parser.add_argument("--out", help="The file to write; without it, standard output.")
        parser.add_argument("--sharing", action="store_true", help="Standing reports: small numbers are hidden.")
        parser.add_argument("--again", action="store_true", help="Make a new edition, beside the one that exists.")

    def handle(self, **options):
        kind = kinds.named(options["name"])
        delegate = _delegate(options.get("delegate") or "")
        filters = {"sharing": True} if options.get("sharing") and not kind.freezes else {}
        scope = Scope(_period(kind, options["period"]), _program(options["program"]), delegate, filters=filters)
        report = _report(kind, scope, options["again"])
        content = export.written(report, options["format"])
        if options["out"]:
            Path(options["out"]).write_bytes(content)
            edition = f" (edition {report.run.edition})" if report.run else ""
            self.stderr.write(f"Written: {options['out']}{edition}")
        else:
            sys.stdout.buffer.write(content)


def _report(kind, scope, again):
    if kind.freezes:
        return Report.of_run(actions.make(kind=kind, scope=scope, new_edition=again))
    return Report.live(kind, scope, counted=actions.count(kind, scope))


def _program(code):
    if not code:
        return None
    program = Program.objects.filter(code=code).first()
    if program is None:
        known = ", ".join(Program.objects.values_list("code", flat=True)) or "none yet"
        raise CommandError(f"There is no program with the code {code!r}. Known: {known}.")
    return program


def _delegate(name):
    names = set(Program.objects.exclude(delegate_name="").values_list("delegate_name", flat=True))
    if name and name not in names:
        raise CommandError(f"There is no delegate {name!r}. Known: {', '.join(sorted(names)) or 'none'}.")
    return name


def _period(kind, text):
    try:
        return kind.period.named(text)
    except NotAPeriod as reason:
        raise CommandError(str(reason)) from reason
