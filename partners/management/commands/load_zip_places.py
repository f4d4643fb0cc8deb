"""`load_zip_places PATH`: where ZIP codes lie, from the GeoNames or the Census file, so that distances can be told."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agency.imports.lines import Remark, Unreadable
from agency.imports.reading import sheet
from partners.models import ZipPlace

# Our field ← the headings it has in the files people find: GeoNames as CSV, the Census gazetteer, others.
HEADINGS = {
    "code": ("zip", "zipcode", "zip_code", "postal code", "postal_code", "geoid", "zcta5", "code"),
    "state": ("state abbr", "state_abbr", "state", "usps", "admin code1"),
    "town": ("city", "place name", "town", "name"),
    "lat": ("latitude", "lat", "intptlat"),
    "lon": ("longitude", "lon", "lng", "long", "intptlong"),
}
BARE = ["country", "code", "town", "state name", "state", "county", "", "", "", "lat", "lon"]  # US.txt has no heading


class Command(BaseCommand):
    help = "Read where ZIP codes lie, from a file of GeoNames or the Census. What is there is brought up to date."

    def add_arguments(self, parser):
        parser.add_argument("path")

    def handle(self, *, path, **options):
        try:
            with Path(path).open("rb") as file:
                places = {place.code: place for place in _places(sheet(file, called=Path(path).name, kind="text/csv"))}
        except (OSError, Unreadable) as trouble:
            raise CommandError(str(trouble)) from trouble
        if not places:
            raise CommandError("The file has no ZIP code with a latitude and a longitude.")
        ZipPlace.objects.bulk_create(
            places.values(), batch_size=5000, update_conflicts=True, unique_fields=["code"],
            update_fields=["state", "town", "lat", "lon"],
        )  # fmt: skip
        self.stdout.write(f"{len(places)} ZIP codes")


def _places(table):
    columns = _columns(table.headings)
    rows = list(table.by_heading())
    if "code" not in columns and len(table.headings) >= len(BARE):
        rows.insert(0, (1, dict(zip(table.headings, table.headings, strict=True))))
        columns = {name: table.headings[BARE.index(name)] for name in HEADINGS}
    for _line, values in rows:
        place = None if isinstance(values, Remark) else _place({name: values[at] for name, at in columns.items()})
        if place:
            yield place


def _columns(headings):
    by_word = {heading.strip().lower(): heading for heading in reversed(headings)}
    found = {name: [by_word[word] for word in words if word in by_word] for name, words in HEADINGS.items()}
    return {name: hits[0] for name, hits in found.items() if hits}


def _place(said):
    code = said.get("code", "").strip().zfill(5)
    try:
        lat, lon = float(said.get("lat", "")), float(said.get("lon", ""))
    except ValueError:
        return None
    if not (code.isdecimal() and len(code) == 5 and -90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    return ZipPlace(code=code, state=said.get("state", "").strip()[:2].upper(), town=said.get("town", "").strip()[:100],
                    lat=lat, lon=lon)  # fmt: skip
