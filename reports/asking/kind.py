"""Ask the data, as a kind of report: the page, the list behind each cell, files and saved views come from the frame."""

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.models import Agency
from reports import board, kinds
from reports.asking import words
from reports.asking.counting import ALL, UNKNOWN, Question, TooLong, answered
from reports.asking.forms import AskForm
from reports.periods import Days
from reports.shape import Cell, Column, Plot, Row, Section, Table
from reports.suppression import hide, is_small

MOST_TO_WORK_OUT = 150  # cells of a table for sharing whose totals may stand: beyond it they are left out
BETWEEN = "."


class Ask(kinds.Kind):
    code = "ask"
    title = gettext_lazy("Ask the data")
    lead = gettext_lazy("Build a table of your own: what to count, a row for each, a column for each.")
    period = Days
    freezes = False
    form = AskForm

    @property
    def writers(self):
        """On paper a table is one for sharing, whatever was chosen."""
        return {"pdf": _on_paper}

    def count(self, scope):
        """One statement for all numbers; then the names of what it is parted by."""
        question = Question.of(scope.filters)
        found = kinds.Counted()
        try:
            rows = answered(question, scope)
        except TooLong:
            found.content["ask"] = scope.filters | {"too_long": True}
            return found
        self._keep(found, question, rows)
        if scope.filters.get("sharing"):
            hide_small(found.content["ask"], found.numbers)
            found.families.clear()  # a table for sharing leads to nobody
        return found

    def _keep(self, found, question, rows):
        """Numbers by figure, and the order and names of rows and columns."""
        everybody = next((len(set(of)) for row, column, _n, of, _took in rows if (row, column) == (ALL, ALL)), 0)
        values = {}
        for row, column, how_many, of, took in rows:
            if not how_many:
                continue
            figure = figure_of(question, row, column)
            found.families[figure] = sorted(set(of))
            found.numbers[figure] = len(found.families[figure])
            values[figure] = _value(question.measure, how_many, found.numbers[figure], took, everybody)
        found.content["ask"] = {
            "population": question.population.code,
            "rows": question.rows.code,
            "columns": question.columns.code if question.columns else "",
            "measure": question.measure,
            "down": _named(question.rows, {row for row, *_rest in rows} - {ALL}),
            "across": _named(question.columns, {row[1] for row in rows} - {ALL}) if question.columns else [],
            "values": values,
            "hidden": [],
        }

    def figure(self, code):
        """What a cell counts: its code says so."""
        population, rows, row, columns, column, measure = code.split(BETWEEN)
        population = words.POPULATION[population]
        return kinds.Figure(
            _named_later(population, (rows, row), (columns, column)),
            str(population.means),
            _means_of(rows, columns),
            f"{_measured(population, measure)} {LEFT_OUT}",
        )

    def restricted(self, figures):
        """Restricted records are in no answer."""
        return set()

    def sections(self, report):
        said = report.content["ask"]
        if said.get("too_long"):
            return [Section("answer", _("Your table"), empty=TOO_LONG)]
        question = Question.of(said)
        if not said["down"]:
            return [Section("answer", sentence(question), empty=NOTHING)]
        table, plot = _table(report, question, said), _plot(report, question, said)
        whole = figure_of(question, ALL, ALL)
        return [Section("answer", sentence(question), table, plot, meanings=[whole])]


KIND = Ask()
LEFT_OUT = gettext_lazy("Restricted records are left out.")
TOO_LONG = (
    gettext_lazy("This takes too long"),
    gettext_lazy("Ask for fewer days, for one program, or with fewer columns."),
)
NOTHING = (
    gettext_lazy("Nothing to count"),
    gettext_lazy("There is nothing of this kind in these days. Try other days."),
)


def figure_of(question, row, column):
    """The code of a cell; it says what it counts, so that the list behind it can."""
    columns = question.columns.code if question.columns else ""
    return BETWEEN.join((question.population.code, question.rows.code, row, columns, column, question.measure))


def _value(measure, how_many, families, took, everybody):
    if measure == words.FAMILIES:
        return families
    if measure == words.COUNT:
        return how_many
    if measure == words.SHARE:
        return round(100 * families / everybody) if everybody else None
    return None if took is None else round(took)


def _named(part, keys):
    """[(key, name)]: in the order the part gives its names; what is not known last."""
    names = part.labels(keys - {UNKNOWN})
    listed = [(key, names[key]) for key in names if key in keys]
    return [*listed, *([(UNKNOWN, str(_("Not known")))] if UNKNOWN in keys else [])]


# ---- in words -----------------------------------------------------------------------------------------------------
def sentence(question):
    """What is counted, said in words."""
    facts = {
        "what": question.population.name,
        "rows": question.rows.name,
        "measure": words.MEASURE[question.measure].name,
    }
    if question.columns is None:
        return _("%(what)s by %(rows)s: %(measure)s") % facts
    return _("%(what)s by %(rows)s and %(columns)s: %(measure)s") % (facts | {"columns": question.columns.name})


