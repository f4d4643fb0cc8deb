"""Reading frozen reports, having them made, and opening the families behind a number."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit, pdf
from agency.access import Permission, requires
from reports import board, export, kinds, tasks
from reports import lists as lists_of
from reports import scope as scopes
from reports.forms import WholeForm
from reports.lists import opens_for, page_of_families
from reports.models import ReportFamilies, ReportRun
from reports.report import Report
from reports.standing import saving

A_PAGE = 50
MONTHLY = "monthly"


@requires(Permission.REPORT_VIEW)
def reports(request):
    return _list(request, _make_form(request))


def _list(request, form, status=200):
    page = Paginator(_listed(request.user), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "form": form,
        "live": [kind for kind in kinds.every().values() if request.user.may(kind.permission)],
        "frozen": bool(scopes.wholes(request.user)),
        "kept": saving.mine_and_shared(request.user),
    }
    return render(request, "reports/list.html", context, status=status)


def _listed(user):
    """The newest first, and of one period the agency's report before those of delegates and programs."""
    runs = ReportRun.objects.visible_to(user).filter(name=MONTHLY).select_related("program").defer("content")
    order = ("-period", F("program__name").asc(nulls_first=True), "delegate", "-edition")
    return runs.order_by(*order)


def _make_form(request, data=None):
    wholes = scopes.wholes(request.user, Permission.REPORT_EXPORT) if request.user.may(Permission.REPORT_EXPORT) else []
    return WholeForm(data, wholes=wholes) if wholes else None


@requires(Permission.REPORT_EXPORT)
@require_POST
def make(request):
    """Queue a report and show how far it is; one that exists is shown, unless a new edition is asked for."""
    form = _make_form(request, request.POST)
    if form is None or not form.is_valid():
        return _list(request, form, status=422)
    kind, scope, again = kinds.named(MONTHLY), form.scope, "again" in request.POST
    made = ReportRun.objects.of(kind, scope).first()
    if made and not again:
        messages.info(request, _("This report was made already. Its figures are frozen."))
        return redirect(made)
    run = request.user.work_runs.create(name="monthly-report", subject=tasks.subject_of(scope), total=1)
    tasks.make_report.delay_on_commit(kind.code, *tasks.as_words(scope), run_id=run.pk, new_edition=again)
    return redirect("agency:run", run.pk)


def _open(request, pk):
    runs = ReportRun.objects.visible_to(request.user).select_related("program", "made_by", "narrative__written_by")
    return get_object_or_404(runs, pk=pk)


@requires(Permission.REPORT_VIEW)
def report(request, pk):
    run = _open(request, pk)
    lists = run.families.values_list("figure", flat=True)
    shown = Report.of_run(run, opens_for(request.user, run.kind, lists))
    shown.earlier_lists = lists_of.earlier(request.user, run.kind, run.content)
    editions = ReportRun.objects.visible_to(request.user).filter(
        name=run.name, program=run.program_id, delegate=run.delegate, filters=run.filters, period=run.period
    )
    context = {
        "run": run,
        "report": shown,
        "newest": editions.order_by("-edition").defer("content").first(),
        "may_make": request.user.may(Permission.REPORT_EXPORT),
        "program": str(run.program_id or "") or (run.delegate and f"delegate:{run.delegate}"),
    }
    return render(request, "reports/report.html", context)


@requires(Permission.REPORT_VIEW)
def report_pdf(request, pk):
    """The board's copy: small numbers hidden, no lists, nobody named."""
    run = _open(request, pk)
    audit.record("report_printed", about=run, by=request.user, period=run.period)
    return pdf.response(board.as_pdf(Report.of_run(run)), f"{run.name}-report-{_code(run)}-{run.period}.pdf")


@requires(Permission.REPORT_EXPORT)
def report_file(request, pk, kind):
    """All figures as a spreadsheet, small ones too: for the office, not for the board."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    run = _open(request, pk)
    audit.record("report_exported", about=run, by=request.user, period=run.period, kind=kind)
    answer = HttpResponse(export.written(Report.of_run(run), kind), content_type=export.TYPES[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{run.name}-report-{_code(run)}-{run.period}.{kind}"'
    return answer


def _code(run):
    return run.program.code if run.program else "delegate" if run.delegate else "agency"


@requires(Permission.FAMILY_VIEW)
def families(request, pk, figure):
    """The families behind one number, as far as this person may open them."""
    lists = ReportFamilies.objects.visible_to(request.user).select_related("run__program").defer("run__content")
    counted = get_object_or_404(lists, run=pk, figure=figure)
    run = counted.run
    if not opens_for(request.user, run.kind, [figure]):
        raise Http404
    context = page_of_families(request, run.kind.figure(figure), counted.family_ids)
    context |= {"back": {"url": run.get_absolute_url(), "label": f"{run.when.title}, {run.where}"}}
    return render(request, "reports/families.html", context)
