"""Exports for tests: asked for and made at once, and read back from their bytes."""

import csv
import io
from datetime import timedelta

from django.utils import timezone
from python_calamine import CalamineWorkbook

from agency import files
from agency.models import WorkRun
from reports.exports.tasks import make_export
from reports.models import Export

TODAY = timezone.localdate


def asked(*, by, what="families", file_type="csv", where="agency", **more):
    """An export of the last year that nobody has made yet."""
    period = f"{TODAY() - timedelta(days=365)}..{TODAY()}"
    run = WorkRun.objects.create(name="export", asked_by=by)
    return Export.objects.create(
        run=run, what=what, where=where, period=period, file_type=file_type, purpose="For the board", **more
    )


def made(**asked_for):
    """The same, made."""
    export = asked(**asked_for)
    make_export(export.pk)
    return Export.objects.select_related("run").get(pk=export.pk)


def table(export):
    """Its rows as dicts of what stands in the file."""
    content = files.read(export.path)
    if export.file_type == "csv":
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    if export.file_type == "xlsx":
        head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        return [dict(zip(head, row, strict=True)) for row in rows]
    from pyarrow import parquet

    return parquet.read_table(io.BytesIO(content)).to_pylist()
