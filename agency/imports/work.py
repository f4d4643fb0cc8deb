"""An import's work: keep its rows, look, write all of it at once, undo. Each part may be killed and begun again."""

import itertools
import time
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils import timezone

from agency import audit, files
from agency.imports.lines import Group, Remark, Unreadable
from agency.imports.states import BatchState
from agency.imports.targets import target_named
from agency.models import Fate, ImportBatch, ImportIssue, ImportRow

AT_ONCE = 1000  # rows kept in one transaction
LOCK = 20_261_121  # of all our advisory locks, the one that says "somebody writes an import of this kind"
A_MOMENT = 1.0  # seconds between two tellings of how far it is


class Miscounted(Exception):
    """Rows have been lost on the way. Nothing is kept."""


# ---- keeping the rows -----------------------------------------------------------------------------------------------


def keep_rows(batch, tell=None):
    """Read the file into ImportRow, from where a reader before has stopped. Raises Unreadable."""
    lines = _numbered(target_named(batch.target).lines(batch))
    if batch.position:
        lines = itertools.dropwhile(lambda numbered: numbered[0] <= batch.position, lines)
    else:
        batch.rows.all().delete()
        batch.issues.all().delete()
    while piece := list(itertools.islice(lines, AT_ONCE)):
        _keep(batch, piece)
        if tell:
            tell(batch.position, 0)


def _numbered(lines):
    """Each Line and Remark with its place, so that one that is kept already is known again."""
    return enumerate(lines, start=1)


@transaction.atomic
def _keep(batch, piece):
    """One piece of the file, if nobody else has kept it meanwhile."""
    there = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    piece = [(number, line) for number, line in piece if number > there.position]
    rows, issues = [], []
    for number, line in piece:
        if isinstance(line, Remark):
            issues.append(_issue(batch, line, line.table, line.file, line.line))
            continue
        rows.append(
            ImportRow(
                batch=batch,
                number=number,
                table=line.table,
                file=line.file[:120],
                line=line.line,
                key=line.key[:120],
                said=line.said,
                fate=line.fate,
            )
        )
        issues += [_issue(batch, remark, line.table, line.file, line.line, line.key) for remark in line.remarks]
    ImportRow.objects.bulk_create(rows)
    ImportIssue.objects.bulk_create(issues)
    batch.position = max([there.position, *(number for number, _line in piece)])
    ImportBatch.objects.filter(pk=batch.pk).update(position=batch.position)


def _issue(batch, remark, table, file, line, key="", again=False):
    return ImportIssue(
        batch=batch,
        table=table,
        file=(remark.file or file)[:120],
        line=remark.line or line,
        column=remark.column[:120],
        code=remark.code,
        reason=remark.reason[:300],
        severity=remark.severity,
        key=(remark.key or key)[:120],
        facts=remark.facts,
        is_found_again=again,
    )


# ---- deciding -------------------------------------------------------------------------------------------------------


def decide(batch, *, write=False, tell=None):
    """What becomes of each group of rows; with `write`, it also happens. Inside one transaction of the caller."""
    target = target_named(batch.target)
    batch.issues.filter(is_found_again=True).delete()
    batch.rows.exclude(fate__in=["", Fate.SKIPPED]).update(fate="")
    at = target.opened(batch)
    groups = groups_of(batch)
    grouped = dict.fromkeys(Fate.values, 0)
    done, whole = 0, batch.rows.count()
    while some := list(itertools.islice(groups, target.batch_size)):
        outcomes = target.deal(batch, some, at, write=write)
        _mark(batch, target, some, outcomes)
        for outcome in outcomes:
            grouped[outcome.fate] += 1
        done += sum(len(group.rows) for group in some)
        if tell:
            tell(done, whole)
    if write:
        target.written(batch, at)
    batch.counts = _counted(batch, target, grouped)


def groups_of(batch):
    """The rows that want deciding, key by key."""
    rows = batch.rows.exclude(fate=Fate.SKIPPED).exclude(key="").order_by("key", "number").iterator(chunk_size=2000)
    for key, together in itertools.groupby(rows, key=lambda row: row.key):
        yield Group(key, list(together))


