"""What changed since a report was frozen: the same count again, number by number, family by family."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from agency import audit
from agency.access import Permission, requires
from reports import changes, waiting
from reports.lists import opens_for
from reports.models import ReportRun

A_PAGE = 50


@requires(Permission.REPORT_VIEW)
@waiting.waits
def changed(request, pk):
    runs = ReportRun.objects.visible_to(request.user).select_related("program")
    run = get_object_or_404(runs, pk=pk)
    answer = waiting.changed(request, run)
    found = answer.value
    figures = [one for one in found if opens_for(request.user, run.kind, [one.figure])] if request.user.may(
        Permission.FAMILY_VIEW
    ) else []  # fmt: skip
    shown = next((one for one in figures if one.figure == request.GET.get("figure")), None)
    page = None
    if shown:
        rows = changes.families(shown, run, request.user)
        page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
        audit.looked(request, [row.family for row in page])
        changes.with_entries(page, run)
    context = {"run": run, "found": found, "opens": {one.figure for one in figures}, "shown": shown, "page": page}
    context["answer"] = answer
    return render(request, "reports/changed.html", context)
