"""Tables in CSV and XLSX files, row by row with the line each stands on; memory stays flat however long the file is."""

import codecs
import csv
import io
import itertools
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, WorkbookClosed, ZipError

from agency.imports.archives import opened_zip, readable
from agency.imports.lines import Remark, Unreadable

MOST_ROWS = 1_000_000
LONGEST_LINE = 1_000_000  # characters
LONGEST_QUOTE = 200  # lines one quoted value may run over
A_PIECE = 1 << 20
FIRST_LINES = 10  # where the heading may stand; reports like to begin with their own title
DELIMITERS = ",;\t|"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass
class Sheet:
    """A table: its headings, and its rows as `(line, values)`; for a bad row `(line, a Remark)`."""

    called: str
    headings: list
    rows: object
    remarks: list = field(default_factory=list)

    def by_heading(self):
        """Each row as `(line, {heading: text})`, or `(line, Remark)` when it cannot be used."""
        for line, values in self.rows:
            yield line, values if isinstance(values, Remark) else self._fitted(values)

    def _fitted(self, values):
        if not any(values):
            return Remark("empty", _("This row is empty."))
        extra = len(values) - len(self.headings)
        if extra and any(values[len(self.headings) :]) or extra < 0:
            many = _("The row has %(count)s columns instead of %(expected)s. It was left out.")
            return Remark("ragged", many % {"count": len(values), "expected": len(self.headings)})
        return dict(zip(self.headings, values, strict=False))


def sheet(file, *, called, kind=""):
    """The table in an open file of bytes. Raises Unreadable; whatever the bytes are, nothing else."""
    if kind == XLSX or _is_zip(file, called):
        file.seek(0)
        lines, remarks = _xlsx_lines(file, called), []
    else:
        encoding = encoding_of(file, called)
        lines, remarks = _csv_lines(file, encoding, called), list(_about(encoding, called))
    headings, rest = _heading(lines, called)
    return Sheet(called, headings, _at_most(rest, called), remarks)


def _is_zip(file, called):
    with readable(called):
        return file.read(4) == b"PK\x03\x04"


def _about(encoding, called):
    if encoding in ("cp1252", "latin-1"):
        reason = _("The file is not UTF-8. It was read as Windows text: look at names with accents.")
        yield Remark("not_utf8", reason, file=called, line=1)


def _heading(lines, called):
    """The first row with two filled columns, and what stands below it."""
    lines = iter(lines)
    first = list(itertools.islice(lines, FIRST_LINES))
    good = [index for index, (_line, row) in enumerate(first) if not isinstance(row, Remark) and any(row)]
    wide = [index for index in good if sum(map(bool, first[index][1])) > 1]
    if not good:
        raise Unreadable(_("%(file)s is empty. Export it again.") % {"file": called})
    at = (wide or good)[0]
    return _told_apart(first[at][1]), itertools.chain(first[at + 1 :], lines)


def _told_apart(names):
    """Headings without empty ones and doubles: each column has a name of its own."""
    while len(names) > 1 and not names[-1]:
        names = names[:-1]
    told = []
    for number, name in enumerate(names, start=1):
        name = plain = " ".join(name.split()) or _("column %(number)s") % {"number": number}
        again = itertools.count(2)
        while name in told:
            name = f"{plain} ({next(again)})"
        told.append(name)
    return told


def _at_most(rows, called):
    for count, row in enumerate(rows):
        if count >= MOST_ROWS:
            raise Unreadable(_("%(file)s has more than a million rows. Send it in parts.") % {"file": called})
        yield row


# ---- CSV ----------------------------------------------------------------------------------------------------------


def encoding_of(file, called):
    """How the bytes say letters: marked, UTF-8 when all of it is, else what Windows writes. Reads the file once."""
    with readable(called):
        file.seek(0)
        head = file.read(4096)
        file.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    if head[0::2].count(0) > len(head) // 4:
        return "utf-16-be"
    return _eight_bits(file, called)


def _eight_bits(file, called):
    possible = {name: codecs.getincrementaldecoder(name)() for name in ("utf-8", "cp1252")}
    with readable(called):
        while piece := file.read(A_PIECE):
            for name in [name for name in possible if not _decodes(possible[name], piece)]:
                del possible[name]
    if "utf-8" in possible and _decodes(possible["utf-8"], b"", final=True):
        return "utf-8-sig"
    return "cp1252" if "cp1252" in possible else "latin-1"


def _decodes(decoder, piece, final=False):
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True


def _csv_lines(file, encoding, called):
    """`(line, values)` of each row. A quotation mark that is never closed costs its own line, not the file."""
    with readable(called):
        file.seek(0)
        text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
        physical = _physical(text)
        first = next(physical, None)
        if first is not None:
            delimiter = max(DELIMITERS, key=first[1].count)
            yield from _records(itertools.chain([first], physical), delimiter)


def _physical(text):
    """`(number, line)` of each line as it stands, ends included; one without end is cut."""
    for number in itertools.count(1):
        line = text.readline(LONGEST_LINE)
        if not line:
            return
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(("\n", "\r")):
            rest = text.readline(LONGEST_LINE)
        yield number, line


def _records(physical, delimiter):
    waiting = []  # lines looked at and given back
    while True:
        number, line = waiting.pop(0) if waiting else next(physical, (0, ""))
        if not number:
            return
        taken = [line]
        ahead = []
        while sum(part.count('"') for part in taken) % 2 and len(taken) < LONGEST_QUOTE:
            following = waiting.pop(0) if waiting else next(physical, None)
            if following is None:
                break
            ahead.append(following)
            taken.append(following[1])
        values = _split("".join(taken), delimiter)
        if values is None:
            waiting = ahead + waiting
            values = Remark("quote", _("A quotation mark is never closed. The row was left out."))
        yield number, values


def _split(record, delimiter):
    try:
        values = next(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None
    return [value.replace("\x00", "").strip() for value in values]


# ---- XLSX ---------------------------------------------------------------------------------------------------------


def _xlsx_lines(file, called):
    """The rows of the first sheet that holds anything."""
    opened_zip(file, called).close()
    file.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(file)
        for name in book.sheet_names:
            page = book.get_sheet_by_name(name)
            if page.start is not None:
                yield from _numbered(page)
                return
    except (CalamineError, ZipError, WorkbookClosed, OSError, ValueError) as trouble:
        wrong = _("%(file)s cannot be opened as an Excel file. Save it again as .xlsx or .csv.")
        raise Unreadable(wrong % {"file": called}) from trouble


def _numbered(page):
    first = page.start[0] + 1
    for line, row in enumerate(page.iter_rows(), start=1):
        if line >= first or any(row):
            yield line, [in_words(value) for value in row]


def in_words(value):
    """What a cell holds, as one would type it; days as 2026-08-31."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (date, time, datetime)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value).replace("\x00", "").strip()
