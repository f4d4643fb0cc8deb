"""A workbook in the federal layout, read in to compare with. Every filled cell of our programs is accounted for."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, WorkbookClosed, ZipError

from agency import audit
from agency.imports.archives import opened_zip
from agency.imports.lines import Unreadable
from agency.imports.reading import in_words
from agency.models import Program
from reports.models import PirFiledFigure, PirWorkbook
from reports.pir.workbook import COLUMNS, TYPES, number_of

SHEETS = ("Section A", "Section B", "Section C", "Section D")
BESIDE = "AB"  # sections of which a form asks a few questions: the others there are no business of ours
LARGEST = 20 * 1024 * 1024
MOST_CELLS = 4_000_000
TOTALS = ("total", "totals")


@dataclass(frozen=True)
class Read:
    """One filled cell: whose, which question, what it says."""

    who: dict
    number: str
    name: str
    value: str


class Reader:
    """The cells of the sections, one by one; `skipped` counts what says nothing."""

    def __init__(self, file, called):
        self.file, self.called, self.skipped = file, called, Counter()

    def cells(self):
        """Every filled cell of a program under a question. Raises Unreadable."""
        opened_zip(self.file, self.called).close()
        self.file.seek(0)
        try:
            book = CalamineWorkbook.from_filelike(self.file)
            names = [name for name in SHEETS if name in book.sheet_names]
            if "Section C" not in names:
                raise Unreadable(_("%(file)s has no sheet “Section C”. Is it a PIR export?") % {"file": self.called})
            for name in names:
                yield from self._section(book.get_sheet_by_name(name))
        except (CalamineError, ZipError, WorkbookClosed, OSError, ValueError) as trouble:
            wrong = _("%(file)s cannot be opened as an Excel file. Save it again as .xlsx.")
            raise Unreadable(wrong % {"file": self.called}) from trouble

    def _section(self, page):
        if page.height * page.width > MOST_CELLS:
            raise Unreadable(_("%(file)s is too large.") % {"file": self.called})
        rows = [[in_words(value) for value in row] for row in page.to_python()]
        at = next((line for line, row in enumerate(rows[:10]) if "Grant Number" in row), None)
        if at is None:
            raise Unreadable(_("%(file)s has no column “Grant Number” in its section.") % {"file": self.called})
        headings, names = rows[at], rows[at - 1] if at else []
        for row in rows[at + 1 :]:
            yield from self._row(headings, names, row)

    def _row(self, headings, names, row):
        who = dict(zip(headings, row, strict=False))
        values = [(place, heading) for place, heading in enumerate(headings) if heading and heading not in COLUMNS]
        filled = [(place, heading) for place, heading in values if row[place] != ""]
        if any(value.strip().lower() in TOTALS for value in row[: len(COLUMNS)]):
            self.skipped["totals"] += len(filled)
            return
        seen = set()
        for place, heading in filled:
            if heading in seen:  # a number that stands twice: the first by order is meant
                self.skipped["twice"] += 1
                continue
            seen.add(heading)
            yield Read(who, heading, names[place] if place < len(names) else "", row[place])


def programs_by_name():
    """Ours as a workbook tells them: by grant, number and type, and by name and type."""
    found = {}
    for program in Program.objects.order_by("pk"):
        kind = TYPES[program.kind].upper()
        found.setdefault(("name", program.name.casefold(), kind), program)
        if program.grant_number and number_of(program):
            number = number_of(program).lstrip("0")
            found.setdefault(("key", program.grant_number.casefold(), number, kind), program)
    return found


def _program(known, who):
    kind = who.get("Type", "").upper()
    number = who.get("Program Number", "").lstrip("0")
    by_key = known.get(("key", who.get("Grant Number", "").casefold(), number, kind))
    return by_key or known.get(("name", who.get("Program", "").casefold(), kind))


def _told(who):
    return ", ".join(who.get(name, "") for name in ("Grant Number", "Program Number", "Type"))[:120]


@transaction.atomic
def read_in(*, file, called, year, form, by):
    """Keep what a workbook says about our programs; read = imported + unchanged + held + skipped. Raises Unreadable."""
    file.seek(0)
    digest = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    codes = _codes(form)
    reader, known = Reader(file, called), programs_by_name()
    before = _known_already(year)
    counts, figures = Counter(), []
    workbook = PirWorkbook(year=year, form=form, called=called[:120], digest=digest, read_by=by)
    for cell in reader.cells():
        program = _program(known, cell.who)
        figures += _figure(workbook, program, codes, before, cell, counts)
    counts["skipped"] += sum(reader.skipped.values())
    counts["read"] = counts["imported"] + counts["unchanged"] + counts["held"] + counts["skipped"]
    workbook.counts = {fate: counts[fate] for fate in ("read", "imported", "unchanged", "held", "skipped")}
    workbook.save()
    PirFiledFigure.objects.bulk_create(figures, batch_size=2000)
    audit.record("pir_workbook_read", about=workbook, by=by, year=year, **workbook.counts)
    return workbook


def _codes(form):
    """{number: code}, the first by order; "" under one nobody compared with the federal form: it may be another."""
    items = [item for item in reversed(form.items.order_by("sort", "pk")) if item.rule != "heading"]
    return {item.number: item.code if item.is_confirmed else "" for item in items}


def _known_already(year):
    rows = PirFiledFigure.objects.filter(workbook__year=year, program__isnull=False).order_by("workbook__read_at", "pk")
    return {(program, code): count for program, code, count in rows.values_list("program_id", "code", "count")}


def _figure(workbook, program, codes, before, cell, counts):
    """What becomes of one cell: other programs' are only counted, ours are kept."""
    if program is None or (cell.number[0] in BESIDE and cell.number not in codes):
        counts["skipped"] += 1
        return []
    code, count = codes.get(cell.number, ""), _count(cell.value)
    if not code or count is None:
        counts["held"] += 1
    elif before.get((program.pk, code)) == count:
        counts["unchanged"] += 1
        return []
    else:
        counts["imported"] += 1
    return [
        PirFiledFigure(
            workbook=workbook, program=program, told_as=_told(cell.who), number=cell.number[:20], name=cell.name[:300],
            code=code if count is not None else "", value=cell.value[:60], count=count,
        )
    ]  # fmt: skip


def _count(text):
    digits = text.replace(",", "").strip()
    return int(digits) if digits.isdigit() and len(digits) < 10 else None
