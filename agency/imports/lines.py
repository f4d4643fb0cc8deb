"""What a reader says: a row of a file, or a remark about a place in it."""

from dataclasses import dataclass, field

from agency.models.imports import Fate, ImportIssue

Severity = ImportIssue.Severity


class Unreadable(Exception):
    """The file as a whole cannot be read. The text is a sentence with the place."""


@dataclass(frozen=True)
class Remark:
    """A sentence about one place. `code` tells remarks of one kind apart whatever the language."""

    code: str
    reason: str
    column: str = ""
    severity: str = Severity.NOTE
    table: str = ""  # the three of a remark that belongs to no row
    file: str = ""
    line: int = 0
    key: str = ""
    facts: dict = field(default_factory=dict)


@dataclass
class Line:
    """One row. Rows of one `key` belong together; a row with a fate already needs no more deciding."""

    table: str
    file: str
    line: int
    key: str = ""
    said: dict = field(default_factory=dict)
    fate: str = ""
    remarks: list = field(default_factory=list)

    def skipped(self, code, reason, column=""):
        """This row does not come in, and why."""
        self.fate, self.said = Fate.SKIPPED, {}
        self.remarks.append(Remark(code, reason, column, Severity.SKIPPED))
        return self

    def noted(self, code, reason, column=""):
        """Something to know about a row that does come in."""
        self.remarks.append(Remark(code, reason, column))
        return self


@dataclass
class Group:
    """The rows of one key, in the order of the file."""

    key: str
    rows: list


@dataclass
class Outcome:
    """What becomes of a group: of all its rows, unless `fates` names some of them otherwise."""

    key: str
    fate: str
    remarks: list = field(default_factory=list)
    fates: dict = field(default_factory=dict)  # {number of a row: its fate}
