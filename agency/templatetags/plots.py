"""Plots as SVG: x in percent and y in pixels, so the words keep their size on a phone.

Each tag gets plain numbers and draws one figure; the caller sets the table with the same numbers beside it.
Lengths are texts made here, because a template would write them with a comma where the language does.
"""

from itertools import pairwise
from math import ceil, floor, log10

from django import template
from django.utils.formats import localize, number_format

register = template.Library()

FILLS = ["f1", "dotted", "hatch"]  # solid, dots, stripes: up, same, down; there, by choice, not yet
GAP = 0.3  # percent between two parts of a bar
ROOM = 88.0  # the longest bar leaves room for its number
READABLE = 10  # percent a part must have to carry its number
PHONE = 290  # pixels that the words under a line have on a small screen
PER_LETTER = 5.5  # pixels
BESIDE = 46  # letters that fit over a bar on a small screen


@register.inclusion_tag("reports/_plot_change.html")
def plot_change(rows, title, label, note="", names=(), low=1, high=5):
    """First and latest on one scale: a hollow ring, a line, a filled dot. Rows: label, first, latest."""
    drawn = [_change(row, index, low, high) for index, row in enumerate(rows)]
    marks = [{"at": _percent(_along(level, low, high)), "level": level} for level in range(low, high + 1)]
    height = 28 + 46 * len(drawn)
    return _figure(title, note, label, height, rows=drawn, marks=marks, names=names, foot=height - 6)


@register.inclusion_tag("reports/_plot_course.html")
def plot_course(rows, title, label, note="", names=(), low=1, high=5):
    """Two to four moments on one scale: a ring for the first, a filled dot for the last, squares between.

    Rows: label, values (a number for each name, or None). The marks tell themselves apart without colour, also where
    they lie on each other.
    """
    drawn = [_course(row, index, low, high) for index, row in enumerate(rows)]
    marks = [{"at": _percent(_along(level, low, high)), "level": level} for level in range(low, high + 1)]
    legend = [{"shape": shape, "name": name} for shape, name in zip(_shapes(len(names)), names, strict=True)]
    height = 28 + 46 * len(drawn)
    return _figure(title, note, label, height, rows=drawn, marks=marks, legend=legend, foot=height - 6)


@register.inclusion_tag("reports/_plot_parts.html")
def plot_parts(rows, title, label, note="", names=()):
    """One whole bar a row, in up to three parts. Rows: label, note, parts (numbers)."""
    drawn = [_parts(row, index) for index, row in enumerate(rows)]
    return _figure(title, note, label, 58 * len(drawn) - 8, rows=drawn, legend=_legend(names))


@register.inclusion_tag("reports/_plot_beside.html")
def plot_beside(rows, title, label, note="", names=()):
    """Two bars a row: asked for above received. Rows: label, first, second."""
    longest = max((max(row["first"], row["second"]) for row in rows), default=0) or 1
    drawn = [_beside(row, index, longest) for index, row in enumerate(rows)]
    return _figure(title, note, label, 62 * len(drawn) - 8, rows=drawn, legend=_legend(names, [FILLS[0], FILLS[2]]))


@register.inclusion_tag("reports/_plot_line.html")
def plot_line(points, title, label, note=""):
    """A number over time. Points: label, value; a value of None leaves a gap."""
    values = [point["value"] for point in points if point["value"] is not None]
    most = float(max(values, default=0))
    step, places = _step(most), _places(values)
    dots = [_dot(point, index, len(points), step, places) for index, point in enumerate(points)]
    _thin_out(dots)
    ticks = [
        {"value": _shown(step * n, _places([step])), "y": 150 - 43 * n, "text_y": 146 - 43 * n}
        for n in range(4)
        if n < 2 or step * n <= most
    ]
    lines = [{"from": one, "to": other} for one, other in pairwise(dots) if one["y"] and other["y"]]
    return _figure(title, note, label, 180, dots=dots, ticks=ticks, lines=lines)


def _figure(title, note, label, height, **drawn):
    return {"title": title, "note": note, "label": label, "height": max(0, height)} | drawn


