"""The board's copy of a report: de-identified (design 8), on paper, in the language of the reader."""

from pathlib import Path

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agency import pdf
from agency.models import Agency
from reports.kinds import Figure
from reports.suppression import hide, is_small

TEMPLATE = Path(__file__).parent / "board.typ"
UNKNOWN = Figure("", "")
HIDDEN = "–"


class Shown:
    """A report with its small numbers hidden, and what would give them away."""

    def __init__(self, report):
        self.report = report
        agency = Agency.objects.first()
        self.smallest = agency.small_cell if agency else 5
        numbers, sums = self._numbers()
        hidden = hide(numbers, sums, self.smallest, too=self._of_few())
        self.hidden = hidden | report.kind.following(report.content, hidden)

    def _of_few(self):
        """Numbers of things (talks, referrals) that are large enough, but of few families: they would tell of those."""
        behind = self.report.behind | self.report.kind.behind(self.report.content)
        for name, one in self.report.kind.stood_beside(self.report.content).items():
            behind |= {f"{name}:{figure}": families for figure, families in one.get("behind", {}).items()}
        few = {figure for figure, families in behind.items() if is_small(families, self.smallest)}
        return {figure for figure in few if self._tells_of_people(figure)}

    def _numbers(self):
        """Every number on the page by name, and what adds up to what; for the earlier periods beside it, too."""
        numbers = {
            cell.figure: cell.value
            for section in self.report.sections
            for table in section.tables
            for row in table.rows
            for cell in row.cells
            if cell.figure and isinstance(cell.value, int) and self._tells_of_people(cell.figure)
        }
        for code, count in self.report.numbers.items():
            if isinstance(count, int) and self._tells_of_people(code):
                numbers.setdefault(code, count)
        sums = self.report.kind.sums(self.report.content)
        for name in self.report.kind.stood_beside(self.report.content):
            sums += [(f"{name}:{total}", [f"{name}:{part}" for part in parts]) for total, parts in sums_of_now(sums)]
        return numbers, sums

    def _tells_of_people(self, figure):
        """All but our own staff, partners and settings: counts of things are things that families did."""
        name, _colon, rest = figure.partition(":")
        return not self._meaning(rest if name in self.report.kind.compares else figure).of_staff

    def _meaning(self, figure):
        try:
            return self.report.kind.figure(figure)
        except (KeyError, ValueError):
            return UNKNOWN  # a number of a table, without a list and a definition of its own

    def is_hidden(self, cell):
        return cell.figure in self.hidden or any(name in self.hidden for name in cell.hides_with)

    def text(self, cell):
        """What the paper says: nothing of a hidden number, and no difference from one."""
        if self.is_hidden(cell):
            return HIDDEN
        if cell.change and cell.figure.partition(":")[2] not in self.hidden:
            return f"{cell.shown} ({cell.change})"
        return str(cell.shown)

    def number(self, figure):
        return HIDDEN if figure in self.hidden | self.report.hidden else str(self.report.number(figure))


def sums_of_now(sums):
    """Those that are not of an earlier period already."""
    return [(total, parts) for total, parts in sums if isinstance(total, str) and ":" not in total]


def rule(smallest):
    """What is hidden in a copy for sharing, in a sentence."""
    return _(
        "A count from 1 to %(most)s, a count about fewer than %(few)s families, and whatever would give one of "
        "them away, is shown as a dash. Numbers of our own staff and of partners are shown as they are."
    ) % {"most": smallest - 1, "few": smallest}


def as_pdf(report):
    return pdf.render(TEMPLATE, _data(report))


def _data(report):
    shown = Shown(report)
    narrative = getattr(report.run, "narrative", None) if report.run else None
    return {
        "language": (get_language() or "en")[:2],
        "title": f"{capfirst(str(report.kind.title))}, {report.title}",
        "agency": str(Agency.objects.first() or ""),
        "program": report.where,
        "frozen": _as_of(report),
        "small": rule(shown.smallest),
        "head": [{"number": shown.number(one["code"]), "label": one["label"]} for one in report.head],
        "words": [
            {"title": capfirst(str(part["title"])), "text": part["text"]}
            for part in [*_parts(narrative), *_nothing(report)]
        ],
        "sections": [_section(shown, section, table) for section in report.sections for table in section.tables],
    }


def _parts(narrative):
    return narrative.parts if narrative else []


def _nothing(report):
    """Of a report without any table: why there is none."""
    if any(section.tables for section in report.sections):
        return []
    return [{"title": one.title, "text": ". ".join(map(str, one.empty))} for one in report.sections if one.empty]


def _as_of(report):
    if report.run:
        return _("Figures as of %(day)s, edition %(number)s.") % {
            "day": report.as_of_said,
            "number": report.run.edition,
        }
    return _("Figures as of %(day)s, not frozen.") % {"day": report.as_of_said}


def _section(shown, section, table):
    rows = [
        {
            "head": row.head,
            "note": row.note,
            "cells": [shown.text(cell) for cell in row.cells],
            "bar": _bar(shown, row, table),
        }
        for row in table.rows
    ]
    title = section.title if table is section.table else f"{section.title}: {table.label}"
    columns = {
        "columns": [column.label for column in table.columns],
        "words": [not column.n for column in table.columns],
    }
    first = str(table.first or _("What"))
    return {"title": title, "note": section.aside, "first": first, "rows": rows} | columns


def _bar(shown, row, table):
    """The length of a bar in percent of the longest; nothing for a hidden number, whose bar would tell it."""
    if row.is_total or not table.bars:
        return 0
    firsts = [one.cells[0] for one in table.rows if not one.is_total]
    known = [cell.value for cell in firsts if isinstance(cell.value, int | float) and not shown.is_hidden(cell)]
    value, most = row.cells[0].value, max(known, default=0)
    if not most or not isinstance(value, int | float) or shown.is_hidden(row.cells[0]):
        return 0
    return round(100 * value / most)
