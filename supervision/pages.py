"""Caseloads as the pages show them: rows, cells, sentences."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.templatetags.look import day, initials
from supervision import past
from supervision.figures import BY_CODE, FIGURES, IN_TABLE, label

FIRST = 6  # families under "Look here first"
NOT_COUNTED = "–"  # a figure that nobody wrote down in that week
STANDS_OUT = 10  # a figure stands out when it holds at least every tenth family
FIRST_FIGURES = ("urgent", "no_contact", "old_referral", "overdue")
PRESSING = (*FIRST_FIGURES, "not_welcomed", "stuck", "celebration")


def totals(loads, clocks):
    """The numbers of the sentence under the title."""
    return {
        "families": sum(load.planned for load in loads),
        "urgent": sum(load.count("urgent") for load in loads),
        "no_contact": sum(load.count("no_contact") for load in loads),
        "over": sum(load.is_over for load in loads),
    }


def look_here_first(loads, clocks):
    """The families that wait longest, urgent ones before all: one row each, as components/_due_row.html wants it."""
    found = {}
    for code in FIRST_FIGURES:
        for load in loads:
            for pk, reason in load.reasons[code].items():
                found.setdefault(pk, (code, reason, load))
    ordered = sorted(found.items(), key=lambda each: (each[1][0] != "urgent", each[1][1].since, each[0]))
    return [_row(load.families[pk], code, reason, clocks, load) for pk, (code, reason, load) in ordered[:FIRST]]


def _row(family, code, reason, clocks, load=None):
    figure = BY_CODE.get(code)
    what = f"{reason.text} {_with(load.worker)}" if load else str(reason.text)
    row = {
        "who": str(family),
        "url": family.get_absolute_url(),
        "family": family,
        "what": what,
        "urgent": code == "urgent",
    }
    if figure and reason.since:
        row |= {"tone": figure.tone or "celebrate", "icon": figure.icon, "when": _when(code, reason, clocks)}
    return row | {"act": _("Open"), "act_url": family.get_absolute_url()}


def _with(worker):
    return _("With %(name)s.") % {"name": worker}


def _when(code, reason, clocks):
    days = (clocks.on - reason.since).days
    if code in ("celebration", "not_welcomed") or days <= 0:
        return day(reason.since)
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


def url_of(worker):
    return reverse("supervision:caseload", args=[worker.pk])


def table(loads, clocks):
    """What components/_table.html wants."""
    columns = [{"label": _("Staff")}, {"label": _("Families")}, {"label": _("Weighted load"), "n": True}]
    columns += [{"label": label(figure, clocks), "n": True} for figure in IN_TABLE]
    return {"columns": columns, "rows": [_table_row(load, clocks) for load in loads]}


def planned_cell(load):
    """The planned count beside the worker's own limit."""
    said = _("Families, planned up to %(limit)s") % {"limit": load.limit}
    return {"value": load.planned, "limit": load.limit, "label": said}


def _table_row(load, clocks):
    url, planned = url_of(load.worker), planned_cell(load)
    weight = {"value": f"{load.load:g}", "n": True, "label": _("Weighted load")}
    cells = [planned, weight, *(_cell(load, figure, url, clocks) for figure in IN_TABLE)]
    return {"head": str(load.worker), "note": covers(load), "face": initials(load.worker), "url": url, "cells": cells}


def team(loads, earlier, figures, clocks, number):
    """The page's workers together: each figure now, opening into its families, beside the team's own past.

    Without a past yet there is nothing to compare, and the columns stay away.
    """
    known = [(days, said) for days, said in past.EARLIER if earlier[days]]
    columns = [{"label": _("What to look at")}, {"label": _("Now"), "n": True}]
    columns += [{"label": said, "n": True} for _days, said in known]
    rows = [
        _counted(_("Families with a main worker"), sum(load.planned for load in loads), past.PLANNED, earlier, known),
        _counted(_("Workers above the limit"), sum(load.is_over for load in loads), past.OVER, earlier, known),
        *(_team_row(figure, loads, earlier, known, clocks, number) for figure in figures),
    ]
    return {"columns": columns, "rows": rows, "has_past": bool(known)}


def _team_row(figure, loads, earlier, known, clocks, number):
    now = sum(load.count(figure.code) for load in loads)
    url = reverse("supervision:figure", args=[figure.code]) + (f"?page={number}" if number > 1 else "")
    return _counted(label(figure, clocks), now, figure.code, earlier, known, url=url)


