"""Tags for the pages of reports."""

from django import template
from django.template.loader import render_to_string
from django.utils.text import capfirst

from agency.templatetags import plots
from reports.forms import PeriodField
from reports.periods import NotAPeriod

register = template.Library()

SHAPES = {
    "line": (plots.plot_line, "reports/_plot_line.html"),
    "change": (plots.plot_change, "reports/_plot_change.html"),
    "parts": (plots.plot_parts, "reports/_plot_parts.html"),
    "beside": (plots.plot_beside, "reports/_plot_beside.html"),
}


@register.simple_tag
def plot(drawing):
    """The SVG of a `reports.shape.Plot`."""
    draw, page = SHAPES[drawing.shape]
    names = {"names": drawing.names} if drawing.names else {}
    return render_to_string(page, draw(drawing.rows, drawing.title, drawing.label, drawing.note, **names))


@register.simple_tag
def meaning(report, figure):
    """What is counted under a number: its `Figure`."""
    return report.meaning(figure)


@register.simple_tag
def chosen(form):
    """What stands in the fields of a form of filters, in one line: "The whole agency · October 2026 · Spanish"."""
    said = [_said(field) for field in form if not field.is_hidden]
    return " · ".join(capfirst(one) for one in said if one)


def _said(field):
    """One field as a person says it; nothing of one that narrows nothing."""
    value = field.value()
    if isinstance(field.field, PeriodField):
        return _days(field.field.period, value)
    if value in (None, "", False) or isinstance(value, list):
        return ""
    if value in (True, "on"):
        return str(field.label)
    choices = dict(_flat(getattr(field.field, "choices", ())))
    return str(choices.get(str(value), choices.get(value, value)))


def _days(period, value):
    try:
        return period.named(value).title
    except NotAPeriod:
        return str(value or "")


def _flat(choices):
    """Choices without the groups they may stand in."""
    for value, label in choices:
        yield from _flat(label) if isinstance(label, list | tuple) else [(value, label)]
