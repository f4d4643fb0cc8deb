import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date

from workspace.reminders import log, sending


class Command(BaseCommand):
    help = "Send the mail of a day to whoever has not got it. What was sent is never sent again."

    def add_arguments(self, parser):
        parser.add_argument("--on", help="the day, as 2026-11-21; today when it is not said")
        parser.add_argument("--dry-run", action="store_true", help="send and keep nothing, only count")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *args, **options):
        on = self._day(options["on"])
        if options["dry_run"]:
            account = sending.Account()
            sending.daily(account, on=on, dry_run=True)
        else:
            account = log.watched(log.DAILY, sending.daily, on=on)
        facts = {"on": str(on), "dry_run": options["dry_run"], **account.as_dict()}
        if options["json"]:
            told = {str(pk): counts for pk, counts in sorted(account.per_person.items())}
            self.stdout.write(json.dumps(facts | {"per_person": told}))
        else:
            self._print(facts, account)

    def _day(self, typed):
        try:
            on = parse_date(typed) if typed else timezone.localdate()
        except ValueError:
            on = None
        if on is None:
            raise CommandError(f"{typed!r} is no day. Write it like 2026-11-21.")
        return on

    def _print(self, facts, account):
        if facts["dry_run"]:
            for pk, counts in sorted(account.per_person.items()):
                told = ", ".join(f"{name} {n}" for name, n in counts.items() if n) or "nothing"
                self.stdout.write(f"user {pk}: {told}")
        verb = "would be sent" if facts["dry_run"] else "sent"
        self.stdout.write(f"{facts['on']}: {facts['mails']} mails {verb}, {facts['nothing']} people with nothing to do")
        for name, n in {"already": facts["already"], **facts["skipped"], **facts["errors"]}.items():
            self.stdout.write(f"  {name}: {n}")
