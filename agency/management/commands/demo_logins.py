from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agency.demo import demo_logins


class Command(BaseCommand):
    help = "Print one log-in per role of the demo agency."

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("This is not a demo (DEMO is off), so there are no log-ins to print.")
        rows = demo_logins()
        if not rows:
            raise CommandError("There is no demo agency yet. Load one: python manage.py load_demo")
        width = max(len(str(row["role"])) for row in rows)
        for row in rows:
            self.stdout.write(f"{row['role']!s:<{width}}  {row['username']}  password: {row['password']}")
