"""Write docs/data-dictionary.md."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand

from reports.exports import dictionary


class Command(BaseCommand):
    help = "Write docs/data-dictionary.md: every table and column that leaves as a file."

    def handle(self, **options):
        Path(settings.BASE_DIR, "docs", "data-dictionary.md").write_text(dictionary.written(), encoding="utf-8")
