"""Where a file is written, and where it lies once it is whole. What a killed worker left of either goes.

Each export has a folder of its own in the storage: the file that its row names stays there, any other is a rest.
"""

import shutil
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from django.utils import timezone

from agency import files
from reports.exports import writing
from reports.models import Export

FOLDER = "exports"
BEGUN = "family-export-"
FORGOTTEN = timedelta(days=1)  # nothing is written for so long (CELERY_TASK_TIME_LIMIT)


@contextmanager
def half_made(export):
    """The path to write to. It is gone afterwards; what an earlier attempt that was killed wrote goes before."""
    begun = f"{BEGUN}{export.pk}-{export.run.started_at:%Y%m%d%H%M%S%f}-"  # the moment: others may write here, too
    _gone(Path(gettempdir()).glob(f"{begun}*"))
    with TemporaryDirectory(prefix=begun) as folder:
        yield Path(folder, "file")


def kept(path, export):
    """The whole file, in the export's own folder."""
    return files.kept_from_disk(path, kind=writing.KINDS[export.file_type], folder=_folder(export.pk))


def only_what_is_known(export):
    """Nothing stays of this export but the file that its row names now."""
    path = Export.objects.values_list("path", flat=True).get(pk=export.pk)
    files.emptied(_folder(export.pk), keep=path)


def clear_up():
    """What was begun and never finished goes with the files whose days are over."""
    alive = set(Export.objects.filter(expires_at__gt=timezone.now()).values_list("pk", flat=True))
    for name in files.folders(FOLDER):
        if name.isdecimal() and int(name) not in alive:
            files.emptied(_folder(name))
    before = (timezone.now() - FORGOTTEN).timestamp()
    _gone(begun for begun in Path(gettempdir()).glob(f"{BEGUN}*") if begun.stat().st_mtime < before)


def _folder(key):
    return f"{FOLDER}/{key}"


def _gone(folders):
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
