"""What became of each row of an import, and what was wrong with the ones that did not come in."""

from collections import Counter
from dataclasses import asdict, dataclass, field

IMPORTED, UNCHANGED, HELD, SKIPPED = "imported", "unchanged", "held", "skipped"


class Unreadable(Exception):
    """The file as a whole cannot be read. The text is a sentence with the place."""


@dataclass(frozen=True)
class Issue:
    """One remark about one place: the file, the line (1 is the heading), the column, and a sentence."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self):
        place = f"{self.file}, line {self.line}" + (f", {self.column}" if self.column else "")
        return f"{place}: {self.reason}"


@dataclass
class Table:
    """One kind of row: read = imported + unchanged + held + skipped."""

    fates: Counter = field(default_factory=Counter)
    issues: list = field(default_factory=list)

    def add(self, fate, count=1):
        self.fates[fate] += count

    def wrong(self, file, line, column, reason, fate=None):
        """Remark on a row; with `fate`, that is also what became of it."""
        self.issues.append(Issue(file, line, column, reason))
        if fate:
            self.add(fate)

    def as_dict(self):
        counts = {fate: self.fates[fate] for fate in (IMPORTED, UNCHANGED, HELD, SKIPPED)}
        return {"read": sum(counts.values())} | counts | {"issues": [asdict(issue) for issue in self.issues]}


class Ledger(dict):
    """The tables of one import by name."""

    def __missing__(self, name):
        self[name] = Table()
        return self[name]

    def as_dict(self):
        return {name: table.as_dict() for name, table in self.items()}
