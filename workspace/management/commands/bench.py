import logging

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from workspace.bench import crowd, jobs, many, pages, table
from workspace.bench.apart import PartFailed, apart
from workspace.demo.sizes import SIZES

RUNS = 30
EXPLAINED = ("SELECT", "WITH")


class Command(BaseCommand):
    help = "Measure the pages and jobs on a demo agency, each beside the bare SQL of the same answer."

    def add_arguments(self, parser):
        parser.add_argument("--size", choices=list(SIZES), default="typical")
        parser.add_argument("--runs", type=int, default=RUNS, help="how often each page is opened")
        parser.add_argument("--out", default=str(settings.BASE_DIR / "build" / "bench.json"))
        parser.add_argument("--explain", action="store_true", help="print the plans of what is over its budget")

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("The benchmark writes notes, so it runs on a demo only: set DEMO=1.")
        logging.disable(logging.WARNING)
        call_command("load_demo", size=options["size"], if_empty=True, stdout=self.stdout)
        rows = []
        self.stdout.write(table.head())
        for row in self._rows(options["runs"], options["size"]):
            rows.append(row)
            self.stdout.write(table.line(row))
            if options["explain"] and row.failures():
                self._explain(row)
        table.save(settings.BASE_DIR / options["out"], options["size"], rows)
        failed = sum(bool(row.failures()) for row in rows)
        self.stdout.write(f"{len(rows) - failed} of {len(rows)} keep their budget. Written to {options['out']}")

    def _rows(self, runs, size):
        people = pages.People.found()
        parts = [
            lambda: pages.rows(people, runs),
            lambda: many.rows(people.supervisor),
            *jobs.parts(size),
            lambda: [crowd.row()],
        ]
        try:
            for part in parts:
                yield from apart(part)
        except PartFailed as trouble:
            raise CommandError(str(trouble)) from None

    def _explain(self, row):
        """The plans of its slowest statements."""
        for took, sql, params in row.slowest:
            if sql.lstrip().upper().startswith(EXPLAINED):
                self.stdout.write(f"  {took:.1f} ms: {sql}")
                with connection.cursor() as cursor:
                    cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {sql}", params)
                    self.stdout.write("\n".join(f"    {plan}" for (plan,) in cursor.fetchall()))
