"""A report as a file: JSON, CSV, XLSX, PDF. Names of tables and columns are stable (docs/data-dictionary.md)."""

import csv
import io
import json

import xlsxwriter
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.spreadsheets import harmless
from reports import board

NAMING = ["code", "name"]  # the columns every table begins with


def as_json(report):
    """The content with its parameters and hash, as text."""
    run = report.run
    facts = {"report": report.kind.code, "period": str(report.period), "where": report.where, "as_of": report.as_of}
    facts |= {"edition": run.edition, "hash": run.content_hash} if run else {}
    return json.dumps(facts | {"content": report.content}, default=str, ensure_ascii=False, indent=1).encode()


def tables(report):
    """Every number of the report as `(title, columns, rows)`, rows of plain values; first what report it is."""
    yield "about", [*NAMING, "value"], _about(report)
    for section in report.sections:
        for table in section.tables:
            rows = [[row.code, str(row.head), *(_plain(cell) for cell in row.cells)] for row in table.rows]
            yield table.code, [*NAMING, *(column.code for column in table.columns)], rows


def _plain(cell):
    """The value; of a number that was taken out, the mark that stands for it."""
    return cell.text or None if cell.value is None else cell.value


def _about(report):
    """What a file that is found a year later must say of itself."""
    rows = [
        ["report", _("Report"), capfirst(str(report.kind.title))],
        ["period", _("Days"), report.title],
        ["where", _("Whose"), report.where],
        ["as_of", _("Counted on"), report.as_of_said],
    ]
    if report.run:
        rows += [
            ["edition", _("Edition"), report.run.edition],
            ["hash", _("Hash of its figures"), report.run.content_hash],
        ]
    return rows


def as_csv(report):
    """One table under the other, the table's name in the first column."""
    text = io.StringIO()
    writer = csv.writer(text)
    for title, columns, rows in tables(report):
        writer.writerow(["table", *columns])
        writer.writerows([title, *map(harmless, row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # the mark tells a spreadsheet that accents are UTF-8


def as_xlsx(report):
    """One sheet a table."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for title, columns, rows in tables(report):
            sheet = book.add_worksheet(title[:31])
            sheet.write_row(0, 0, columns, bold)
            for index, row in enumerate(rows, start=1):
                sheet.write_row(index, 0, row)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return file.getvalue()


WRITERS = {"json": as_json, "csv": as_csv, "xlsx": as_xlsx, "pdf": board.as_pdf}
TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def written(report, kind):
    """The file of this kind, as bytes. A kind of report may write a format of its own (`Kind.writers`)."""
    return report.kind.writers.get(kind, WRITERS[kind])(report)
