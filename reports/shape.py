"""What a report is made of when it is shown: sections with a table, and a plot beside it. One shape for every copy.

The page, the PDF, XLSX and CSV are all made of these, so a number on paper is the number on the screen. `code`s are
stable: they name tables and columns in files and never change once they were published.
"""

from dataclasses import dataclass, field


@dataclass
class Cell:
    """One value. `figure` names the number it is (and so its list, its definition, whether it is hidden)."""

    value: object
    figure: str = ""
    url: str = ""
    n: bool = True
    text: str = ""  # how a page writes it, when not as the value itself
    change: str = ""  # how far the report's own number has moved from this earlier one: "+3"
    hides_with: tuple = ()  # figures that would be known from this value: an average, a share, a change

    @property
    def zero(self):
        return self.value == 0 and not self.url

    @property
    def shown(self):
        return self.text or ("–" if self.value is None else self.value)


@dataclass
class Column:
    code: str
    label: str
    n: bool = True


@dataclass
class Row:
    head: str
    cells: list
    code: str = ""
    note: str = ""
    url: str = ""
    is_total: bool = False  # no bar beside it on paper: it would make all others small


@dataclass
class Table:
    """Rows of cells under columns; the first column holds the row's name."""

    code: str
    columns: list
    rows: list
    caption: str = ""
    label: str = ""
    first: str = ""  # what the rows are: Month, Outcome
    bars: bool = True  # on paper a bar a row shows the first column


@dataclass
class Plot:
    """Drawn by agency.templatetags.plots; `shape` is line, change, parts or beside. Its table stands beside it."""

    shape: str
    title: str
    label: str
    rows: list
    note: str = ""
    names: tuple = ()


@dataclass
class Section:
    """One question of the report. `meanings` are the figures whose definition opens from here."""

    code: str
    title: str
    table: Table | None = None
    plot: Plot | None = None
    aside: str = ""
    further: Table | None = None  # rows that need not stand open
    empty: tuple = ()  # (title, text) when there is nothing to show
    meanings: list = field(default_factory=list)
    half: bool = False  # two of them may stand side by side

    @property
    def tables(self):
        return [table for table in (self.table, self.further) if table]
