"""Exports: what may be taken along, one's own files, and the file itself."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from agency import files
from agency.access import Permission, requires
from agency.once import sent_once
from reports.exports import actions, shown, writing
from reports.exports.forms import ExportForm
from reports.models import Export

LATEST = 20


@requires(Permission.REPORT_EXPORT)
@sent_once
def exports(request):
    """Ask for a table; below, the files one has asked for."""
    form = ExportForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        export = actions.ask(by=request.user, **form.asked)
        return redirect("agency:run", export.run_id)
    mine = Export.objects.visible_to(request.user).select_related("run")[:LATEST]
    context = {"form": form, "exports": [shown.row(one) for one in mine], "tables": shown.offered()}
    context["elsewhere"] = shown.elsewhere(request.user)
    return render(request, "reports/exports.html", context, status=422 if form.is_bound else 200)


def _mine(request, pk):
    return get_object_or_404(Export.objects.visible_to(request.user).select_related("run"), pk=pk)


@requires(Permission.REPORT_EXPORT)
def export(request, pk):
    """One export: what is in it, what was left out, until when the file is kept."""
    return render(request, "reports/export.html", shown.page(_mine(request, pk)))


@requires(Permission.REPORT_EXPORT)
def export_file(request, pk):
    """The file, for whoever asked for it, while it is kept."""
    found = _mine(request, pk)
    if not found.is_there:
        raise Http404
    actions.fetched(found, by=request.user)
    name = f"{found.what}-{found.period.replace('..', '-to-')}"
    return files.served(found.path, kind=writing.KINDS[found.file_type], name=name)
