"""`import_directory PATH [--source NAME] [--dry-run] [--json]`: Open Referral packages, and tables matched before."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.text import slugify

from agency.access import Permission
from agency.imports import beginning, work
from agency.imports.command import ImportCommand
from agency.imports.lines import Unreadable
from agency.imports.presenting import as_command
from agency.imports.reading import sheet
from agency.imports.targets import MATCHED
from agency.models import ImportMapping
from partners.imports.tables import table_of
from partners.imports.target import HSDS, TARGET


class Command(ImportCommand):
    help = "Read another directory. Every row is accounted for; a second run changes nothing."
    permission = Permission.DIRECTORY_MANAGE
    refused = "may not import a directory"

    def add_arguments(self, parser):
        parser.add_argument("path", help="A zip, a folder, a CSV, JSON or JSON Lines file.")
        parser.add_argument("--source", default="", help="Whose directory it is: the same word for each of its files.")
        parser.add_argument("--mapping", default="", help="A saved matching of columns; without it, one that fits.")
        super().add_arguments(parser)

    def handle(self, *, path, source, mapping, by, dry_run, **options):
        source = slugify(source or Path(path).stem)[:40] or "directory"
        by = self.manager(by)
        counts, issues = {}, []
        for place, layout, kept in _parts(Path(path), mapping):
            batch = beginning.begin(target=TARGET, layout=layout, source=source, by=by, path=place, mapping=kept)
            batch = self.done(batch, by, dry_run)
            for table, told in as_command(batch.counts).items():
                counts[table] = _sum(counts.get(table), told)
            issues += list(batch.issues.values("table", "file", "line", "column", "code", "reason", "severity"))
            if dry_run:
                work.drop(batch, by=by)
        for table, told in counts.items():
            told["issues"] = [issue for issue in issues if issue["table"] == table]
        self.answer(counts, as_json=options["json"], dry_run=dry_run)

    def tell(self, counts):
        for table, told in counts.items():
            words = ", ".join(f"{number} {word}" for word, number in told.items() if word != "issues")
            self.stdout.write(f"{table}: {words}, {len(told['issues'])} remarks")


def _sum(one, other):
    return {word: number + (one or {}).get(word, 0) for word, number in other.items()}


def _parts(path, name):
    """(place, layout, mapping) of each import: the package, or each table that a saved matching fits."""
    if not path.exists():
        raise CommandError(f"There is nothing at {path}. Check the spelling of the path.")
    saved = ImportMapping.objects.filter(target=TARGET.slug)
    if name and not saved.filter(code=name).exists():
        known = ", ".join(saved.values_list("code", flat=True)) or "none"
        raise CommandError(f"There is no saved matching {name!r}. Known: {known}.")
    tables = sorted(path.glob("*.csv")) if path.is_dir() else [path] if path.suffix.lower() == ".csv" else []
    found = [(table, _fitting(table, saved.filter(code=name) if name else saved)) for table in tables]
    found = [(table, MATCHED, mapping) for table, mapping in found if mapping and (name or not _is_hsds(tables))]
    return sorted(found, key=_partners_first) or [(path, HSDS, None)]


def _is_hsds(tables):
    """True when some file is a table of HSDS by its name and has an id or a name as its first columns."""
    return any(table_of(table.name) and {"id", "name"} & set(_headings(table)) for table in tables)


def _headings(table):
    try:
        with table.open("rb") as file:
            return [heading.lower() for heading in sheet(file, called=table.name, kind="text/csv").headings]
    except Unreadable:
        return []


def _fitting(table, saved):
    """The matching that knows the most of this table's columns, if the table has all of them."""
    headings = set(_headings(table))
    fitting = [mapping for mapping in saved if {name.lower() for name in mapping.columns} <= headings]
    return max(fitting, key=lambda mapping: len(mapping.columns), default=None)


def _partners_first(part):
    """Who gives the help, then where, then the help: a service without its partner would have to wait."""
    ours = part[2].columns.values()
    return "service_name" in ours, "location_name" in ours, str(part[0])
