"""What became of each row of a file, told by what became of the records that were made of it."""

from collections import defaultdict

from agency.imports.lines import Remark
from agency.models import Fate
from partners.imports.tables import ORDER


class Account:
    """By number of a row: its fate, what there is to say about it, and the record that waits for a partner."""

    def __init__(self):
        self.fates, self.remarks, self.held = {}, defaultdict(list), {}
        self._touched = set()  # numbers of rows of which something came

    def take(self, *, dealt):
        """What became of its main record; "changed" when only another of its records did."""
        for kind in ORDER:
            for record in dealt.records.get(kind, ()):
                self._tell(record, dealt)
        for number, record in dealt.main.items():
            self.fates[number] = record.fate
            if record.fate == Fate.SAME and number in self._touched:
                self.fates[number] = Fate.CHANGED
            if record.fate == Fate.HELD:
                self.held[number] = record
        for number, remark in dealt.skipped.items():
            self.fates[number] = Fate.SKIPPED
            self.remarks[number].append(remark)

    def _tell(self, record, dealt):
        for number in record.rows:
            if record.fate in (Fate.NEW, Fate.CHANGED):
                self._touched.add(number)
            is_main = dealt.main.get(number) is record
            if is_main or number == record.rows[0]:
                self.remarks[number] += record.remarks if is_main else [_as_note(remark) for remark in record.remarks]


def _as_note(remark):
    return Remark(remark.code, remark.reason, remark.column)