def _counted(head, now, code, earlier, known, url=""):
    """One count of the team beside its own past; with families behind it, it opens into them."""
    cell = {"value": now, "n": True, "label": _("Now")} | ({"url": url} if url and now else {"zero": not now})
    before = [
        {"value": earlier[days].get(code, NOT_COUNTED), "n": True, "soft": True, "label": said} for days, said in known
    ]
    return {"head": head, "cells": [cell, *before]}


def behind(loads, figure, clocks):
    """The families of these caseloads behind one figure, the longest wait first, each with its worker."""
    found = [(pk, reason, load) for load in loads for pk, reason in load.reasons[figure.code].items()]
    ordered = sorted(found, key=lambda each: (each[1].since is None, each[1].since, each[0]))
    return [_row(load.families[pk], figure.code, reason, clocks, load) for pk, reason, load in ordered]


def notes_by_need(rows):
    """Each row again, its act leading to the family's notes by way of the page that asks why and writes it down."""
    for row in rows:
        notes = reverse("goals:notes", args=[row["family"].pk])
        why = reverse("families:reason", args=[row["family"].pk])
        row |= {"act": _("Read the notes"), "act_url": f"{why}?{urlencode({'next': notes})}"}
    return rows


def covers(load):
    """“Covers 3 for Jamal”, or nothing."""
    if not load.covers:
        return ""
    names = ", ".join(sorted({name for name in load.covers if name}))
    count = len(load.covers)
    if not names:
        return ngettext("Covers %(n)s family", "Covers %(n)s families", count) % {"n": count}
    return ngettext("Covers %(n)s for %(names)s", "Covers %(n)s for %(names)s", count) % {"n": count, "names": names}


def _cell(load, figure, url, clocks):
    count = load.count(figure.code)
    cell = {"value": count, "n": True, "label": label(figure, clocks)}
    if not count:
        return cell | {"zero": True}
    return cell | {"url": f"{url}?show={figure.code}", "tone": _tone(figure, count, load.planned)}


def _tone(figure, count, planned):
    if figure.tone == "urgent":
        return "urgent"
    return figure.tone if count * STANDS_OUT >= planned else ""


def cheers(loads):
    """Good news by worker, for components/_cheer.html."""
    return [_cheer(load) for load in loads if load.count("celebration")]


def _cheer(load):
    count = load.count("celebration")
    text = ngettext(
        "has %(n)s family with something to celebrate.", "has %(n)s families with something to celebrate.", count
    ) % {"n": count}
    url = url_of(load.worker) + "?show=celebration"
    return {"who": str(load.worker), "text": text, "url": url, "act": _("See what")}


def chosen(code):
    """The figure somebody asked for, or None for all families."""
    return BY_CODE.get(code or "")


def filters(load, shown, clocks, figures=FIGURES):
    """The links above one worker's list, with counts."""
    url = url_of(load.worker)
    links = [{"url": url, "label": _("Everyone"), "count": load.planned, "current": shown is None}]
    for figure in figures:
        if load.count(figure.code) or figure == shown:
            links.append(_link(load, figure, url, figure == shown, clocks))
    return {"filters": links, "limit": load.limit, "covers": covers(load)}


def _link(load, figure, url, current, clocks):
    return {
        "url": f"{url}?show={figure.code}",
        "label": label(figure, clocks),
        "icon": figure.icon,
        "count": load.count(figure.code),
        "current": current,
    }


def families(load, shown, clocks):
    """The families behind the chosen figure, each with its reason; without one all, each with its most pressing."""
    if shown is not None:
        reasons = load.reasons[shown.code].items()
        return [_row(load.families[pk], shown.code, reason, clocks) for pk, reason in _oldest_first(reasons)]
    return [_any_row(load, pk, clocks) for pk in load.families]


def _oldest_first(reasons):
    return sorted(reasons, key=lambda each: (each[1].since is None, each[1].since, each[0]))


def _any_row(load, pk, clocks):
    family = load.families[pk]
    for code in PRESSING:
        if pk in load.reasons[code]:
            return _row(family, code, load.reasons[code][pk], clocks)
    return {"who": str(family), "url": family.get_absolute_url(), "family": family, "what": _("Nothing presses.")}
