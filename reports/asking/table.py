"""An answer as it is seen: a table, and a plot where one says more."""

from datetime import date

from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from reports.asking import words
from reports.asking.counting import ALL
from reports.shape import Cell, Column, Plot, Row, Table

MOST_BARS = 12


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


def table(report, question, said):
    across = [*said["across"], (ALL, _("All"))] if question.columns else [(ALL, words.MEASURE[question.measure].name)]
    down = [*said["down"], (ALL, _("All"))]
    rows = [
        Row(name, [_cell(report, question, row, column) for column, _n in across], row or "none", is_total=row == ALL)
        for row, name in down
    ]
    columns = [Column(key or "none", str(name)) for key, name in across]
    first, bars = capfirst(str(question.rows.name)), not question.columns
    return Table("ask", columns, rows, first=first, label=sentence(question), bars=bars)


def _cell(report, question, row, column):
    figure = question.figure(row, column)
    if figure in report.content["ask"]["hidden"]:
        return Cell(None, text=report.content["ask"].get("mark") or _("hidden"))
    value = report.content["ask"]["values"].get(figure, _nothing(question))
    if question.measure == words.FAMILIES:
        return Cell(value, figure if value else "", report.url(figure))
    text = f"{value} %" if question.measure == words.SHARE else ""
    return Cell(value, url=report.url(figure), text=text, hides_with=(figure,))


# ---- as a plot ----------------------------------------------------------------------------------------------------
def plot(report, question, said):
    """Months as a line, two columns side by side; other tables read best as tables."""
    if question.rows.code == "month" and not question.columns and len(said["down"]) > 1:
        return _line(report, question, said)
    if len(said["across"]) == 2 and len(said["down"]) <= MOST_BARS and not said["hidden"]:
        return _bars(report, question, said) if question.measure != words.DAYS else None
    return None


def _line(report, question, said):
    """A month in which nothing was found is a zero; one whose number is hidden, or has no median, is a gap."""
    points = [{"label": _month(row), "value": _number(report, question, row, ALL)} for row, _name in said["down"]
              if row]  # fmt: skip
    if all(point["value"] is None for point in points):
        return None
    return Plot("line", str(words.MEASURE[question.measure].name), sentence(question), points, _note(question, said))


def _month(key):
    return capfirst(str(MONTHS_3[date.fromisoformat(key).month]))


def _note(question, said):
    """What a reader must know before the last dot is taken for a fall, or a gap for nothing."""
    this_month = timezone.localdate().replace(day=1).isoformat()
    months = [name for row, name in said["down"] if row]
    says = [_("%(first)s to %(last)s.") % {"first": months[0], "last": months[-1]}]
    if any(row == this_month for row, _name in said["down"]):
        says.append(_("The last month has not ended yet."))
    if said["hidden"]:
        says.append(_("A hidden number leaves a gap."))
    elif question.measure == words.DAYS:
        says.append(_("A month without any leaves a gap."))
    return " ".join(says)


def _bars(report, question, said):
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


def _number(report, question, row, column):
    """What is drawn; None where there is nothing to draw."""
    figure, answer = question.figure(row, column), report.content["ask"]
    if figure in answer["hidden"]:
        return None
    return answer["values"].get(figure, _nothing(question))


def _nothing(question):
    """What stands where nothing was found: there is no median of nothing; all else is none."""
    return None if question.measure == words.DAYS else 0
