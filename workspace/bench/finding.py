"""Finding help among five thousand services: imported for the moment, asked as people ask, and taken away again."""

from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse

from partners.models import ZipPlace
from workspace.bench import directory
from workspace.bench.measure import PAGE, measured

SERVICES = 5_000
HERE = "99050"
ASKED = {
    "all": "",
    "words": "?q=neigbors",
    "near": f"?near={HERE}",
    "all filters": f"?q=neighbors&near={HERE}&within=50&open=MO&at=10:00&speaks=es&who=3",
}


def rows(browser, runs, size_of):
    """Each question, answered as a whole page."""
    with many_services(SERVICES):
        for name, query in ASKED.items():
            url = reverse("partners:directory") + query
            yield measured(
                f"Directory of 5,000, {name}", PAGE, lambda url=url: browser.get(url), runs=runs, size_of=size_of
            )


@contextmanager
def many_services(services):
    """A directory of this size, as long as it is asked."""
    with TemporaryDirectory() as folder, transaction.atomic(), connection.cursor() as cursor:
        tables = directory.lay(Path(folder, "tables"), services)
        call_command("import_directory", str(tables), source="bench", stdout=StringIO())
        known = set(ZipPlace.objects.values_list("code", flat=True))
        middles = [ZipPlace(code=f"99{n:03}", lat=46 + n % 100 / 100, lon=-118 - n % 90 / 100) for n in range(1000)]
        ZipPlace.objects.bulk_create([place for place in middles if place.code not in known])
        cursor.execute("ANALYZE")
        yield
        transaction.set_rollback(True)
