"""`export_directory PATH.zip [--format csv|json]`: the public directory as HSDS 3.2."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agency import audit
from partners.exports.packages import export


class Command(BaseCommand):
    help = "Write the public directory as HSDS 3.2. Never confidential places, staff-only contacts or do-not-refer."

    def add_arguments(self, parser):
        parser.add_argument("path", help="The zip to write.")
        parser.add_argument("--format", choices=["csv", "json"], default="csv")

    def handle(self, *, path, format, **options):  # noqa: A002  the name of the option
        if not Path(path).resolve().parent.is_dir():
            raise CommandError(f"There is no folder {Path(path).resolve().parent}.")
        counts = export(path, format)
        audit.record("directory_exported", by=None, about=None, form=format, **counts)
        for table, number in counts.items():
            self.stdout.write(f"{table}: {number}")
