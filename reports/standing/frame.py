"""What standing reports share: blocks (reports.standing.blocks) in which every number is a figure with its list.

A report asks its scope for rows `(block, row, column, number, keys of families)`: all of them, or those of one figure.
The figure of a cell is "block.row.column"; these codes also name tables, rows and columns in files and never change
once published.
"""

from abc import abstractmethod

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.models import ServiceCategory
from reports.board import HIDDEN
from reports.kinds import Counted, Figure, Kind
from reports.periods import Days
from reports.shape import Cell, Column, Plot, Row, Section, Table
from reports.standing import sharing
from reports.standing.blocks import EVERY, NONE
from reports.standing.forms import NarrowForm

SOME = 12  # rows that stand beside a plot; the others are folded
RESTRICTED = ServiceCategory.objects.filter(is_restricted=True)


class Standing(Kind):
    """A report of blocks. A subclass says its blocks and how its rows are asked for."""

    period = Days
    freezes = False
    of_one_caseload = True
    form = NarrowForm
    blocks = ()

    @abstractmethod
    def rows(self, scope, figure=""):
        """`(block, row, column, number or None, keys of families)`; without a number the families are counted.

        With a figure at least its own row: a list asks for nothing else where that is cheaper.
        """

    @property
    def writers(self):
        return {"pdf": sharing.on_paper}

    def count(self, scope):
        found = self._found(scope)
        return sharing.counted(self, found) if scope.filters.get(sharing.WORD) else found

    def _found(self, scope):
        found = Counted(content={"rows": {block.code: [] for block in self.blocks}})
        for block, row, column, number, ids in self.rows(scope):
            rows = found.content["rows"][block]
            if row not in rows:
                rows.append(row)
            _put(found, f"{block}.{row}.{column}", self._measure(block, column), number, ids)
        for block in self.blocks:
            self._fill(found, block)
        return found

    def families(self, scope, figure):
        """The list of one number, without the rest of the report; one for sharing leads to nobody."""
        if scope.filters.get(sharing.WORD) or not self.has(figure):
            return []
        rows = self.rows(scope, figure)
        return sorted({pk for *code, _number, ids in rows if ".".join(code) == figure for pk in ids or ()})

    def has(self, figure):
        """Whether there can be such a number: an address may say anything."""
        code = figure.split(".")
        return len(code) == 3 and any(one.code == code[0] and code[2] in one.columns for one in self.blocks)

    def tells_of_people(self, figure):
        block, _row, column = _parts(figure)
        return self._measure(block, column).tells_of_people

    def _measure(self, block, column):
        return self.block(block).columns[column]

    def block(self, code):
        return next(block for block in self.blocks if block.code == code)

    def _fill(self, found, block):
        """What was not found is nothing; and the rows in the order in which they are read."""
        rows = found.content["rows"][block.code]
        for row in rows:
            for column, measure in block.columns.items():
                found.numbers.setdefault(f"{block.code}.{row}.{column}", None if measure.is_measured else 0)
        if block.order:
            rows.sort(key=block.order.index)
        elif not block.keeps_order:
            first = next(iter(block.columns))
            rows.sort(key=lambda row: (row == EVERY, -(found.numbers[f"{block.code}.{row}.{first}"] or 0), row))

    # ---- what a number means --------------------------------------------------------------------------------------
    def figure(self, code):
        block, row, column = _parts(code)
        block = self.block(block)
        measure = block.columns[column]
        return Figure(
            block.name(row, measure), measure.counts, block.records, block.rule, of_families=measure.of == "families",
            of_people=measure.of == "people", of_staff=measure.of == "staff",
        )  # fmt: skip

    def restricted(self, figures):
        """Those of `figures` whose list shows restricted facts. One statement for all of them."""
        kept = set(RESTRICTED.values_list("code", flat=True)) if any(one.of_categories for one in self.blocks) else ()
        return {figure for figure in figures if self._is_restricted(figure, kept)}

    def _is_restricted(self, figure, kept):
        block, row, column = _parts(figure)
        block = self.block(block)
        if block.is_restricted or block.columns[column].is_restricted:
            return True
        return block.of_categories and row.partition("~")[0] in kept

    def sums(self, content):
        """What a reader could add up: in each row the parts of its total, in each column the rows of their whole."""
        return [one for block in self.blocks for one in (*block.across(content), *block.down(content))]

    def following(self, content, hidden):
        """Medians, averages and the like whose every count is hidden: they would tell of those families."""
        return {
            f"{block.code}.{row}.{column}"
            for block in self.blocks
            for row in content["rows"][block.code]
            for column, measure in block.columns.items()
            if measure.follows and _is_of_few(block.told_by(row, measure), content["figures"], hidden)
        }

    # ---- how it is shown ------------------------------------------------------------------------------------------
    def sections(self, report):
        return [self.section(report, block) for block in self.blocks]

    def section(self, report, block):
        rows, beyond = _as_far(report, report.content["rows"][block.code])
        if not rows:
            return Section(block.code, block.title, empty=block.empty or _nothing(), half=block.half)
        labels = block.labels([row for row in rows if row not in (EVERY, NONE)])
        lines = [self.row(report, block, row, block.label(row, labels)) for row in rows]
        each = [line for line in lines if line.code != EVERY]
        shown, more = (each, []) if block.keeps_order else (each[:SOME], each[SOME:])
        last = [line for line in lines if line.code == EVERY]
        rest = _unshown(block, report.content) + _beyond(block, beyond)
        last, more = (last, more + rest) if more else (last + rest, more)
        columns = [Column(code, measure.label) for code, measure in block.columns.items()]
        further = Table(f"{block.code}_further", columns, more, block.title, _("All others"), block.first)
        drawing = _drawn(block, shown)
        return Section(
            block.code, block.title,
            Table(
                block.code, columns, shown + last, _("The same, in numbers") if drawing else "", block.title,
                block.first,
            ),
            drawing, self.aside(report, block), further if more else None, half=block.half,
            meanings=[f"{block.code}.{EVERY}.{column}" for column, one in block.columns.items() if one.counts],
        )  # fmt: skip

    def row(self, report, block, row, label):
        cells = [self.cell(report, f"{block.code}.{row}.{column}", one) for column, one in block.columns.items()]
        return Row(label, cells, row, note=self.note(report, block, row))

    def cell(self, report, figure, measure):
        """A number that opens."""
        if figure in report.hidden:
            return Cell(None, text=HIDDEN)
        return Cell(report.number(figure), figure, report.url(figure))

    def aside(self, report, block):
        """A few words beside the title of a block."""
        return ""

    def note(self, report, block, row):
        """A sentence under the name of a row."""
        return ""


