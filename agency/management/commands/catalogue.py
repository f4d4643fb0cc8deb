from django.core.management.base import BaseCommand, CommandError

from agency import catalogue

LANGUAGE = "es"


class Command(BaseCommand):
    help = "update: read what our code says into the Spanish catalogue; compile: make it usable; check: list what lacks"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["update", "compile", "check"])

    def handle(self, *args, what, **options):
        getattr(self, what)()

    def update(self):
        entries = catalogue.update(LANGUAGE)
        waiting = len(list(catalogue.missing(LANGUAGE)))
        self.stdout.write(f"{len(entries)} texts, {waiting} of them wait for Spanish.")

    def compile(self):
        for language in catalogue.compile_all():
            self.stdout.write(f"Compiled the catalogue: {language}")

    def check(self):
        lacking = list(catalogue.missing(LANGUAGE))
        for line in lacking:
            self.stdout.write(line)
        if lacking:
            raise CommandError(f"{len(lacking)} texts have no good Spanish yet.")
