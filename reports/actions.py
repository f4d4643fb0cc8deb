"""Making a report: counted once, frozen for good."""

import hashlib
import json
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agency import audit
from reports.models import ReportFamilies, ReportNarrative, ReportRun


class NotWhole(ValueError):
    """Only whole programs are frozen: what one person reaches is counted for them, when they look (decision 0015)."""


def content_hash(content):
    """The hash of a report's figures, the same for the same figures in any order of keys."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def make(*, kind, scope, by=None, new_edition=False):
    """The frozen report of this kind and scope. Made once; with `new_edition`, made again beside it.

    Two makers at once may both count, but the database keeps one first edition, and both get that.
    """
    if not scope.is_whole:
        raise NotWhole
    made = ReportRun.objects.of(kind, scope)
    latest = made.first()
    if latest and not new_edition:
        return latest
    edition = latest.edition + 1 if latest else 1
    try:
        return _freeze(kind, scope, by, edition)
    except IntegrityError:
        return made.get(edition=edition)


def count(kind, scope):
    """What the kind counts, with the earlier figures it stands beside."""
    counted = kind.count(scope)
    counted.content["behind"] = counted.behind
    before = {name: _before(kind, scope.at(period)) for name, period in kind.earlier(scope.period).items()}
    if before:
        counted.content["before"] = before
    return counted


def _before(kind, scope):
    """The figures of an earlier period: as they were frozen, else counted now for those days."""
    frozen = ReportRun.objects.of(kind, scope).only("content", "edition").first() if scope.is_whole else None
    if frozen:
        found = {"figures": frozen.content["figures"], "behind": frozen.content.get("behind", {}), "run": frozen.pk}
    else:
        counted = kind.count_again(scope)
        found = {"figures": counted.numbers, "behind": counted.behind}
    return {"period": str(scope.period), "frozen": frozen is not None} | found


@contextmanager
def one_moment():
    """All figures of one report see the records at the same moment; inside another transaction, as that one does."""
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone:  # only the first words of a transaction may say so
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@one_moment()
def _freeze(kind, scope, by, edition):
    as_of = timezone.now()
    counted = count(kind, scope)
    content = counted.as_content()
    run = ReportRun.objects.create(
        name=kind.code,
        program=scope.program,
        delegate=scope.delegate,
        filters=scope.filters,
        period=str(scope.period),
        edition=edition,
        as_of=as_of,
        content=content,
        content_hash=content_hash(content),
        made_by=by,
    )
    ReportFamilies.keep(run, counted.families)
    kind.froze(run)
    _take_words_along(run)
    audit.record("report_made", about=run, by=by, period=run.period, edition=edition)
    return run


def _take_words_along(run):
    """A new edition begins with the words of the one before."""
    before = ReportNarrative.objects.filter(
        run__name=run.name, run__program=run.program_id, run__delegate=run.delegate, run__filters=run.filters,
        run__period=run.period, run__edition=run.edition - 1,
    ).first()  # fmt: skip
    if before:
        words = {name: getattr(before, name) for name in ReportNarrative.PARTS}
        ReportNarrative.objects.create(run=run, written_by=before.written_by, written_at=before.written_at, **words)
