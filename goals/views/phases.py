"""Where the families of a program stand in the six phases: counted by center and by worker, each number opens."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency import asked, audit
from agency.access import Permission, requires
from agency.models import Center, User
from families.models import Assignment, Family
from goals import phases

A_PAGE = 50


def _here(user):
    """The families this person answers for, who hold a place or are about to."""
    return Family.objects.visible_to(user, Permission.CASELOAD_VIEW)


@requires(Permission.CASELOAD_VIEW)
def funnel(request):
    """How many families stand in each phase."""
    rows = [row for row in phases.counted(_here(request.user)) if row[2] != phases.LEFT]
    totals = Counter()
    for _center, _worker, place, n in rows:
        totals[place] += n
    page = {
        "columns": [{"number": n, "title": phases.title(n)} for n in range(1, phases.LAST + 1)],
        "phases": _figures(totals),
        "centers": _table(rows, 0, "center", phases.names(Center, {row[0] for row in rows})),
        "workers": _table(rows, 1, "worker", phases.names(User, {row[1] for row in rows})),
        "families": sum(totals.values()),
    }
    return render(request, "goals/phases.html", page)


def _figures(totals):
    most = max(totals.values(), default=1)
    return [
        {
            "title": phases.title(n),
            "n": totals[n],
            "url": reverse("goals:phase", args=[n]),
            "share": round(100 * totals[n] / most),
        }
        for n in range(1, phases.LAST + 1)
    ]


def _table(rows, column, name, names):
    """Rows by name, each with its six numbers and the way into the families behind each."""
    counts = {}
    for row in rows:
        counts.setdefault(row[column], Counter())[row[2]] += row[3]
    table = [
        {
            "name": names.get(key, _("Nobody yet")),
            "cells": [_cell(n, count[n], name, key) for n in range(1, phases.LAST + 1)],
            "total": sum(count.values()),
        }
        for key, count in counts.items()
    ]
    return sorted(table, key=lambda line: line["name"])


def _cell(number, n, name, key):
    url = f"{reverse('goals:phase', args=[number])}?{urlencode({name: key or 'nobody'})}"
    return {"title": phases.title(number), "n": n, "url": url if n else ""}


@requires(Permission.CASELOAD_VIEW)
def families(request, number):
    """The families behind one number."""
    if not 1 <= number <= phases.LAST:
        raise Http404
    narrowed = _narrowed(request, _here(request.user))
    keys = phases.standing_in(narrowed, number)
    seen = Family.objects.visible_to(request.user)
    rows = seen.filter(pk__among=keys).select_related("center").order_by("name", "pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    places = phases.of(seen.filter(pk__in=[family.pk for family in page]))
    audit.looked(request, page.object_list)
    shown = [{"family": family, "place": places[family.pk]} for family in page if family.pk in places]
    kept = {name: request.GET[name] for name in ("center", "worker") if name in request.GET}
    title = phases.title(number)
    return render(request, "goals/phase.html", {"title": title, "rows": shown, "page": page, "query": urlencode(kept)})


def _narrowed(request, rows):
    """Only one center's families, or those of one main contact."""
    center, worker = asked.number(request, "center"), request.GET.get("worker", "")
    if center:
        rows = rows.filter(center=center)
    mains = Assignment.objects.visible_to(request.user).in_force().filter(kind=Assignment.Kind.PRIMARY)
    if worker == "nobody":
        return rows.exclude(assignments__in=mains)
    return rows.filter(assignments__in=mains.filter(worker=worker)) if worker.isdecimal() else rows
