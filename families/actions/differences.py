"""Settling where another system says something else: ours stays, or theirs is taken, one fact at a time."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families.imports.facts import FACTS
from families.models import Difference

Answer = Difference.Answer


class Settled(Exception):
    """Somebody has answered this meanwhile. The text is a sentence for the person who tried."""


class WordsMissing(Exception):
    """Taking theirs needs a choice that was not made."""


@transaction.atomic
def settle(*, difference, answer, by, choice=""):
    """Keep ours, or take theirs into our record; who answered, and when, stays with the question."""
    row = Difference.objects.select_for_update(of=("self",)).get(pk=difference.pk)
    if row.answer:
        raise Settled(_("A colleague has answered this meanwhile."))
    fact = FACTS[row.fact]
    if answer == Answer.THEIRS:
        if fact.choices and choice not in dict(fact.choices):
            raise WordsMissing(_("Choose one, so that it can be recorded."))
        fact.take(row.member or row.family, row.theirs, by, choice)
    row.answer, row.answered_by, row.answered_at = answer, by, timezone.now()
    row.save(update_fields=["answer", "answered_by", "answered_at"])
    audit.record("difference_settled", about=row, by=by, fact=row.fact, answer=str(answer), source=row.source)
    return row


@transaction.atomic
def take_missing(*, family, by):
    """Take theirs wherever we have nothing, in one go; returns how many facts that were."""
    empty = Difference.objects.waiting().filter(family=family, ours="").select_related("member", "family")
    rows = [row for row in empty if not FACTS[row.fact].choices]
    for row in rows:
        settle(difference=row, answer=Answer.THEIRS, by=by)
    return len(rows)
