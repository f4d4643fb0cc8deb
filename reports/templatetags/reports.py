"""Tags for the pages of reports."""

from django import template
from django.template.loader import render_to_string

from agency.templatetags import plots

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
