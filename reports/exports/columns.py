"""What a table is made of: columns with stable names, and which rows it takes. docs/data-dictionary.md shows them."""

from collections.abc import Callable
from dataclasses import dataclass, field

# What a column holds. The names stand in the data dictionary; Parquet takes its types from them.
KEY, WHOLE, TEXT, DAY, MOMENT, YES_NO = "key", "whole number", "text", "day", "moment", "yes or no"


@dataclass(frozen=True)
class Column:
    """One column: its name for ever, where it comes from, what it holds, and what it means."""

    code: str
    source: object  # a lookup, or an expression
    kind: str
    meaning: str
    words: bool = False  # free words of people: only where they were asked for
    inner: bool = False  # read only to work out another one


@dataclass(frozen=True)
class Table:
    """One table: its columns, and the rows one person may take of it."""

    code: str
    title: str
    lead: str
    rows: Callable  # rows(user, families) -> queryset; `families` are the keys of the families it is about
    columns: tuple
    day: str = ""  # rows of these days; without it, of families with a place in these days
    names: bool = True  # False: it tells nobody apart by name
    finish: Callable | None = None  # what is worked out once a row is read
    further: tuple = field(default_factory=tuple)  # columns that `finish` adds

    def asked(self, with_words):
        """The columns of one file, in order."""
        return [one for one in (*self.read(with_words), *self.further) if not one.inner]

    def read(self, with_words):
        """Those of them that the database is asked for."""
        return [one for one in self.columns if with_words or not one.words]
