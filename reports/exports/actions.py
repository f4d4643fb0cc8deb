"""What happens to an export: asked for, made, fetched, thrown away. Each leaves a line in the record of acts."""

from django.db import transaction

from agency import audit, files
from agency.models import AccessEvent, Agency, WorkRun
from reports.exports import deidentified, keeping, reading, tables, writing
from reports.exports.forms import WhereForm
from reports.models import Export


class NoLonger(Exception):
    """Who asked for it may not take it along any more."""


class TooLong(Exception):
    """More rows than a spreadsheet holds."""


@transaction.atomic
def ask(*, by, **asked):
    """Begin an export. The file is made after the commit."""
    from reports.exports.tasks import make_export

    run = WorkRun.objects.create(name="export", asked_by=by)
    export = Export.objects.create(run=run, **asked)
    facts = {name: asked[name] for name in ("what", "where", "period", "file_type", "with_words")}
    audit.record("export_asked", about=export, by=by, **facts)
    make_export.delay_on_commit(export.pk)
    return export


def make(export):
    """Write the file and keep it. Nothing is kept until it is whole; a second run makes it anew."""
    with keeping.half_made(export) as path:
        found = Deidentified(export) if export.what == deidentified.CODE else General(export)
        found.write(path)
        kept = keeping.kept(path, export)
    _known(export, kept, found)
    files.thrown_away(export.path)
    keeping.only_what_is_known(export)


@transaction.atomic
def _known(export, kept, found):
    """The file, how much is in it, and whose: one act."""
    made = {"path": kept.path, "size": kept.size, "digest": kept.digest}
    whose = sorted(found.families) if found.identifies else None
    made |= {"row_count": found.rows, "family_count": len(found.families), "family_ids": whose, "notes": found.notes}
    Export.objects.filter(pk=export.pk).update(**made)
    by = export.run.asked_by
    audit.record(
        "export_made", about=export, by=by, what=export.what, where=export.where, period=export.period,
        rows=found.rows, families=len(found.families), identifies=found.identifies, family_ids=whose or [],
        digest=kept.digest,
    )  # fmt: skip
    _seen("reports:export", whose, export, by)


def _seen(page, whose, export, by):
    """These families were taken along; a file that tells nobody leaves no such line."""
    if whose:
        AccessEvent.objects.create(by=by, page=page, family_ids=whose, reason=export.purpose)


@transaction.atomic
def fetched(export, *, by):
    """Somebody saves the file, as often as they like while it is kept: each time is written down."""
    _seen("reports:export-file", export.family_ids, export, by)
    identifies = bool(export.family_ids)
    audit.record("export_fetched", about=export, by=by, what=export.what, rows=export.row_count, identifies=identifies)


def throw_away(export):
    """The file goes; the row stays and says that there was one."""
    files.thrown_away(export.path)
    Export.objects.filter(pk=export.pk).update(path="")
    keeping.only_what_is_known(export)
    audit.record("export_thrown_away", about=export, by=None)


class _Made:
    """One file in the making."""

    identifies = True

    def __init__(self, export):
        self.export, self.user = export, export.run.asked_by
        self.rows, self.families, self.notes = 0, set(), {}

    @property
    def scope(self):
        """Whose families, asked again: what somebody reaches may have changed since they asked."""
        form = WhereForm({"where": self.export.where, "period": self.export.period}, user=self.user)
        if not Export.objects.visible_to(self.user).filter(pk=self.export.pk).exists() or not form.is_valid():
            raise NoLonger
        return form.scope

    def in_scope(self, scope):
        """The keys of the families with a place on any day of the period, as a subquery."""
        return scope.places().during(scope.first, scope.last).order_by().values("family")


class General(_Made):
    """A table of rows as they stand in the records."""

    def write(self, path):
        scope = self.scope
        self.table = tables.every()[self.export.what]
        words = self.export.with_words
        rows = reading.query(
            self.table, user=self.user, families=self.in_scope(scope), period=scope.period, with_words=words
        )
        total = rows.count()
        if self.export.file_type == Export.Type.XLSX and total > writing.MOST_IN_A_SHEET:
            raise TooLong
        WorkRun.objects.filter(pk=self.export.run_id).update(total=total, done=0)
        columns = self.table.asked(words)
        with reading.told_aside(self.export.run_id) as tell:
            writing.WRITERS[self.export.file_type](path, columns, self._passing(reading.streamed(rows), tell))

    def _passing(self, rows, tell):
        """The rows on their way into the file: counted, and whose they are remembered."""
        place = next(at for at, one in enumerate(self.table.columns) if one.code == "family_id")
        finish = self.table.finish or (lambda row: row)
        for row in rows:
            self.rows += 1
            self.families.add(row[place])
            if self.rows % reading.A_PIECE == 0:
                tell(self.rows)
            yield finish(row)


class Deidentified(_Made):
    """A row a family, and nobody in it can be told."""

    identifies = False

    def write(self, path):
        scope, agency = self.scope, Agency.objects.first()
        found, self.notes = deidentified.rows(
            user=self.user, families=self.in_scope(scope), period=scope.period,
            smallest=agency.small_cell if agency else 5,
        )  # fmt: skip
        self.rows = len(found)
        writing.WRITERS[self.export.file_type](path, deidentified.COLUMNS, found)
