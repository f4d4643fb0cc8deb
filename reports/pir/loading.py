"""The forms we know from the start. Safe to load twice; what is there stays, and better ones come as drafts."""

import json
from pathlib import Path

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agency.models import Agency
from agency.words import Words
from reports.models import PirForm, PirItem

CONTENT = Path(__file__).parent.parent / "content"
REVISION = 2  # of our content; with the next one each year's form comes once more, for somebody to look at


@transaction.atomic
def load_forms():
    """The forms of 2018-19, 2021-22 and 2022-23, in use at once: no year may be without any.

    An agency that has a year's form already gets the better one as a draft: its numbers never change by themselves.
    """
    for path in sorted(CONTENT.glob("pir_*.json")):
        year = path.stem.removeprefix("pir_")
        if not PirForm.objects.filter(year=year, revision=REVISION).exists():
            _items(_form(year), json.loads(path.read_text(encoding="utf-8")))


def _form(year):
    last = PirForm.objects.filter(year=year).aggregate(edition=Max("edition"))["edition"]
    if last is None:
        return PirForm.objects.create(year=year, revision=REVISION, in_use_since=timezone.localdate())
    return PirForm.objects.create(year=year, revision=REVISION, edition=last + 1)


def _items(form, rows):
    PirItem.objects.bulk_create(
        PirItem(
            form=form, number=row["number"], sort=place, wording=Words(row["wording"]), rule=row["rule"],
            key=row["key"], categories=row["categories"], is_confirmed=row.get("confirmed", True),
        )
        for place, row in enumerate(rows)
    )  # fmt: skip
    hang(form, {row["number"]: row["parent"] for row in rows})


def hang(form, parents):
    """Each item under the one of which it is a part: `parents` is {number: number}."""
    items = {item.number: item for item in form.items.all()}
    for number, parent in parents.items():
        items[number].parent = items.get(parent)
    PirItem.objects.bulk_update(items.values(), ["parent"])


def bring_up_to_date(plan=(), **_signal):
    """After each migration, an agency that is set up gets the forms that are new."""
    goes_back = any(backwards for _migration, backwards in plan)
    if not goes_back and Agency.objects.exists():
        load_forms()
