"""Rows as a file on disk: CSV, XLSX, Parquet. Each writer takes the rows as they come and keeps none of them."""

import csv
from pathlib import Path

import xlsxwriter

from agency.spreadsheets import MARK, harmless
from reports.exports.columns import DAY, KEY, MOMENT, TEXT, WHOLE, YES_NO

A_PIECE = 10_000  # rows of Parquet written at once
MOST_IN_A_SHEET = 1_048_575  # what a spreadsheet holds under its heading


def as_csv(path, columns, rows):
    """UTF-8 with the mark that tells a spreadsheet so; days as 2026-10-01."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        file.write(MARK)
        writer = csv.writer(file)
        writer.writerow([one.code for one in columns])
        for row in rows:
            writer.writerow([_in_csv(cell) for cell in row])


def _in_csv(cell):
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(cell.isoformat() if hasattr(cell, "isoformat") else cell)


def as_xlsx(path, columns, rows):
    """One sheet, each row forgotten once it is written. Texts are written as texts, never as formulas or links."""
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        "remove_timezone": True, "tmpdir": str(Path(path).parent),
    }  # fmt: skip
    with xlsxwriter.Workbook(path, options) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        days = {DAY: book.add_format({"num_format": "yyyy-mm-dd"}),
                MOMENT: book.add_format({"num_format": "yyyy-mm-dd hh:mm"})}  # fmt: skip
        for at, column in enumerate(columns):
            sheet.set_column(at, at, max(12, len(column.code) + 2), days.get(column.kind))
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [one.code for one in columns], bold)
        for number, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                _write(sheet, number, at, cell, days.get(columns[at].kind))


def _write(sheet, number, at, cell, day):
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_string(number, at, "yes" if cell else "no")
    elif isinstance(cell, str):
        sheet.write_string(number, at, cell)
    elif day:
        sheet.write_datetime(number, at, cell, day)
    else:
        sheet.write_number(number, at, cell)


def as_parquet(path, columns, rows):
    """Typed columns, compressed, a group of rows at a time."""
    import pyarrow  # large, and only the worker that writes such a file needs it
    from pyarrow import parquet

    kinds = {
        KEY: pyarrow.int64(), WHOLE: pyarrow.int64(), TEXT: pyarrow.string(), DAY: pyarrow.date32(),
        MOMENT: pyarrow.timestamp("us", tz="UTC"), YES_NO: pyarrow.bool_(),
    }  # fmt: skip
    schema = pyarrow.schema([(one.code, kinds[one.kind]) for one in columns])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for piece in _pieces(rows):
            cells = zip(*piece, strict=True)
            arrays = [pyarrow.array(list(each), kind) for each, kind in zip(cells, schema.types, strict=True)]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


def _pieces(rows):
    piece = []
    for row in rows:
        piece.append(row)
        if len(piece) == A_PIECE:
            yield piece
            piece = []
    if piece:
        yield piece


WRITERS = {"csv": as_csv, "xlsx": as_xlsx, "parquet": as_parquet}
KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
