"""`load_pir_reference PATH`: the quartiles of the public PIR data, to see one program among the country's."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reports.pir import reference


class Command(BaseCommand):
    help = "Read the public program-level PIR file (CSV) and keep quartiles by kind, state and year; never the rows."

    def add_arguments(self, parser):
        parser.add_argument("path", help="pir_clean_2019_2022.csv, or a later one with the same columns.")

    def handle(self, *, path, **options):
        if not Path(path).is_file():
            raise CommandError(f"There is no file at {path}.")
        try:
            read, kept = reference.load(path)
        except (reference.NotAPirFile, UnicodeDecodeError) as error:
            raise CommandError(f"{path} does not hold the columns of the public PIR data.") from error
        self.stdout.write(f"{read} programs read, {kept} groups of quartiles kept.")
