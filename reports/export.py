"""A frozen report as a file: JSON, CSV, XLSX."""

import csv
import io
import json

import xlsxwriter

from reports.presenting import Presented
from reports.words import FIGURES


def as_json(run):
    """The frozen content with its parameters and hash, as text."""
    facts = {
        "report": run.name,
        "period": run.period,
        "edition": run.edition,
        "as_of": run.as_of,
        "hash": run.content_hash,
    }
    return json.dumps(facts | {"content": run.content}, default=str, ensure_ascii=False, indent=1).encode()


def tables(run):
    """Every number of the report as `(title, columns, rows)`, rows of plain values."""
    shown = Presented(run)
    yield (
        "figures",
        ["figure", "name", "count"],
        [[code, str(FIGURES[code][0]), n] for code, n in shown.numbers.items() if code in FIGURES],
    )
    outcomes = ["outcome", "name", "first", "latest", "up", "same", "down", "families"]
    yield (
        "outcomes",
        outcomes,
        [[row["outcome"], str(row["label"]), *(row[c] for c in outcomes[2:])] for row in shown.compared()],
    )
    helped = ["category", "name", "asked", "received", "open"]
    yield "help", helped, [[row["category"], row["label"], *(row[c] for c in helped[2:])] for row in shown.help()]
    contacts = ["month", "contacts", "families", "none"]
    yield "contacts", contacts, [[row[c] for c in contacts] for row in run.content["contacts"]]
    yield "barriers", ["barrier", "count"], [[row["code"], row["count"]] for row in run.content["barriers"]]


def as_csv(run):
    """One table under the other, the table's name in the first column."""
    text = io.StringIO()
    writer = csv.writer(text)
    for title, columns, rows in tables(run):
        writer.writerow(["table", *columns])
        writer.writerows([title, *row] for row in rows)
    return text.getvalue().encode("utf-8-sig")  # the mark tells a spreadsheet that accents are UTF-8


def as_xlsx(run):
    """One sheet a table."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        for title, columns, rows in tables(run):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, columns, bold)
            for index, row in enumerate(rows, start=1):
                sheet.write_row(index, 0, row)
            sheet.autofit()
    return file.getvalue()
