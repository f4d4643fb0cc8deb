"""Raise a flag on a record, answer it, ask again, settle it. Each time something is said, and it stays said."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from supervision.models import CaseFlag, FlagEntry
from supervision.states import FLAG


class WordsMissing(Exception):
    """Only settling a flag needs no words. The text is a sentence for the person who tried."""


@transaction.atomic
def raise_flag(*, form, by):
    """A supervisor points at something in this family's record."""
    form.instance.raised_by = by
    flag = form.save()
    _say(flag, FlagEntry.Act.RAISED, form.cleaned_data["words"], by)
    audit.record("flag_raised", about=flag, by=by, reason=str(flag.reason))
    return flag


@transaction.atomic
def move(*, flag, name, words, by):
    """The move `name` of the table, with what was said."""
    locked = CaseFlag.objects.select_for_update(of=("self",)).get(pk=flag.pk)
    move = FLAG.take(locked, name)
    if move.needs and not words.strip():
        raise WordsMissing(_("Write a sentence, so that your colleague knows."))
    locked.said_at = timezone.now()
    locked.save(update_fields=["state", "said_at"])
    _say(locked, name, words.strip(), by)
    audit.record(f"flag_{name}", about=locked, by=by)
    return locked


def _say(flag, act, words, by):
    FlagEntry.objects.create(flag=flag, act=act, words=words, said_by=by, said_at=flag.said_at)
