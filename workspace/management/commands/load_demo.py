from django.core.management.base import BaseCommand, CommandError

from agency.models import Agency
from workspace.demo.load import AgencyThere, load
from workspace.demo.progress import Progress
from workspace.demo.sizes import SIZES


class Command(BaseCommand):
    help = "Fill an empty database with an invented agency: the same for the same seed and day."

    def add_arguments(self, parser):
        parser.add_argument("--size", choices=list(SIZES), default="small")
        parser.add_argument("--seed", type=int, default=1, help="another number is another agency")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there is an agency already")

    def handle(self, *args, **options):
        if options["if_empty"] and Agency.objects.exists():
            return
        progress = Progress(getattr(self.stderr, "_out", None))
        try:
            loaded = load(SIZES[options["size"]], options["seed"], progress=progress)
        except AgencyThere:
            raise CommandError(
                "There is an agency in this database already, and invented families do not belong among real ones. "
                "Load the demo into an empty database."
            ) from None
        progress.end()
        self.stdout.write(
            f"Loaded {loaded.families} families, {loaded.staff} members of staff and {loaded.notes} notes "
            f"({loaded.rows} rows in all)."
        )
