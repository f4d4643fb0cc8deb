"""`import_families PATH --layout hmis --program CODE [--by MANAGER] [--dry-run] [--json]`."""

import json

from django.core.management.base import BaseCommand, CommandError

from agency.access import Permission
from agency.models import Center, Program, User
from families.imports import hmis, writing
from families.imports.ledger import Ledger, Unreadable
from families.imports.tables import Folder
from families.staff import workers_at

LAYOUTS = {"hmis": hmis}


class Command(BaseCommand):
    help = "Read families from another system's files. Every row is accounted for; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("path", help="A folder of CSV files, or a zip of it.")
        parser.add_argument("--layout", choices=LAYOUTS, default="hmis")
        parser.add_argument("--program", default="", help="Code of the program whose families these are.")
        parser.add_argument("--center", default="", help="Name of the center; without it, the program's first.")
        parser.add_argument("--worker", default="", help="Who takes them; without it, the center's workers in turn.")
        parser.add_argument("--by", default="", help="User name of the manager who imports; it stands in the log.")
        parser.add_argument("--dry-run", action="store_true", help="Count and check everything, keep nothing.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object and nothing else.")

    def handle(self, **options):
        layout, ledger = LAYOUTS[options["layout"]], Ledger()
        target = _target(options, layout.SOURCE)
        try:
            households = layout.read(Folder(options["path"]), ledger)
        except Unreadable as reason:
            raise CommandError(str(reason)) from reason
        writing.write(households, target, ledger, dry_run=options["dry_run"])
        if options["json"]:
            self.stdout.write(json.dumps(ledger.as_dict(), ensure_ascii=False))
        else:
            self._tell(ledger, target, options["dry_run"])

    def _tell(self, ledger, target, dry_run):
        for name, table in ledger.items():
            counts = table.as_dict()
            issues = counts.pop("issues")
            self.stdout.write(f"{name}: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
            for issue in table.issues:
                self.stdout.write(f"  {issue}")
            self.stdout.write(f"  {len(issues)} remarks" if issues else "  no remarks")
        workers = ", ".join(worker.username for worker in target.workers)
        self.stdout.write(f"Program {target.program.code}, {target.center}; served by {workers}.")
        if dry_run:
            self.stdout.write("This was a dry run: nothing was kept.")


def _target(options, source):
    program = _program(options["program"])
    center = _center(program, options["center"])
    workers, by = _workers(center, options["worker"]), _manager(options["by"])
    return writing.Target(source=source, program=program, center=center, workers=workers, by=by)


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


def _manager(username):
    """Who imports, as the log will say; None when nobody was named: then it was whoever keeps the server."""
    if not username:
        return None
    user = User.objects.filter(username=username).first()
    if user is None or not user.may(Permission.FAMILY_IMPORT):
        raise CommandError(f"{username!r} may not import families. Name a manager with --by.")
    return user


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
