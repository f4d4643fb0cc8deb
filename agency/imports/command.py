"""The frame of the commands that import: who imports, the way of one file without a page, the account at the end."""

import json

from django.core.management.base import BaseCommand, CommandError

from agency.imports import work
from agency.imports.states import BatchState
from agency.models import User


class ImportCommand(BaseCommand):
    """A room says its `permission` and what is refused without it, its own arguments, and `tell`s its account."""

    permission = refused = ""

    def add_arguments(self, parser):
        parser.add_argument("--by", default="", help="User name of the manager who imports; it stands in the log.")
        parser.add_argument("--dry-run", action="store_true", help="Count and check everything, keep nothing.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object and nothing else.")

    def manager(self, username):
        """Who imports, as the log will say; None when nobody was named: then it was whoever keeps the server."""
        if not username:
            return None
        user = User.objects.filter(username=username).first()
        if user is None or not user.may(self.permission):
            raise CommandError(f"{username!r} {self.refused}. Name a manager with --by.")
        return user

    def done(self, batch, by, dry_run):
        """Read it, say what would happen, and unless it is a dry run make it happen."""
        batch.take("look")
        batch = work.look(batch.pk)
        if batch.state == BatchState.UNREADABLE:
            sentence = batch.problem
            batch.delete()
            raise CommandError(sentence)
        if not dry_run:
            batch.take("write")
            batch = work.write(batch.pk, by=by)
        return batch

    def answer(self, counts, *, as_json, dry_run, **facts):
        """The account, for a program or for a person."""
        if as_json:
            self.stdout.write(json.dumps(counts, ensure_ascii=False))
            return
        self.tell(counts, **facts)
        if dry_run:
            self.stdout.write("This was a dry run: nothing was kept.")