class Asked(Standing):
    """A report that one statement counts. Its last table is `found (block, row, measure, number, families)`.

    Asked for one figure, the database leaves out all parts of the statement that this one does not need.
    """

    sql = ""
    facts = {}  # what the statement names beside the days

    def rows(self, scope, figure=""):
        facts = dict(self.facts)
        if figure:
            facts["block"], facts["row"], facts["measure"] = _parts(figure)
        return scope.ask(f"{self.sql} {ONE_OF_THEM if figure else ALL_OF_THEM}", **facts)


ALL_OF_THEM = "SELECT * FROM found"
ONE_OF_THEM = f"{ALL_OF_THEM} WHERE block = %(block)s AND row = %(row)s AND measure = %(measure)s"


def _is_of_few(counts, figures, hidden):
    return bool(hidden.intersection(counts)) and not any(figures.get(one) for one in counts if one not in hidden)


def _put(found, figure, measure, number, ids):
    if ids is not None:
        found.families[figure] = sorted(set(ids))
    if number is None:
        number = len(set(ids or ()))
    found.numbers[figure] = round(float(number), 1) if measure.is_measured else int(number)


def _parts(figure):
    block, row, column = figure.split(".")
    return block, row, column


def told(report, sentence, figure):
    """A sentence that says a number; nothing where that number is hidden."""
    return "" if figure in report.hidden else sentence % {"n": report.number(figure) or 0}


def _unshown(block, content):
    """A line for the rows of which nothing can be shown."""
    n = content.get("left_out", {}).get(block.code, 0)
    said = ngettext("%(n)s more, too small to show", "%(n)s more, each too small to show", n) % {"n": n}
    return [Row(said, [Cell(None, text=HIDDEN) for _column in block.columns], "hidden")] if n else []


def _as_far(report, rows):
    """The rows as far as a page or paper goes, and how many there are beyond."""
    if report.most is None or len(rows) <= report.most:
        return rows, 0
    everybody = [row for row in rows[report.most :] if row == EVERY]
    return rows[: report.most] + everybody, len(rows) - report.most - len(everybody)


def _beyond(block, n):
    said = ngettext("%(n)s more: in the spreadsheet", "%(n)s more: in the spreadsheet", n) % {"n": n}
    return [Row(said, [Cell("", n=False) for _column in block.columns], "beyond")] if n else []


def _nothing():
    return _("Nothing in these days"), _("Choose other days, or widen what is counted.")


def _drawn(block, rows):
    """The plot of a block: the same numbers as in the table beside it."""
    if not block.shape:
        return None
    names = tuple(str(block.columns[code].label) for code in block.draws)
    drawn = [one for one in (_point(block, row) for row in rows) if one]
    if not drawn:
        return None
    label = _("%(title)s; the table has the same figures") % {"title": block.title}
    return Plot(block.shape, block.title, label, drawn, block.note, names if block.shape != "line" else ())


def _point(block, row):
    at = list(block.columns)
    cells = [row.cells[at.index(code)] for code in block.draws]
    if any(cell.text == HIDDEN for cell in cells):
        return None
    values = [cell.value or 0 for cell in cells]
    if block.shape == "parts":
        return {"label": row.head, "note": str(sum(values)), "parts": values} if sum(values) else None
    if block.shape == "beside":
        return {"label": row.head, "first": values[0], "second": values[1]}
    if block.shape == "change":
        return {"label": row.head, "first": values[0], "latest": values[1]} if all(values) else None
    return {"label": row.head.partition(" ")[0][:3], "value": values[0]}  # a month's short name
