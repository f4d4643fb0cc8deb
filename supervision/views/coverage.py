"""How much supervision was held: for managers, in counts. No family, no word of what was said."""

import csv

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency import audit
from agency.access import Permission, requires
from agency.due import Clocks
from agency.spreadsheets import harmless
from supervision import coverage, shown
from supervision.forms.coverage import PeriodForm

WORKERS_A_PAGE = 50


@requires(Permission.SUPERVISION_COUNT)
def page(request):
    """Held and due for each worker in a time."""
    form, clocks = PeriodForm(request.GET), Clocks()
    first, last = form.days()
    if form.is_valid():
        form = PeriodForm(initial={"since": first, "until": last})
    rows = coverage.of(coverage.workers(request.user), first, last, clocks)
    only_short = request.GET.get("show") == "short"
    listed = [row for row in rows if row.is_short] if only_short else rows
    page = Paginator(listed, WORKERS_A_PAGE).get_page(request.GET.get("page"))
    days = urlencode({"since": first, "until": last})
    context = {
        "form": form, "first": first, "last": last, "page": page, "rule": clocks.rule("supervision"),
        "totals": coverage.totals(rows), "short": sum(row.is_short for row in rows), "days": days,
        "table": shown.coverage_table(page),
        "filters": [
            {"url": f"?{days}", "label": _("Everyone"), "count": len(rows), "current": not only_short},
            {"url": f"?{days}&show=short", "label": _("Fewer than due"), "icon": "clock", "current": only_short,
             "count": sum(row.is_short for row in rows)},
        ],
    }  # fmt: skip
    return render(request, "supervision/coverage.html", context)


@requires(Permission.SUPERVISION_COUNT)
def as_csv(request):
    """The same figures as a file; that it was taken is written down."""
    first, last = PeriodForm(request.GET).days()
    rows = coverage.of(coverage.workers(request.user), first, last, Clocks())
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="supervision-{first}-{last}.csv"'
    csv.writer(response).writerows([harmless(cell) for cell in line] for line in coverage.as_lines(rows))
    audit.record("supervision_coverage_exported", by=request.user, since=str(first), until=str(last), workers=len(rows))
    return response
