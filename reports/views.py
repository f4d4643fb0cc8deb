"""Reading reports, having them made, and opening the families behind a number."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit, pdf
from agency.access import Permission, programs_reached, reaches_everything, requires
from agency.models import Program
from families.models import Family
from reports import board, tasks
from reports.forms import MakeReportForm
from reports.models import ReportFamilies, ReportRun
from reports.presenting import Presented
from reports.words import FIGURES

A_PAGE = 50


@requires(Permission.REPORT_VIEW)
def reports(request):
    page = Paginator(_listed(request.user), A_PAGE).get_page(request.GET.get("page"))
    form = MakeReportForm(**_scopes(request.user)) if request.user.may(Permission.REPORT_EXPORT) else None
    return render(request, "reports/list.html", {"page": page, "form": form})


def _listed(user):
    """The newest month first, and in it the agency's report before those of its programs."""
    runs = ReportRun.objects.visible_to(user).select_related("program").defer("content")
    return runs.order_by("-period", F("program__name").asc(nulls_first=True), "-edition")


def _scopes(user):
    """What this person may have a report made for: their programs, and the whole agency when they reach all of it."""
    everywhere = reaches_everything(user, Permission.REPORT_EXPORT)
    mine = programs_reached(user, Permission.REPORT_EXPORT)
    programs = Program.objects.all() if everywhere else Program.objects.filter(pk__in=mine)
    return {"programs": programs, "whole_agency": everywhere}


@requires(Permission.REPORT_EXPORT)
@require_POST
def make(request):
    """Queue a report and show how far it is; one that exists is shown, unless a new edition is asked for."""
    form = MakeReportForm(request.POST, **_scopes(request.user))
    if not form.is_valid():
        context = {"page": Paginator(_listed(request.user), A_PAGE).get_page(1), "form": form}
        return render(request, "reports/list.html", context, status=422)
    program, month = form.cleaned_data["program"], form.cleaned_data["month"]
    again = "again" in request.POST
    made = ReportRun.objects.visible_to(request.user).filter(program=program, period=str(month)).first()
    if made and not again:
        messages.info(request, _("This report was made already. Its figures are frozen."))
        return redirect(made)
    subject = tasks.subject_of(program, month)
    run = request.user.work_runs.create(name="monthly-report", subject=subject, total=1)
    tasks.make_monthly_report.delay_on_commit(program.pk if program else None, str(month), run.pk, again)
    return redirect("agency:run", run.pk)


@requires(Permission.REPORT_VIEW)
def report(request, pk):
    run = get_object_or_404(ReportRun.objects.visible_to(request.user).select_related("program", "made_by"), pk=pk)
    may_open = request.user.may(Permission.FAMILY_VIEW)
    opens = run.families.values_list("figure", flat=True) if may_open else []
    editions = (
        ReportRun.objects.visible_to(request.user)
        .filter(name=run.name, program=run.program_id, period=run.period)
        .defer("content")
    )
    context = {
        "run": run,
        "shown": Presented(run, opens),
        "newest": editions.first(),
        "may_make": request.user.may(Permission.REPORT_EXPORT),
    }
    return render(request, "reports/report.html", context)


@requires(Permission.REPORT_VIEW)
def report_pdf(request, pk):
    """The board's copy: small numbers hidden, no lists, nobody named."""
    run = get_object_or_404(ReportRun.objects.visible_to(request.user).select_related("program"), pk=pk)
    audit.record("report_printed", about=run, by=request.user, period=run.period)
    scope = run.program.code if run.program else "agency"
    return pdf.response(board.as_pdf(run), f"monthly-report-{scope}-{run.period}.pdf")


@requires(Permission.FAMILY_VIEW)
def families(request, pk, figure):
    """The families behind one number, as far as this person may open them."""
    counted = get_object_or_404(
        ReportFamilies.objects.visible_to(request.user).select_related("run__program"), run=pk, figure=figure
    )
    mine = Family.objects.visible_to(request.user).filter(pk__in=counted.family_ids).with_people()
    page = Paginator(mine.order_by("name", "pk"), A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, page.object_list)
    context = {
        "run": counted.run,
        "page": page,
        "counted": len(counted.family_ids),
        "title": _title(figure),
        "meaning": FIGURES[figure][1] if figure in FIGURES else "",
    }
    return render(request, "reports/families.html", context)


def _title(figure):
    if figure in FIGURES:
        return FIGURES[figure][0]
    return board.title_of(figure)
