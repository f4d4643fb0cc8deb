"""Caseloads: who carries how much, and who is falling through."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from agency import audit, planned
from agency.access import Permission, requires
from agency.due import Clocks
from supervision import figures, pages, past
from supervision.assigning import shown as moving
from supervision.caseloads import caseloads as caseloads_of
from supervision.caseloads import unserved, workers

WORKERS_A_PAGE = 10


def _page(request):
    return Paginator(workers(request.user), WORKERS_A_PAGE).get_page(request.GET.get("page"))


def _may(user):
    return {"may_assign": user.may(Permission.FAMILY_ASSIGN), "may_set": user.may(Permission.SETTINGS_EDIT)}


@requires(Permission.CASELOAD_VIEW)
def caseloads(request):
    """Each worker's families against the limit, and the figures that open."""
    clocks, page = Clocks(), _page(request)
    staff = list(page)
    loads = caseloads_of(staff, request.user, clocks)
    first = pages.look_here_first(loads, clocks)
    audit.looked(request, [row["family"] for row in first])
    context = {"page": page, "first": first, "table": pages.table(loads, clocks), "cheers": pages.cheers(loads)}
    team = pages.team(loads, past.earlier(staff, clocks.on), figures.shown_to(request.user), clocks, page.number)
    context |= {"team": team, "unserved": unserved(request.user, clocks.on).count()} | _may(request.user)
    return render(request, "supervision/caseloads.html", context | pages.totals(loads, clocks))


@requires(Permission.CASELOAD_VIEW)
def figure(request, code):
    """The families behind one figure of the team, each with the reason and its worker."""
    asked = pages.chosen(code)
    if asked not in figures.shown_to(request.user):
        raise Http404
    clocks, page = Clocks(), _page(request)
    loads = caseloads_of(list(page), request.user, clocks)
    rows = pages.notes_by_need(pages.behind(loads, asked, clocks))
    audit.looked(request, [row["family"] for row in rows])
    context = {"page": page, "figure": asked, "title": figures.label(asked, clocks), "rows": rows}
    return render(request, "supervision/figure.html", context)


@requires(Permission.CASELOAD_VIEW)
def caseload(request, user_pk):
    """One worker's families, all or those behind one figure, each with the reason."""
    worker, clocks = get_object_or_404(workers(request.user), pk=user_pk), Clocks()
    load = caseloads_of([worker], request.user, clocks)[0]
    known = figures.shown_to(request.user)
    shown = pages.chosen(request.GET.get("show"))
    shown = shown if shown in known else None
    rows = pages.families(load, shown, clocks)
    rows = pages.notes_by_need(rows) if shown else rows
    audit.looked(request, [row["family"] for row in rows])
    context = {"load": load, "worker": worker, "rows": rows, "shown": shown, **moving.around(worker, clocks.on)}
    context |= {"above": planned.last_reason(worker) if load.is_over else None} | _may(request.user)
    return render(request, "supervision/caseload.html", context | pages.filters(load, shown, clocks, known))
