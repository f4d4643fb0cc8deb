"""A file arrives: it is kept, its columns are guessed, and its batch begins."""

import itertools

from django.db import transaction

from agency import audit, files
from agency.imports import reading, work
from agency.imports.columns import NEVER_READ, guessed
from agency.imports.lines import Remark, Unreadable
from agency.imports.targets import MATCHED, files_opened
from agency.imports.tasks import look_at_import, undo_import, write_import
from agency.models import ImportBatch, ImportMapping

LARGEST = 100_000_000
SAMPLES = 3  # values of each column shown beside it
LOOKED_THROUGH = 50  # rows in which they are looked for
RUN_OF = {"look": "import-look", "write": "import-write", "undo": "import-undo"}
TASKS = {"look": look_at_import, "write": write_import, "undo": undo_import}


@transaction.atomic
def begin(*, target, layout, source, by, upload=None, path="", mapping=None, program=None, center=None, options=None):
    """A new batch of an uploaded file, or of the one a command names. Raises ValidationError for no file of ours."""
    kinds = target.layout_named(layout).kinds if target.layout_named(layout) else files.TABLES
    batch = ImportBatch(target=target.slug, layout=layout, source=source, mapping=mapping, by=by)
    batch.program, batch.center, batch.options = program, center, options or {}
    if upload is not None:
        kept = files.kept(upload, kinds=kinds, folder="imports", largest=LARGEST)
        batch.path, batch.kind, batch.size, batch.digest = kept.path, kept.kind, kept.size, kept.digest
        batch.called = plain_name(upload.name)
    else:
        batch.options |= {"path": str(path)}
        batch.called = plain_name(str(path))
    _match(batch, target)
    batch.save()
    audit.record("import_begun", by=by, about=batch, target=target.slug, layout=layout, source=source)
    return batch


def plain_name(path):
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1][-120:]


def _match(batch, target):
    """The saved matching, or what the headings say; a layout that reads by itself needs none."""
    if batch.mapping:
        for name, value in batch.mapping.how().items():
            setattr(batch, name, value)
    elif batch.layout == MATCHED or target.layout_named(batch.layout).read is None:
        layout = target.layout_named(batch.layout)
        batch.columns, batch.constants = _guess(batch, target), dict(layout.constants) if layout else {}


def _guess(batch, target):
    """{heading: our column}, each column once: as the layout knows it, else as the heading says."""
    layout = target.layout_named(batch.layout)
    try:
        headings = peek(batch)["headings"]
    except Unreadable:
        return {}
    if layout is None or layout.column_of is None:
        return guessed(headings, target.columns)
    found = {}
    for heading in headings:
        name = layout.column_of(heading)
        if name and name not in found.values():
            found[heading] = name
    return found


def peek(batch):
    """The headings of the batch's file with a few values of each: {"headings": […], "samples": {heading: […]}}."""
    with files_opened(batch) as file:
        table = reading.sheet(file, called=batch.called, kind=batch.kind)
        samples = {heading: [] for heading in table.headings if not NEVER_READ.search(heading)}
        for _line, values in itertools.islice(table.by_heading(), LOOKED_THROUGH):
            if isinstance(values, Remark):
                continue
            for heading, found in samples.items():
                value = values[heading]
                if value and value not in found and len(found) < SAMPLES:
                    found.append(value)
    return {"headings": table.headings, "samples": samples}


@transaction.atomic
def go(batch, move, *, by):
    """Make the move "look", "write" or "undo" and queue its work; returns the run with its progress."""
    run = by.work_runs.create(name=RUN_OF[move], subject=batch.called)
    if move == "look":
        work.forget_rows(batch)
    batch.take(move, run=run, problem="")
    TASKS[move].delay_on_commit(batch.pk, run.pk)
    return run


@transaction.atomic
def save_mapping(batch, *, name, code, by):
    """Keep how this batch's columns were matched, under a name; the same name again replaces it."""
    facts = batch.how() | {"name": name, "saved_by": by}
    mapping, _new = ImportMapping.objects.update_or_create(target=batch.target, code=code, defaults=facts)
    batch.mapping = mapping
    batch.save(update_fields=["mapping"])
    audit.record("import_mapping_saved", by=by, about=mapping)
    return mapping
