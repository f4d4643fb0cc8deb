"""`import_families PATH --layout hmis|connecticut|template|SAVED [--program CODE] [--by WHO] [--dry-run] [--json]`."""

from dataclasses import dataclass

from django.core.management.base import CommandError

from agency.access import Permission
from agency.imports import beginning, presenting
from agency.imports.command import ImportCommand
from agency.imports.targets import MATCHED
from agency.models import Center, ImportMapping, Program, User
from families.imports.target import families_target
from families.staff import workers_at


@dataclass(frozen=True)
class Layout:
    """One of the layouts we know, or a saved matching."""

    slug: str
    source: str
    mapping: ImportMapping | None = None


class Command(ImportCommand):
    help = "Read families from another system's files. Every row is accounted for; a second run changes nothing."
    permission = Permission.FAMILY_IMPORT
    refused = "may not import families"

    def add_arguments(self, parser):
        parser.add_argument("path", help="A CSV or Excel file; for hmis a folder of CSV files, or a zip of it.")
        parser.add_argument("--layout", default="hmis", help="hmis, connecticut, template, or a saved matching.")
        parser.add_argument("--source", default="", help="Whose keys these are; without it, the layout's name.")
        parser.add_argument("--program", default="", help="Code of the program whose families these are.")
        parser.add_argument("--center", default="", help="Name of the center; without it, the program's first.")
        parser.add_argument("--worker", default="", help="Who takes them; without it, the center's workers in turn.")
        super().add_arguments(parser)

    def handle(self, **options):
        layout = _layout(options["layout"])
        program = _program(options["program"])
        center = _center(program, options["center"])
        workers, by = _workers(center, options["worker"]), self.manager(options["by"])
        batch = beginning.begin(
            target=families_target,
            layout=layout.slug,
            mapping=layout.mapping,
            source=options["source"] or layout.source,
            path=options["path"],
            program=program,
            center=center,
            options={"workers": [worker.pk for worker in workers]},
            by=by,
        )
        batch = self.done(batch, by, options["dry_run"])
        shown = {"as_json": options["json"], "dry_run": options["dry_run"]}
        self.answer(_answer(batch), batch=batch, workers=workers, **shown)
        if options["dry_run"]:
            batch.delete()

    def tell(self, answer, batch, workers):
        for name, counts in answer.items():
            issues = counts.pop("issues")
            self.stdout.write(f"{name}: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
            for issue in batch.issues.filter(table=name):
                self.stdout.write(f"  {issue}")
            self.stdout.write(f"  {len(issues)} remarks" if issues else "  no remarks")
        names = ", ".join(worker.username for worker in workers)
        self.stdout.write(f"Program {batch.program.code}, {batch.center}; served by {names}.")


def _answer(batch):
    """{table: {read, imported, unchanged, held, skipped, issues}}; what is said of a family as a whole stands there."""
    answer = presenting.as_command(batch.counts)
    for counts in answer.values():
        counts["issues"] = []
    for issue in batch.issues.all():
        place = {"file": issue.file, "line": issue.line, "column": issue.column, "reason": issue.reason}
        table = families_target.groups if issue.is_found_again else issue.table
        answer.setdefault(table, presenting.as_command({table: dict.fromkeys(presenting.Fate.values, 0)})[table])
        answer[table].setdefault("issues", []).append(place)
    return answer


def _layout(name):
    if families_target.layout_named(name):
        return Layout(name, name)
    mapping = ImportMapping.objects.filter(target=families_target.slug, code=name).first()
    if mapping is None:
        saved = ImportMapping.objects.filter(target=families_target.slug).values_list("code", flat=True)
        known = ", ".join([*(layout.slug for layout in families_target.layouts), *saved])
        raise CommandError(f"There is no layout {name!r}. Known: {known}.")
    return Layout(MATCHED, mapping.code, mapping)


def _program(code):
    programs = {program.code: program for program in Program.objects.all()}
    if not code and len(programs) == 1:
        return next(iter(programs.values()))
    if code not in programs:
        known = ", ".join(programs) or "none; set up the agency first"
        raise CommandError(f"Say with --program whose families these are. Known: {known}.")
    return programs[code]


def _center(program, name):
    centers = Center.objects.filter(program=program, closed_on=None)
    center = centers.filter(name__iexact=name).first() if name else centers.first()
    if center is None:
        known = ", ".join(centers.values_list("name", flat=True)) or "none"
        raise CommandError(f"The program {program.code} has no such center. Known: {known}.")
    return center


def _workers(center, username):
    if username:
        worker = User.objects.filter(username=username, is_active=True).first()
        if worker is None:
            raise CommandError(f"Nobody has the user name {username!r}.")
        return (worker,)
    workers = tuple(workers_at(center).order_by("families_now", "pk"))
    if not workers:
        raise CommandError(f"No family service worker serves {center}. Name one with --worker.")
    return workers