def _change(row, index, low, high):
    first, latest = _along(row["first"], low, high), _along(row["latest"], low, high)
    y = 54 + 46 * index
    back = row["latest"] < row["first"]
    return {
        "label": row["label"],
        "label_y": y - 17,
        "y": y,
        "text_y": y + 5,
        "first": _percent(first),
        "latest": _percent(latest),
        "value": _shown(row["latest"], 1),
        "dx": -12 if back else 12,
        "anchor": "end" if back else "start",
    }


def _shapes(count):
    return ["first", *["between"] * (count - 2), "last"][-count:]


def _course(row, index, low, high):
    y = 54 + 46 * index
    shapes = _shapes(len(row["values"]))
    told = [(shape, _along(value, low, high)) for shape, value in zip(shapes, row["values"], strict=True) if value]
    ends = [at for _shape, at in told]
    return {
        "label": row["label"],
        "label_y": y - 17,
        "y": y,
        "box_y": y - 5,
        "from": _percent(min(ends, default=0)),
        "to": _percent(max(ends, default=0)),
        "marks": [{"shape": shape, "at": _percent(at)} for shape, at in told],
    }


def _parts(row, index):
    whole, at, parts = sum(row["parts"]) or 1, 0.0, []
    for fill, number in zip(FILLS, row["parts"], strict=False):
        share = 100 * number / whole
        if number:
            parts.append(_part(fill, number, at, share))
        at += share
    y = 58 * index
    places = {"label_y": y + 13, "bar_y": y + 20, "box_y": y + 23, "text_y": y + 36}
    note = str(row.get("note", ""))
    crowded = len(str(row["label"])) + len(note) > BESIDE
    return {"label": row["label"], "note": note, "crowded": crowded, "parts": parts} | places


def _part(fill, number, at, share):
    box = 10 + 8 * len(str(number))
    return {
        "fill": fill,
        "x": _percent(at),
        "width": _percent(max(share - GAP, 0.2)),
        "middle": _percent(at + (share - GAP) / 2),
        "number": localize(number) if share >= READABLE else "",
        "box": box,
        "half": box // 2,
    }


def _beside(row, index, longest):
    y = 62 * index
    bars = [
        {
            "fill": fill,
            "width": _percent(ROOM * number / longest),
            "number": localize(number),
            "y": y + top,
            "text_y": y + top + 11,
        }
        for fill, number, top in ((FILLS[0], row["first"], 20), (FILLS[2], row["second"], 36))
    ]
    return {"label": row["label"], "label_y": y + 13, "bars": bars}


def _dot(point, index, count, step, places):
    """One moment; without a number only its name stands there."""
    x = 9 + 86 * index / (count - 1) if count > 1 else 50
    dot = {"label": point["label"], "x": _percent(x), "value": "", "y": "", "text_y": ""}
    if point["value"] is None:
        return dot
    y = 150 - 43 * float(point["value"]) / step
    return dot | {"value": _shown(point["value"], places), "y": f"{y:.1f}", "text_y": f"{y - 11:.1f}"}


def _thin_out(dots):
    """Where the words of all dots would run into each other on a phone, only every second or third dot has some."""
    widest = max((len(str(dot[word])) for dot in dots for word in ("label", "value")), default=0)
    every = ceil(len(dots) * (PER_LETTER * widest + 4) / PHONE)
    for index, dot in enumerate(dots):
        if index % max(every, 1):
            dot["label"] = dot["value"] = ""


def _step(most):
    """The distance of the lines behind a plot: 1, 2 or 5 times a power of ten, at most three above zero."""
    if most <= 0:
        return 1
    power = 10 ** floor(log10(most / 3))
    return next(step * power for step in (1, 2, 5, 10) if most <= 3 * step * power)


def _legend(names, fills=FILLS):
    return [{"fill": fill, "name": name} for fill, name in zip(fills, names, strict=False)]


def _along(value, low, high):
    """Where a level stands between the two margins, in percent."""
    return 4 + 92 * (float(value) - low) / (high - low)


def _percent(value):
    return f"{value:.1f}%"


def _places(values):
    """One place for all values when one of them needs it, so that they read alike."""
    return 1 if any(float(value) % 1 for value in values) else 0


def _shown(value, places):
    return number_format(round(float(value), places), places)
