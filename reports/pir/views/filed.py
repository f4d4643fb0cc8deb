"""Workbooks of other years, read in to compare with."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agency.access import Permission, requires
from agency.imports.lines import Unreadable
from agency.views.organisation import for_the_whole_agency
from reports.models import PirWorkbook
from reports.pir import reading
from reports.pir.forms import WorkbookForm


@requires(Permission.SETTINGS_EDIT)
def workbooks(request):
    """What was read in so far, and one more."""
    for_the_whole_agency(request)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and (workbook := _read(request, form)):
            return redirect(workbook)
        status = 422
    context = {"rows": PirWorkbook.objects.select_related("form", "read_by"), "form": form}
    return render(request, "reports/pir/workbooks.html", context, status=status)


def _read(request, form):
    said = form.cleaned_data
    try:
        workbook = reading.read_in(
            file=said["file"], called=said["file"].name, year=said["year"], form=said["form"], by=request.user
        )
    except Unreadable as reason:
        form.add_error("file", str(reason))
        return None
    if workbook.counts.get("imported") or workbook.counts.get("unchanged"):
        messages.success(request, _("Read. Its numbers stand beside ours as the year before."))
    return workbook


@requires(Permission.SETTINGS_EDIT)
def workbook(request, pk):
    """What one workbook said: how many cells became what, and those that are held."""
    for_the_whole_agency(request)
    one = get_object_or_404(PirWorkbook.objects.select_related("form", "read_by"), pk=pk)
    figures = one.figures.select_related("program").order_by("pk")
    context = {"workbook": one, "held": figures.filter(code=""), "kept": figures.exclude(code="")[:400]}
    return render(request, "reports/pir/workbook.html", context)
