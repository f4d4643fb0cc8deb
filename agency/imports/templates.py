"""Our own template: an empty file with our columns, one row that explains each, and one that shows it filled in."""

import csv
import io

import xlsxwriter
from django.http import HttpResponse
from django.utils.translation import gettext as _

from agency.imports.targets import EXPLAINS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rows(target):
    """The heading, the help, an example."""
    columns = target.columns
    help_row = [f"{_('needed')}: {c.help}" if c.needed else str(c.help) for c in columns]
    return [[c.name for c in columns], [f"{EXPLAINS} {help_row[0]}", *help_row[1:]], [c.example for c in columns]]


def answer(target, kind):
    """The template as a file to fill in."""
    name = f"{target.slug}-template.{'xlsx' if kind == 'xlsx' else 'csv'}"
    made = _xlsx(target) if kind == "xlsx" else _csv(target)
    response = HttpResponse(made, content_type=XLSX if kind == "xlsx" else "text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _csv(target):
    out = io.StringIO()
    csv.writer(out).writerows(rows(target))
    return "\ufeff" + out.getvalue()


def _xlsx(target):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet()
    heading, soft = book.add_format({"bold": True}), book.add_format({"italic": True, "text_wrap": True})
    as_text = book.add_format({"num_format": "@"})  # a ZIP code keeps its first zero
    for number, row in enumerate(rows(target)):
        for column, text in enumerate(row):
            page.write_string(number, column, text, (heading, soft, as_text)[number])
    page.set_column(0, len(target.columns) - 1, 18, as_text)
    page.set_row(1, 60)
    page.freeze_panes(2, 0)
    book.close()
    return out.getvalue()
