"""Tables that leave as files: 100,000 notes, each file with flat memory (design 10)."""

from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from agency.models import User
from reports.exports import deidentified, reading, tables, writing
from reports.periods import Days
from reports.scope import Scope
from workspace.bench.measure import Budget, measured

A_HUNDRED_THOUSAND = 100_000
FLAT = Budget(peak_mb=250)
AN_EXTRACT = Budget(p95_ms=60_000)


def parts():
    """Written to disk and thrown away; with what was written in the notes, which is the most there is."""
    return [*(partial(_as_file, kind) for kind in writing.WRITERS), _extract]


def _as_file(kind):
    scope = _everything()
    yield measured(f"Export of notes, {kind}", FLAT, lambda: _notes(kind, scope, _asked(scope)), runs=1, warm=0)


def _extract():
    scope = _everything()
    asked = _asked(scope) | {"period": scope.period, "smallest": 5}
    yield measured("De-identified extract", AN_EXTRACT, lambda: deidentified.rows(**asked), runs=1, warm=0)


def _everything():
    return Scope(Days(date(2000, 1, 1), timezone.localdate()))


def _asked(scope):
    families = scope.places().during(scope.first, scope.last).order_by().values("family")
    return {"user": User.objects.filter(role_grants__role="manager").order_by("pk").first(), "families": families}


def _notes(kind, scope, asked):
    found = reading.query(tables.NOTES, period=scope.period, with_words=True, **asked)[:A_HUNDRED_THOUSAND]
    with TemporaryDirectory(prefix="export-") as folder:
        path = Path(folder, "notes")
        writing.WRITERS[kind](path, tables.NOTES.asked(True), reading.streamed(found))
