import os
import secrets

from django.core.management.base import BaseCommand, CommandError

from agency.forms.first_run import first_forms
from agency.models import Program
from agency.setup import AlreadySetUp, set_up

PASSWORD_FROM = "SETUP_PASSWORD"  # noqa: S105  the name of a variable


class Command(BaseCommand):
    help = (
        "Make the agency, its first program, year, center and administrator. The password is read from the environment "
        f"({PASSWORD_FROM}); without it one is made and printed once."
    )

    def add_arguments(self, parser):
        parser.add_argument("--agency", required=True, help="name of the agency")
        parser.add_argument("--program", required=True, help="name of the first program")
        parser.add_argument("--code", required=True, help="the program's short code")
        parser.add_argument("--kind", default="hs", choices=Program.Kind.values)
        parser.add_argument("--starts-on", required=True, help="first day of the program year, 2026-08-01")
        parser.add_argument("--ends-on", required=True, help="last day of the program year, 2027-07-31")
        parser.add_argument("--center", required=True, help="name of the first center")
        parser.add_argument("--username", required=True)
        parser.add_argument("--email", required=True)
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", default="")
        parser.add_argument("--language", default="en", choices=["en", "es"])
        parser.add_argument("--manager", action="store_true", help="the administrator manages the program too")

    def handle(self, *args, **options):
        given = os.environ.get(PASSWORD_FROM, "")
        password = given or secrets.token_urlsafe(12)
        typed = self._checked(self._as_typed(options, password))
        person = typed.pop("person")
        person.pop("password"), person.pop("is_manager")
        try:
            user = set_up(**typed, administrator=person, password=password, is_manager=options["manager"])
        except AlreadySetUp as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(f"Set up. Sign in as {user.username}.")
        if not given:
            self.stdout.write(f"Password, shown this once: {password}")

    def _as_typed(self, options, password):
        """The options as the first page would have sent them, so that the same rules hold."""
        return {
            "agency-name": options["agency"],
            "program-name": options["program"],
            "program-code": options["code"],
            "program-kind": options["kind"],
            "year-starts_on": options["starts_on"],
            "year-ends_on": options["ends_on"],
            "center-name": options["center"],
            "person-username": options["username"],
            "person-email": options["email"],
            "person-first_name": options["first_name"],
            "person-last_name": options["last_name"],
            "person-language": options["language"],
            "person-password": password,
        }

    def _checked(self, data):
        forms = first_forms(data)
        wrong = [
            f"{form.fields[name].label if name in form.fields else part}: {' '.join(errors)}"
            for part, form in forms.items()
            for name, errors in form.errors.items()
        ]
        if wrong:
            raise CommandError("Nothing was made.\n" + "\n".join(wrong))
        return {part: dict(form.cleaned_data) for part, form in forms.items()}
