"""Other people's files, which stay where they are: a test that needs one says so and is skipped without it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from partners.imports.fields import MODELS
from partners.models import ExternalId

DATA = Path(settings.BASE_DIR).parent / "shared" / "data"


def data(path):
    """A file or folder of the shared test data."""
    if not (DATA / path).exists():
        pytest.skip(f"the shared test data is not beside this checkout: {path}")
    return DATA / path


def imported(path, source="theirs", **options):
    """What `import_directory --json` says: {table: counts and issues}; every row is accounted for."""
    said = StringIO()
    call_command("import_directory", str(path), source=source, json=True, stdout=said, **options)
    counts = json.loads(said.getvalue())
    for told in counts.values():
        assert told["read"] == told["imported"] + told["unchanged"] + told["held"] + told["skipped"]
    return counts


def figures(counts):
    """{table: (read, imported, unchanged, held, skipped)}."""
    return {
        table: tuple(told[word] for word in ("read", "imported", "unchanged", "held", "skipped"))
        for table, told in counts.items()
    }


def codes(counts, table):
    return sorted({issue["code"] for issue in counts[table]["issues"]})


def package(folder, **tables):
    """A folder of CSV tables: services="id,name\\n1,Food"."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def entry(kind, key):
    """Our row for a publisher's id."""
    return MODELS[kind].objects.get(pk=ExternalId.objects.get(table=kind, external_id=key).row_pk)
