"""Rows of any version of HSDS as records of one shape. One record may come of several rows, one row make several."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from agency.imports.lines import Remark, Severity


@dataclass
class Record:
    """One thing a package says. `rows` are the numbers of the rows it came of; the first tells where to look."""

    kind: str
    key: str
    said: dict
    rows: list
    remarks: list = field(default_factory=list)
    fate: str = ""
    waits_for: str = ""

    @property
    def is_partial(self):
        """True when the file leaves out what it does not want to say, instead of saying that it is empty."""
        return "_partial" in self.said

    def note(self, code, reason, column="", severity=Severity.NOTE):
        self.remarks.append(Remark(code, reason, column, severity))


@dataclass
class Dealt:
    """What was made of the rows: records by kind, and the rows nothing can be made of, with the reason."""

    records: dict = field(default_factory=lambda: defaultdict(list))
    skipped: dict = field(default_factory=dict)  # number → Remark
    main: dict = field(default_factory=dict)  # number → the record that decides what becomes of the row
    by_key: dict = field(default_factory=dict)  # (kind, key) → its record

    def skip(self, number, code, reason, column=""):
        self.skipped[number] = Remark(code, reason, column, Severity.SKIPPED)

    def take(self, record):
        """Keep a record; the rows it came of that have decided nothing yet are decided by it."""
        self.by_key[record.kind, record.key] = record
        self.records[record.kind].append(record)
        for number in record.rows:
            self.main.setdefault(number, record)

    def skip_again(self, number, *, is_same):
        """A row whose record is here already: said twice, or another thing under the same id."""
        twice, taken = _("This row stands in the file twice."), _("Another row has this id. The first was taken.")
        self.skip(number, *(("twice", twice) if is_same else ("same_id", taken)), "id")

    def skip_if_alone(self, record, code, reason, column):
        """Nothing can be made of a record: the rows that it decides are left out, unless something else says so."""
        for number in self.of(record):
            self.skipped.setdefault(number, Remark(code, reason, column, Severity.SKIPPED))

    def of(self, record):
        """The numbers of the rows that this record decides."""
        return [number for number in record.rows if self.main.get(number) is record]


def key_of(said):
    """The id a row has, or one made of all it says: the same row is the same thing next time, too."""
    given = said.get("id", "").strip()
    if given:
        return given[:200]
    whole = json.dumps(sorted(said.items()))
    return f"#{hashlib.sha1(whole.encode(), usedforsecurity=False).hexdigest()}"


def listed(cell):
    """The parts of a list in a cell; a comma in brackets parts nothing."""
    parts, depth, part = [], 0, ""
    for sign in cell:
        depth += (sign == "(") - (sign == ")")
        if sign in ",;" and depth <= 0:
            parts.append(part)
            part = ""
        else:
            part += sign
    return [part.strip() for part in [*parts, part] if part.strip()]
