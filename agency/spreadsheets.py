"""Tables that leave as CSV: sent row by row, with words no spreadsheet takes for a formula."""

import csv

from django.http import StreamingHttpResponse
from django.utils import translation

RISKY = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"  # tells a spreadsheet that accents are UTF-8


def harmless(cell):
    """A text that would be taken for a formula is marked as a text; numbers and days stay."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell


class Line:
    """What csv writes to: it hands the line on instead of keeping it."""

    def write(self, text):
        return text


def lines(rows, language):
    """Each row as a line of CSV, as soon as it is known, in the language of who asked: the page is long done then."""
    writer, rows = csv.writer(Line()), iter(rows)
    yield MARK
    while True:
        with translation.override(language):
            row = next(rows, None)
            line = row and writer.writerow([harmless(cell) for cell in row])
        if row is None:
            return
        yield line


def streamed(rows, *, name):
    """An answer that sends the rows while they are read."""
    told = lines(rows, translation.get_language())
    response = StreamingHttpResponse(told, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
