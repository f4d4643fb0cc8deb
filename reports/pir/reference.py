"""How a program lies among the country's: shares of one program beside the quartiles of its kind and state."""

import csv
import math
import re
import statistics
from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from agency.models import Program
from reports.models import PirReference
from reports.pir.living import in_year

KINDS = {
    "HS": Program.Kind.HEAD_START,
    "EHS": Program.Kind.EARLY_HEAD_START,
    "AIAN HS": Program.Kind.AIAN,
    "AIAN EHS": Program.Kind.AIAN_EARLY,
    "MIGRANT HS": Program.Kind.MIGRANT,
    "MIGRANT EHS": Program.Kind.MIGRANT_EARLY,
}
ENROLLED, CHILDREN = "total_cumulative_enrollment", "total_cumulative_enrolled_children"
# item: (column, of which column, words); without "of", the column itself
ITEMS = {
    "enrolled": (ENROLLED, "", _("Cumulative enrollment")),
    "children": (CHILDREN, "", _("Children enrolled")),
    "new_children": ("newly_enrolled_children", CHILDREN, _("Newly enrolled, of all children")),
    "pregnant": ("pregnant_women", ENROLLED, _("Pregnant women, of all enrolled")),
    "homeless": ("homeless_children_served", CHILDREN, _("Children without a home, of all children")),
    "foster": ("foster_care_children_served", CHILDREN, _("Children in foster care, of all children")),
}
NEEDED = ("year", "program_type", "service_state", ENROLLED)
YEAR = re.compile(r"(19|20)\d\d", re.ASCII)
FEWEST = 5  # programs: below, a quartile would describe somebody


def columns():
    """The columns the public file is read by, each once."""
    return list(dict.fromkeys([*NEEDED, *(column for column, *_rest in ITEMS.values())]))


class NotAPirFile(Exception):
    """The file does not hold the columns of the public PIR data, or no program of a kind we know."""


def load(path):
    """Read the public program-level file from a disk; see `take`."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return take(file)


@transaction.atomic
def take(lines):
    """Keep only quartiles of the public program-level file. Returns how many rows it read, and how many it made.

    Years that the file does not hold stay as they were.
    """
    values, read = _values(lines)
    rows = [
        PirReference(year=year, kind=kind, state=state, item=item, n=len(found), **_quartiles(found))
        for (year, kind, state, item), found in sorted(values.items())
        if len(found) >= FEWEST
    ]
    if not rows:
        raise NotAPirFile
    PirReference.objects.filter(year__in={row.year for row in rows}).delete()
    PirReference.objects.bulk_create(rows, batch_size=2000)
    return read, len(rows)


def _values(lines):
    values, read = defaultdict(list), 0
    rows = csv.DictReader(lines)
    if not set(NEEDED) <= set(rows.fieldnames or ()):
        raise NotAPirFile
    for row in rows:
        read += 1
        year, kind, state = (str(row[name] or "").strip() for name in NEEDED[:3])
        if (kind := KINDS.get(kind.upper())) and YEAR.fullmatch(year):
            _keep(values, int(year), kind, state, row)
    return values, read


def _keep(values, year, kind, state, row):
    for item, (column, of, _words) in ITEMS.items():
        value = share(_number(row.get(column)), _number(row.get(of)) if of else 1)
        if value is not None:
            for place in {"", state} if len(state) in (0, 2) else {""}:
                values[(year, kind, place, item)].append(value)


def _number(text):
    try:
        number = float(text)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def share(part, whole):
    return part / whole if part is not None and whole else None


def _quartiles(values):
    q1, median, q3 = statistics.quantiles(values, n=4, method="inclusive")
    return {"q1": q1, "median": median, "q3": q3}


@dataclass(frozen=True)
class Beside:
    """One share of ours beside the country's and the state's."""

    item: str
    label: str
    ours: float | None
    is_share: bool
    country: PirReference | None
    state: PirReference | None

    @property
    def said(self):
        """As a page writes it: shares in percent, counts whole."""
        return {
            "ours": self._said(self.ours),
            "country": self._of(self.country),
            "state": self._of(self.state),
        }

    def _said(self, value):
        if value is None:
            return "–"
        return f"{100 * value:.1f} %" if self.is_share else f"{value:.0f}"

    def _of(self, row):
        if row is None:
            return {"median": "–", "half": "–", "n": "–"}
        half = f"{self._said(row.q1)} – {self._said(row.q3)}"
        return {"median": self._said(row.median), "half": half, "n": row.n}


def own(facts):
    """Our own figures by item, from the same facts as the worksheet."""
    children = {child for family in facts.children.values() for child in family}
    women = sum(len(women) for women in facts.women.values())
    homeless = [family for family, episodes in facts.episodes.items() if in_year(facts, episodes)]
    without_home = sum(len(facts.children.get(family, ())) for family in homeless)
    in_care = sum(1 for child in children if in_year(facts, facts.in_care.get(child, ())))
    count = len(children)
    return {
        "enrolled": count + women,
        "children": count,
        "new_children": share(len(children - facts.came_before), count),
        "pregnant": share(women, count + women),
        "homeless": share(without_home, count),
        "foster": share(in_care, count),
    }


def newest(kind):
    return PirReference.objects.filter(kind=kind).aggregate(year=Max("year"))["year"]


def beside(facts, kind, state, year=None):
    """Our figures, each beside the quartiles of its kind: in the country and, where enough file there, in the state."""
    rows = PirReference.objects.filter(kind=kind, year=year or newest(kind), state__in=["", state])
    known = {(row.item, row.state): row for row in rows}
    ours = own(facts)
    return [
        Beside(
            item, str(words), ours[item], bool(of), known.get((item, "")), known.get((item, state)) if state else None
        )
        for item, (_column, of, words) in ITEMS.items()
        if (item, "") in known
    ]


def states(kind, year=None):
    rows = PirReference.objects.filter(kind=kind, year=year or newest(kind)).exclude(state="")
    return sorted(set(rows.values_list("state", flat=True)))