def _mark(batch, target, groups, outcomes):
    by_key = {group.key: group for group in groups}
    fates, issues = {}, []
    for outcome in outcomes:
        rows = by_key[outcome.key].rows
        for row in rows:
            fates.setdefault(outcome.fates.get(row.number, outcome.fate), []).append(row.pk)
        first = rows[0]
        issues += [
            _issue(batch, said, first.table, first.file, first.line, outcome.key, True) for said in outcome.remarks
        ]
    for fate, keys in fates.items():
        ImportRow.objects.filter(pk__in=keys).update(fate=fate)
    ImportIssue.objects.bulk_create(issues)


def _counted(batch, target, grouped):
    """Every row is in one place of the account, or nothing is kept."""
    if batch.rows.filter(fate="").exists():
        raise Miscounted(f"import {batch.pk}: rows without a fate")
    counts = batch.rows.counted()
    return counts | ({target.groups: grouped} if target.groups else {})


# ---- the four things that are done with a batch ---------------------------------------------------------------------


def look(batch_id, tell=None):
    """Read the file and say what would happen. Safe to run twice, and to be cut in the middle."""
    batch = ImportBatch.objects.get(pk=batch_id)
    if batch.state != BatchState.LOOKING:
        return batch
    try:
        keep_rows(batch, tell)
    except Unreadable as trouble:
        batch.take("give_up", problem=str(trouble)[:300])
        return batch
    with transaction.atomic():
        batch = _mine(batch_id)
        if batch.state == BatchState.LOOKING:
            decide(batch, tell=tell)
            batch.take("looked", counts=batch.counts, problem="")
    return batch


def write(batch_id, *, by, tell=None):
    """Write all of it in one transaction, or nothing. A second run finds it written and does nothing."""
    with transaction.atomic():
        batch = _mine(batch_id)
        if batch.state != BatchState.WRITING:
            return batch
        _ignore_no_trigger()
        decide(batch, write=True, tell=tell)
        batch.take("wrote", counts=batch.counts, written_at=timezone.now(), problem="")
        batch.rows.update(said={})
        audit.record("import_written", by=by, about=batch, target=batch.target, source=batch.source)
    return batch


def undo(batch_id, *, by):
    """Take back what the batch made, as far as nobody has used it since."""
    with transaction.atomic():
        batch = _mine(batch_id)
        if batch.state != BatchState.UNDOING:
            return batch
        left = target_named(batch.target).undo(batch, by=by)
        batch.imported.all().delete()
        batch.counts = batch.counts | {"left": left} if left else batch.counts
        batch.take("undone", undone_at=timezone.now(), undone_by=by, counts=batch.counts)
        audit.record("import_undone", by=by, about=batch, left=left)
    return batch


def drop(batch, *, by):
    """Throw away a file that was not written, with all that was read from it."""
    with transaction.atomic():
        batch = _mine(batch.pk)
        batch.take("drop")
        batch.rows.all().delete()
        batch.issues.all().delete()
        audit.record("import_dropped", by=by, about=batch)
    forget_file(batch)


def forget_rows(batch):
    """What was read before goes: the columns mean something else now, or the file is read anew."""
    batch.rows.all().delete()
    batch.issues.all().delete()
    batch.position, batch.counts = 0, {}
    batch.save(update_fields=["position", "counts"])


def forget_file(batch):
    files.thrown_away(batch.path)
    ImportBatch.objects.filter(pk=batch.pk).update(path="")


def _mine(batch_id):
    """The batch, held until the end of this transaction; imports of its kind are written one after the other."""
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK % 2**31, batch.target])
    return batch


def _ignore_no_trigger():
    """Say it aloud until the transaction ends: "no trigger is ignored".

    Unsaid, each trigger of pgtrigger catches an error over the missing setting, and each error caught has Postgres go
    through all that waits for the end of the transaction: minutes, with many families.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")


# ---- how far it is --------------------------------------------------------------------------------------------------


@contextmanager
def telling(run_id):
    """`tell(done, total)` for a run's progress, seen at once although the work is one transaction.

    It is told over a connection of its own, a moment apart.
    """
    beside = connection.copy()
    told = [0.0]

    def tell(done, total):
        if run_id and time.monotonic() - told[0] > A_MOMENT:
            told[0] = time.monotonic()
            with beside.cursor() as cursor:
                cursor.execute("UPDATE agency_workrun SET done = %s, total = %s WHERE id = %s", [done, total, run_id])

    try:
        yield tell
    finally:
        beside.close()
