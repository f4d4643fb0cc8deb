"""Ask the data, as a kind of report: the page, the list behind each cell, files and saved views come from the frame."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports import board, kinds
from reports.asking import words
from reports.asking.counting import ALL, BETWEEN, UNKNOWN, Question, TooLong, answered, families_in
from reports.asking.forms import AskForm
from reports.asking.sharing import hide_small
from reports.asking.table import plot, sentence, table
from reports.periods import Days
from reports.shape import Section


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
        self._keep(found, question, rows, scope)
        if scope.filters.get("sharing"):
            hide_small(found.content["ask"], found.numbers)
            found.families.clear()  # a table for sharing leads to nobody
        return found

    def _keep(self, found, question, rows, scope):
        """Numbers by figure, and the order and names of rows and columns."""
        everybody = next((len(set(of or ())) for row, column, _n, of, _took in rows if (row, column) == (ALL, ALL)), 0)
        values = {}
        for row, column, how_many, of, took in rows:
            if not how_many:
                continue
            figure = question.figure(row, column)
            found.families[figure] = sorted(set(of or ()))
            found.numbers[figure] = len(found.families[figure])
            values[figure] = _value(question.measure, how_many, found.numbers[figure], took, everybody)
        found.content["ask"] = {
            "population": question.population.code,
            "rows": question.rows.code,
            "columns": question.columns.code if question.columns else "",
            "measure": question.measure,
            "down": _named(question.rows, {row for row, *_rest in rows} - {ALL}, scope),
            "across": _named(question.columns, {row[1] for row in rows} - {ALL}, scope) if question.columns else [],
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

    def families(self, scope, figure):
        """One cell alone; a table for sharing leads to nobody."""
        question, cell = Question.of(scope.filters), figure.split(BETWEEN)
        if scope.filters.get("sharing") or len(cell) != 6 or question.figure(cell[2], cell[4]) != figure:
            return None
        try:
            return families_in(question, scope, cell[2], cell[4])
        except TooLong:
            return None

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
        whole = question.figure(ALL, ALL)
        seen = table(report, question, said), plot(report, question, said)
        return [Section("answer", sentence(question), *seen, meanings=[whole])]


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


def _value(measure, how_many, families, took, everybody):
    if measure == words.FAMILIES:
        return families
    if measure == words.COUNT:
        return how_many
    if measure == words.SHARE:
        return round(100 * families / everybody) if everybody else None
    return None if took is None else round(took)


def _named(part, keys, scope):
    """[(key, name)]: in the order the part gives its names; what is not known last."""
    if keys and part.every:
        keys = keys.union(part.every(scope))
    names = part.labels(keys - {UNKNOWN})
    listed = [(key, names[key]) for key in names if key in keys]
    return [*listed, *([(UNKNOWN, str(_("Not known")))] if UNKNOWN in keys else [])]


# ---- in words -----------------------------------------------------------------------------------------------------
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


def _on_paper(report):
    """The board's copy: small numbers are taken out here, and again whatever the board's own rule finds."""
    said = report.content["ask"]
    if not said.get("too_long"):
        hide_small(said, report.content["figures"])
        said["mark"] = board.HIDDEN
    return board.as_pdf(report)