def _measured(population, measure):
    if measure == words.DAYS:
        return _("The median of %(what)s.") % {"what": population.took_means}
    return str(words.MEASURE[measure].means)


def _means_of(*parts):
    listed = [words.PART[code] for code in parts if code]
    return " ".join(_("%(part)s: %(means)s") % {"part": part.name, "means": part.means} for part in listed)


def _name_of(population, *parts):
    """“Needs, Center: Fir Street”."""
    said = [str(population.name)]
    for code, key in parts:
        if code and key != ALL:
            named = words.PART[code].labels({key} - {UNKNOWN}).get(key, _("Not known"))
            said.append(_("%(part)s: %(name)s") % {"part": words.PART[code].name, "name": named})
    return ", ".join(said)


_named_later = lazy(_name_of, str)  # names of centers are asked for only where a reader sees them


# ---- as a table ---------------------------------------------------------------------------------------------------
def _table(report, question, said):
    across = [*said["across"], (ALL, _("All"))] if question.columns else [(ALL, words.MEASURE[question.measure].name)]
    down = [*said["down"], (ALL, _("All"))]
    rows = [Row(name, [_cell(report, question, row, column) for column, _n in across], row or "none")
            for row, name in down]  # fmt: skip
    columns = [Column(key or "none", str(name)) for key, name in across]
    return Table("ask", columns, rows, first=capfirst(str(question.rows.name)), label=sentence(question))


def _cell(report, question, row, column):
    figure = figure_of(question, row, column)
    if figure in report.content["ask"]["hidden"]:
        return Cell(None, text=_("hidden"))
    value = report.content["ask"]["values"].get(figure)
    if question.measure == words.FAMILIES:
        return Cell(value or 0, figure if value else "", report.url(figure))
    if value is None:
        return Cell(0 if question.measure != words.DAYS else None)
    text = f"{value} %" if question.measure == words.SHARE else ""
    return Cell(value, url=report.url(figure), text=text, hides_with=(figure,))


def _plot(report, question, said):
    """Months as a line, two columns side by side; other tables read best as tables. Hidden numbers are not drawn."""
    if said["hidden"] or question.measure == words.DAYS:
        return None
    if question.rows.code == "month" and not question.columns and len(said["down"]) > 1:
        rows = [{"label": name, "value": _number(report, question, row, ALL)} for row, name in said["down"]]
        return Plot("line", str(words.MEASURE[question.measure].name), sentence(question), rows)
    if len(said["across"]) == 2 and len(said["down"]) <= MOST_BARS:
        (first, first_name), (second, second_name) = said["across"]
        rows = [
            {
                "label": name,
                "first": _number(report, question, row, first),
                "second": _number(report, question, row, second),
            }
            for row, name in said["down"]
        ]
        title = str(words.MEASURE[question.measure].name)
        return Plot("beside", title, sentence(question), rows, names=(first_name, second_name))
    return None


def _number(report, question, row, column):
    return report.content["ask"]["values"].get(figure_of(question, row, column)) or 0


MOST_BARS = 12


# ---- for sharing --------------------------------------------------------------------------------------------------
def hide_small(said, numbers):
    """Take out of an answer, and its numbers of families, what is small and what would give that away."""
    agency, question = Agency.objects.first(), Question.of(said)
    smallest = agency.small_cell if agency else 5
    down, across = ([key for key, _name in said[side]] for side in ("down", "across"))
    hidden = {figure for figure, n in numbers.items() if is_small(n, smallest)}
    if question.measure in (words.FAMILIES, words.SHARE) and len(down) * max(1, len(across)) <= MOST_TO_WORK_OUT:
        hidden |= hide(_all(question, numbers, down, across), _sums(question, down, across), smallest)
    elif hidden:
        hidden |= {figure for figure in numbers if _is_total(question, figure)}
    said["hidden"] = sorted({*said["hidden"], *hidden})
    for figure in hidden:
        numbers.pop(figure, None)
        said["values"].pop(figure, None)


def _is_total(question, figure):
    _population, _rows, row, _columns, column, _measure = figure.split(BETWEEN)
    return row == ALL or bool(question.columns and column == ALL)


def _on_paper(report):
    """The board's copy: small numbers are taken out here, and again whatever the board's own rule finds."""
    said = report.content["ask"]
    if not said.get("too_long"):
        hide_small(said, report.content["figures"])
    return board.as_pdf(report)


def _all(question, families, down, across):
    every = [figure_of(question, row, column) for row in [*down, ALL] for column in [*across, ALL]]
    return {figure: families.get(figure, 0) for figure in every}


def _sums(question, down, across):
    """Totals and their parts, where they add up: a family in two cells makes them differ, and nothing follows."""
    by_row = [
        (figure_of(question, row, ALL), [figure_of(question, row, one) for one in across]) for row in [*down, ALL]
    ]
    by_column = [
        (figure_of(question, ALL, column), [figure_of(question, one, column) for one in down])
        for column in [*across, ALL]
    ]
    return (by_row if across else []) + by_column
