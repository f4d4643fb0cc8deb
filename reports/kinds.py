"""The kinds of report there are, and what each of them tells of itself. New kinds are named in `MODULES`.

A kind is a small class; everything else (freezing, access, lists behind numbers, HTML, PDF, XLSX, CSV, JSON, the
command `run_report`, "what changed since") works for every kind alike. See reports/README.md.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from agency.access import Permission
from reports.periods import Month

# Modules that define a class with `code`; each room of reports adds its own line.
MODULES = [
    "reports.monthly.kind",
    "reports.pir.kind",
    "reports.asking.kind",
    "reports.standing.outcomes",
    "reports.standing.timeliness",
    "reports.standing.caseload",
    "reports.standing.referrals",
    "reports.standing.gap",
    "reports.standing.fathers",
    "reports.standing.agreements",
    "reports.standing.rights",
    "reports.standing.quality",
]


@dataclass(frozen=True)
class Figure:
    """One number: its name, and what a reader opens from it: what is counted, from which records, by which rule."""

    name: str
    counts: str
    records: str = ""
    rule: str = ""
    of_families: bool = True  # a number of families is hidden in the board's copy when it is small
    of_people: bool = False  # a number of children or fathers: hidden like families when it is small
    of_staff: bool = False  # a number of our own staff, of partners, or a setting: never hidden
    is_restricted: bool = False  # its list opens only for who may read restricted records


@dataclass(frozen=True)
class Mend:
    """Something wrong with the record of a family: what, the words on the link, the URL name of the page."""

    what: str
    act: str
    page: str


@dataclass
class Counted:
    """What a kind found: numbers by figure, the families behind them by figure, and what else its pages show."""

    numbers: dict = field(default_factory=dict)
    families: dict = field(default_factory=dict)
    content: dict = field(default_factory=dict)

    def families_in(self, figure, ids):
        """Record `figure` as the number of these families, and keep the list: the two cannot disagree."""
        self.families[figure] = sorted(set(ids))
        self.numbers[figure] = len(self.families[figure])

    def lists(self, rows):
        """Figures of families as the database found them: (figure, sorted keys or None)."""
        for figure, ids in rows:
            self.families[figure] = ids or []
            self.numbers[figure] = len(self.families[figure])

    def lists_of(self, rows):
        """Figures of something else than families, with whose they are: (figure, number or None, sorted keys)."""
        for figure, number, ids in rows:
            self.families[figure] = ids or []
            self.numbers[figure] = len(self.families[figure]) if number is None else number

    @property
    def behind(self):
        """{figure: how many families are behind it}, of numbers of something else than families."""
        sizes = {figure: len(ids) for figure, ids in self.families.items()}
        return {figure: size for figure, size in sizes.items() if self.numbers.get(figure) not in (None, size)}

    def as_content(self):
        """What is frozen: ready for JSON."""
        return {"figures": self.numbers} | self.content


class Kind(ABC):
    """One kind of report. A subclass says what it counts and how it is shown."""

    code = ""  # in addresses, commands and the database: short, a slug, never changed
    title = ""
    lead = ""  # one sentence: what this report is for
    period = Month  # Month, Year or Days of reports.periods
    page = ""  # the URL name of pages of its own; without it the frame's
    freezes = True  # False: a standing report, always counted anew
    permission = Permission.REPORT_VIEW
    of_one_caseload = False  # True: it also makes sense for the families of one worker
    form = None  # filters beside whose and when: a forms.Form taking `user`; its cleaned values become Scope.filters
    writers = {}  # formats this kind writes itself: {"xlsx": function of a Report}
    compares = ()  # ("month", "year"): earlier figures kept beside the new ones in content["before"]

    @abstractmethod
    def count(self, scope):
        """Everything this report tells, as `Counted`. A fixed number of statements."""

    def froze(self, run):
        """What else must stand once a run of this kind was frozen. For most kinds: nothing."""
        return

    def count_again(self, scope):
        """What stands beside a later period's figures. A kind may leave out what takes long."""
        return self.count(scope)

    @abstractmethod
    def figure(self, code):
        """The `Figure` of a number."""

    def families(self, scope, figure):
        """The keys of the families behind one number; a kind that can asks for these alone."""
        return self.count(scope).families.get(figure)

    def mends(self, scope, figure, ids):
        """{family: [Mend]}: what is wrong with the records of these families of a list, and where it is mended."""
        return {}

    def restricted(self, figures):
        """Those of `figures` whose list opens only for who may read restricted records."""
        return {figure for figure in figures if self.figure(figure).is_restricted}

    def head(self, report):
        """Up to five (figure, note) that stand on top."""
        return []

    @abstractmethod
    def sections(self, report):
        """The whole report as `reports.shape.Section`s: pages, PDF, XLSX and CSV are made of these."""

    def sums(self, content):
        """[(total, [parts])] by figure: what a reader could add up or subtract. The board's copy hides by these."""
        return []

    def following(self, content, hidden):
        """Figures that are no counts of families and would yet tell one of the `hidden` ones: they go with it."""
        return set()

    def behind(self, content):
        """{figure: how many families}, for numbers of tables that have no list of their own."""
        return {}

    def earlier(self, period):
        """{name: period}: the periods whose figures stand beside this one's."""
        before = {"month": lambda: period.previous(), "year": lambda: period.a_year_before()}
        return {name: before[name]() for name in self.compares}

    def stood_beside(self, content):
        """{name: the earlier figures a report keeps beside its own}."""
        return {name: one for name, one in content.get("before", {}).items() if name in self.compares}


class NoSuchKind(KeyError):
    """There is no report of this name."""


@cache
def every():
    """All kinds, by code."""
    kinds = {}
    for name in MODULES:
        kind = import_module(name).KIND
        kinds[kind.code] = kind
    return kinds


def named(code):
    try:
        return every()[code]
    except KeyError as error:
        raise NoSuchKind(code) from error
