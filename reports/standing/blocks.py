"""A block: one table of a standing report, and the measures that are its columns."""

from dataclasses import dataclass, field

from django.utils.functional import lazystr
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext as _

EVERY = "all"  # the row of everybody, each once
NONE = "none"  # the row of those for whom it is not known


@dataclass(frozen=True)
class Measure:
    """One column: its label, what is counted in it, and of what kind its numbers are."""

    label: str
    counts: str = ""
    of: str = "families"  # families, people, things, staff (never hidden), or days and levels (measured, not counted)
    is_of: tuple = ()  # the columns a measured number is of; else the first one
    tells_first: bool = False  # from it one could work out the first column: it is hidden with that
    is_restricted: bool = False  # its lists show restricted facts

    @property
    def is_measured(self):
        return self.of in ("days", "level")

    @property
    def tells_of_people(self):
        """It counts families, people, or what they did: hidden where it is small. A median is hidden with its count."""
        return not self.is_measured and self.of != "staff"

    @property
    def follows(self):
        """It is hidden with the numbers it tells of."""
        return self.is_measured or self.tells_first


@dataclass(frozen=True)
class Block:
    """One table of a report."""

    code: str
    title: str
    first: str  # what its rows are
    columns: dict  # code → Measure
    labels: object  # function of row codes → {code: label}
    records: str = ""
    rule: str = ""
    shape: str = ""  # of its plot: parts, beside, change, line
    draws: tuple = ()  # columns drawn
    note: str = ""  # under the title of the plot
    adds: dict = field(default_factory=dict)  # total column → the columns that add up to it
    whole: str = ""  # the row of another block that its rows make up together; else its own row of everybody
    keeps_order: bool = False  # rows as they were counted; else the largest first
    order: tuple = ()  # or the rows in this order
    unknown: str = ""  # what the row of those without one is called
    of_categories: bool = False  # its rows are kinds of help, some restricted
    is_restricted: bool = False
    empty: tuple = ()
    half: bool = False

    def label(self, row, labels):
        if row == EVERY:
            return _("All, each once")
        return capfirst(str(labels.get(row) or self.unknown or _("Not known")))

    def name(self, row, measure):
        """ "Housing: asked for"; the label of the row is looked up only when somebody reads it."""
        if row == EVERY:
            return measure.label
        return format_lazy("{}: {}", lazystr(_Label(self, row)), measure.label)

    # ---- what a reader could work out -----------------------------------------------------------------------------
    def told_by(self, row, measure):
        """The figures of which a median, an average and the like tell."""
        return [f"{self.code}.{row}.{column}" for column in measure.is_of or [next(iter(self.columns))]]

    def across(self, content):
        for total, parts in self.adds.items():
            for row in content["rows"][self.code]:
                yield f"{self.code}.{row}.{total}", [f"{self.code}.{row}.{part}" for part in parts]

    def down(self, content):
        """Where families stand in several rows these do not add up, and nothing follows from them."""
        rows = [row for row in content["rows"][self.code] if row != EVERY]
        whole = self.whole or f"{self.code}.{EVERY}"
        for column, measure in self.columns.items() if rows else ():
            if not measure.is_measured:
                yield f"{whole}.{column}", [f"{self.code}.{row}.{column}" for row in rows]


class _Label:
    def __init__(self, block, row):
        self.block, self.row = block, row

    def __str__(self):
        return self.block.label(self.row, self.block.labels([self.row]) if self.row != NONE else {})
