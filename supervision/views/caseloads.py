"""Caseloads: who carries how much, and who is falling through."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from agency import audit
from agency.access import Permission, requires
from agency.due import Clocks
from supervision import figures, pages
from supervision.caseloads import caseloads as caseloads_of
from supervision.caseloads import workers

WORKERS_A_PAGE = 10


@requires(Permission.CASELOAD_VIEW)
def caseloads(request):
    """Each worker's families against the limit, and the figures that open."""
    clocks = Clocks()
    page = Paginator(workers(request.user), WORKERS_A_PAGE).get_page(request.GET.get("page"))
    loads = caseloads_of(list(page), request.user, clocks)
    first = pages.look_here_first(loads, clocks)
    audit.looked(request, [row["family"] for row in first])
    context = {"page": page, "first": first, "table": pages.table(loads, clocks), "cheers": pages.cheers(loads)}
    return render(request, "supervision/caseloads.html", context | pages.totals(loads, clocks))


@requires(Permission.CASELOAD_VIEW)
def caseload(request, user_pk):
    """One worker's families, all or those behind one figure, each with the reason."""
    worker = get_object_or_404(workers(request.user), pk=user_pk)
    clocks = Clocks()
    load = caseloads_of([worker], request.user, clocks)[0]
    shown = pages.chosen(request.GET.get("show"))
    rows = pages.families(load, shown, clocks)
    audit.looked(request, [row["family"] for row in rows])
    context = {"load": load, "worker": worker, "rows": rows, "shown": shown}
    return render(request, "supervision/caseload.html", context | pages.filters(load, shown, clocks, figures.shown_to(request.user)))
