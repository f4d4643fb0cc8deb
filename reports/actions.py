"""Making a report: counted once, frozen for good."""

import hashlib
import json

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agency import audit
from reports import monthly
from reports.models import ReportFamilies, ReportRun


def content_hash(content):
    """The hash of a report's figures, the same for the same figures in any order of keys."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def make_monthly(*, program, month, by=None, new_edition=False):
    """The frozen monthly report of a program (None: the agency). Made once; with `new_edition`, made again beside it.

    Two makers at once may both count, but the database keeps one first edition, and both get that.
    """
    made = ReportRun.objects.filter(name=ReportRun.Name.MONTHLY, program=program, period=str(month))
    latest = made.order_by("-edition").first()
    if latest and not new_edition:
        return latest
    edition = latest.edition + 1 if latest else 1
    try:
        return _freeze(program, month, by, edition, alone=not connection.in_atomic_block)
    except IntegrityError:
        return made.get(edition=edition)


def _one_snapshot():
    """All figures of one report see the records at the same moment. Must be the first words of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


@transaction.atomic
def _freeze(program, month, by, edition, alone):
    if alone:
        _one_snapshot()
    as_of = timezone.now()
    content, families = monthly.figures(program, month)
    run = ReportRun.objects.create(
        name=ReportRun.Name.MONTHLY,
        program=program,
        period=str(month),
        edition=edition,
        as_of=as_of,
        content=content,
        content_hash=content_hash(content),
        made_by=by,
    )
    lists = [ReportFamilies(run=run, figure=figure, family_ids=ids) for figure, ids in families.items() if ids]
    ReportFamilies.objects.bulk_create(lists)
    audit.record("report_made", about=run, by=by, period=str(month), edition=edition)
    return run
