"""Standing reports: counted at the moment somebody looks, for what that person reaches (decision 0015)."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse

from agency import audit, pdf
from agency.access import Permission, requires
from reports import board, export, kinds, waiting
from reports.forms import LiveForm, PeriodForm
from reports.lists import earlier, opens_for, page_of_families
from reports.report import Report
from reports.scope import Scope

ON_A_PAGE = 40  # rows of a table


def _kind(user, code):
    """The kind, for who may read it; a kind nobody thought of is a page that does not exist."""
    try:
        kind = kinds.named(code)
    except kinds.NoSuchKind as error:
        raise Http404 from error
    if not user.may(kind.permission):
        raise Http404
    return kind


def _asked(request, code):
    kind = _kind(request.user, code)
    form = LiveForm(request.GET or None, user=request.user, kind=kind)
    if request.GET and not form.is_valid():
        return kind, form, None
    return kind, form, form.scope


@requires(Permission.REPORT_VIEW)
@waiting.waits
def live(request, code):
    kind, form, scope = _asked(request, code)
    if scope is None:
        return render(request, "reports/live.html", {"kind": kind, "form": form, "report": None}, status=422)
    report = _counted(request, kind, scope)
    report.most = ON_A_PAGE
    query = request.GET.urlencode()
    context = {"kind": kind, "form": form, "report": report, "query": query}
    context["may_export"] = request.user.may(Permission.REPORT_EXPORT)
    context["can_share"] = "sharing" in form.fields
    context["for_sharing"] = bool(scope.filters.get("sharing"))
    if "smallest" in report.content:
        context["small_rule"] = board.rule(report.content["smallest"])
    return render(request, "reports/live.html", context)


def _counted(request, kind, scope, way="reports:live-families"):
    answer = waiting.counted(request, kind, scope)
    opens = opens_for(request.user, kind, [figure for figure, ids in answer.value.families.items() if ids])
    report = Report.live(
        kind, scope, counted=answer.value, query=request.GET.urlencode(), opens=opens, way=way, as_of=answer.as_of
    )
    report.is_kept, report.earlier_lists = answer.is_kept, earlier(request.user, kind, answer.value.content)
    return report


@requires(Permission.FAMILY_VIEW)
@waiting.waits
def live_families(request, code, figure):
    """The families behind a number: of the same words in the address, and in a large agency of the same count."""
    kind, _form, scope = _asked(request, code)
    return _families(request, kind, scope, figure, "reports:live")


def _families(request, kind, scope, figure, name):
    ids = waiting.families(request, kind, scope, figure) if scope else None
    if not ids or not opens_for(request.user, kind, [figure]):
        raise Http404
    context = page_of_families(request, kind.figure(figure), ids)
    back = {"url": _address(request, name, kind), "label": f"{scope.period.title}, {scope.title}"}
    mends = kind.mends(scope, figure, [family.pk for family in context["page"]])
    for family in context["page"]:
        family.mends = [_way(request.user, family, one) for one in mends.get(family.pk, [])]
    context |= {"back": back}
    return render(request, "reports/families.html", context)


def _way(user, family, mend):
    """What is wrong, and the page that mends it for who may do so there."""
    url = reverse(mend.page, args=[family.pk])
    return {"what": mend.what, "act": mend.act, "url": url if user.may(resolve(url).func.requires) else ""}


def _address(request, name, kind):
    query = request.GET.copy()
    query.pop("page", None)
    words = query.urlencode()
    return reverse(name, args=[kind.code]) + (f"?{words}" if words else "")


@requires(Permission.REPORT_VIEW)
@waiting.waits
def live_pdf(request, code):
    """The copy for sharing, on paper: small numbers hidden, no lists, nobody named."""
    kind, _form, scope = _asked(request, code)
    if scope is None:
        raise Http404
    content = waiting.paper(request, kind, scope)
    audit.record("report_printed", by=request.user, report=code, period=str(scope.period))
    return pdf.response(content, f"{code}-{scope.code}-{scope.period}.pdf")


@requires(Permission.REPORT_EXPORT)
@waiting.waits
def live_file(request, code, kind):
    """The same figures as a spreadsheet: for the office all of them, for sharing what the page of that shows."""
    report_kind, _form, scope = _asked(request, code)
    if scope is None or kind not in ("csv", "xlsx"):
        raise Http404
    report = _counted(request, report_kind, scope)
    if not any(section.tables for section in report.sections):
        return redirect(_address(request, "reports:live", report_kind))  # the page says why there is nothing
    sharing = bool(scope.filters.get("sharing"))
    audit.record("report_exported", by=request.user, report=code, period=str(scope.period), kind=kind, sharing=sharing)
    answer = HttpResponse(export.written(report, kind), content_type=export.TYPES[kind])
    name = f"{code}-{scope.code}-{scope.period}{'-for-sharing' if sharing else ''}.{kind}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@requires(Permission.REPORT_OWN)
@waiting.waits
def own(request, code):
    """The figures of the families one serves oneself."""
    kind, form, scope = _own(request, code)
    of_families = [one for one in kinds.every().values() if one.of_one_caseload]
    context = {"kind": kind, "form": form, "report": None, "query": "", "own": True, "kinds": of_families}
    if scope is None:
        return render(request, "reports/live.html", context, status=422)
    context["report"] = _counted(request, kind, scope, way="reports:own-families")
    context["report"].most = ON_A_PAGE
    return render(request, "reports/live.html", context)


@requires(Permission.REPORT_OWN)
@waiting.waits
def own_families(request, code, figure):
    kind, _form, scope = _own(request, code)
    return _families(request, kind, scope, figure, "reports:own")


def _own(request, code):
    """Only reports that are about families have a meaning for one caseload."""
    kind = kinds.every().get(code)
    if kind is None or not kind.of_one_caseload:
        raise Http404
    form = PeriodForm(request.GET or None, kind=kind)
    if request.GET and not form.is_valid():
        return kind, form, None
    return kind, form, Scope(form.days, caseload_of=request.user)
