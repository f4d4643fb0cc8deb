"""The worksheet of one program's year: its numbers, the families on either side of each, and what people say to it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit
from agency.access import Permission, reaches_everything, requires
from agency.models import Agency, Center, User
from agency.words import Words
from reports import export, kinds, tasks
from reports.models import PirForm, PirItem, PirSaid, ReportFamilies, ReportRun
from reports.pir import access, before, checks, helped, keeping, pages, reference, trend
from reports.pir import missing as lacking
from reports.pir.counting import SERVICES, Line, NoForm, Worksheet, period_of
from reports.pir.forms import ByHandForm, ExplainForm
from reports.pir.kind import as_frozen
from reports.pir.workbook import place_of
from reports.report import Report


@requires(Permission.REPORT_VIEW)
def latest(request):
    """The worksheet somebody most likely wants: of the year that runs, or of the last one there was."""
    years = access.years_for(request.user).filter(starts_on__lte=timezone.localdate()).distinct()
    wanted = years.filter(pk=request.GET["year"]) if request.GET.get("year", "").isdigit() else years
    year = wanted.first() or years.first()
    if year is None:
        return render(request, "reports/pir/none.html", {"no_form": False})
    return redirect("reports:pir-sheet", year.pk)


@requires(Permission.REPORT_VIEW)
def worksheet(request, pk):
    year, scope = access.found(request.user, pk)
    try:
        answer = keeping.worksheet(year, scope, user=request.user, again="again" in request.GET)
    except NoForm:
        return render(request, "reports/pir/none.html", {"no_form": True})
    if "again" in request.GET:
        return redirect("reports:pir-sheet", year.pk)
    content, said = answer.content, checks.explained(year)
    may_write = scope.is_whole and request.user.may(Permission.REPORT_EXPORT)
    context = {
        "year": year,
        "answer": answer,
        "form": PirForm.objects.get(pk=content["form"]),
        "unsure": sum(1 for row in content["items"] if "unsure" in row),
        "scope": scope,
        "groups": pages.groups(content, year, may_write=may_write),
        "before": content["year_before"],
        "not_kept": before.not_kept(year) if may_write and not content["year_before"] else None,
        "whole": content["whole"],
        "checks": [_check(row, said) for row in content["checks"]],
        "years": access.years_for(request.user).distinct(),
        "runs": _runs(request.user, year),
        "may_write": may_write,
        "may_set": request.user.may(Permission.SETTINGS_EDIT),
        "may_export": request.user.may(Permission.REPORT_EXPORT),
    }
    return render(request, "reports/pir/sheet.html", context)


def _check(row, said):
    return {"code": f"check:{row['code']}", "text": checks.worded(row), "said": said.get(row["code"])}


def _runs(user, year):
    runs = ReportRun.objects.visible_to(user).filter(
        name="pir", program=year.program_id, period=str(period_of(year))
    )  # fmt: skip
    return runs.defer("content").order_by("-edition")[:5]


# ---- one number ---------------------------------------------------------------------------------------------------


@requires(Permission.REPORT_VIEW)
def one_item(request, pk, code):
    """Who counts under one item, and beside them who does not, and why."""
    year, sheet, scope = access.opened(request.user, pk)
    item = next((item for item in sheet.asked.items if item.code == code and item.rule != "heading"), None)
    if item is None:
        raise Http404
    if item.rule in SERVICES:
        sheet.facts.kinds = sheet.asked.kinds_of(item)
    line = sheet.line(item)
    context = {"year": year, "scope": scope, "run": None, "as_of": None, "form": sheet.form}
    context["above"] = pages.above(item, sheet.asked.items)
    if item.rule == "service_received":  # need and help are two facts: the newer forms ask for one, we keep both
        context["needed"] = helped.needed(sheet.facts, sheet.asked, item).total
    return _two_lists(request, line, sheet.asked, context)


@requires(Permission.REPORT_VIEW)
def run_item(request, pk, code):
    """The same of a frozen worksheet: who counted and who did not on the day it was made."""
    run = get_object_or_404(ReportRun.objects.visible_to(request.user).select_related("program"), pk=pk, name="pir")
    rows = run.content["items"]
    place = next((place for place, row in enumerate(rows) if row["code"] == code and row["rule"] != "heading"), None)
    if place is None:
        raise Http404
    lists = dict(ReportFamilies.objects.visible_to(request.user).filter(run=run).values_list("figure", "family_ids"))
    items = [_as_asked(row) for row in rows]
    line = Line(items[place], as_frozen(lists, place, rows[place]))
    context = {"year": None, "scope": None, "run": run, "as_of": run.as_of, "form": run.content["form_year"]}
    context["above"] = pages.above(items[place], items)
    return _two_lists(request, line, None, context)


def _as_asked(row):
    """A question as it stood in the frozen worksheet."""
    rule, _colon, key = row["code"].partition(":")
    return PirItem(number=row["number"], rule=rule, key=key, wording=Words(row["wording"]), form=PirForm())


def _two_lists(request, line, asked, context):
    restricted = asked.is_restricted(line.item) if asked else kinds.named("pir").figure(line.item.code).is_restricted
    opens = request.user.may(Permission.FAMILY_VIEW) and line.rule.counts_families
    opens = opens and (not restricted or request.user.may(Permission.RESTRICTED_VIEW))
    context |= {
        "title": capfirst(str(line.item.wording)),
        "line": line,
        "item": line.item,
        "opens": opens,
        "restricted": restricted,
    }
    context["catalogue"] = pages.mends_in_catalogue(line) if request.user.may(Permission.SETTINGS_EDIT) else 0
    if opens:
        reason = request.GET.get("reason", "")
        counted_page, counted = pages.counted(line.answer, request.user, request.GET.get("counted"))
        not_page, not_counted = pages.not_counted(line.answer, request.user, request.GET.get("page"), reason)
        audit.looked(request, [row["family"] for row in [*counted, *not_counted]])
        context |= {"counted_page": counted_page, "counted": counted, "page": not_page, "not_counted": not_counted}
        context["with_source"] = any(row["source"] for row in counted)
        context["reasons"] = pages.by_reason(line, reason)
    return render(request, "reports/pir/item.html", context)


# ---- what people say ----------------------------------------------------------------------------------------------


@requires(Permission.REPORT_EXPORT)
def said(request, pk, code):
    """Why a check does not hold, or a number no record of ours holds."""
    year = access.opened_whole(request.user, pk, Permission.REPORT_EXPORT)
    what, _colon, rest = code.partition(":")
    if what not in ("check", "item") or not rest:
        raise Http404
    row = PirSaid.objects.filter(program_year=year, code=code).first() or PirSaid(program_year=year, code=code)
    form = (ExplainForm if what == "check" else ByHandForm)(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.instance.said_by, form.instance.said_at = request.user, timezone.now()
        audit.record("pir_said", about=form.save(), by=request.user, what=what)
        messages.success(request, _("Saved."))
        return redirect("reports:pir-sheet", year.pk)
    return render(request, "reports/pir/said.html", {"year": year, "form": form, "about": _about(year, code)})


def _about(year, code):
    """What it is about, in a sentence: the check as it stands today, or the words of the item."""
    sheet = Worksheet(year)
    what, _colon, rest = code.partition(":")
    if what == "item":
        item = next((item for item in sheet.asked.items if item.code == rest), None)
        return str(item or "")
    known = before.of(year)
    found = checks.of(sheet.lines, known and known.numbers, sheet.facts.year_is_over)
    return next((one.text for one in found if one.code == rest), _("This check holds by now."))


# ---- kept and handed on -------------------------------------------------------------------------------------------


@requires(Permission.REPORT_EXPORT)
@require_POST
def freeze(request, pk):
    """Make the report of this year: its figures and lists stand from then on."""
    year = access.opened_whole(request.user, pk, Permission.REPORT_EXPORT)
    scope = access.scope_for(request.user, year, Permission.REPORT_EXPORT)
    run = request.user.work_runs.create(name="pir-report", subject=tasks.subject_of(scope)[:200], total=1)
    tasks.make_report.delay_on_commit("pir", *tasks.as_words(scope), run_id=run.pk, new_edition=True)
    return redirect("agency:run", run.pk)


@requires(Permission.REPORT_EXPORT)
def sheet_file(request, pk, kind):
    """The worksheet as it counts now, in the layout of the federal workbook, or as CSV."""
    if kind not in ("xlsx", "csv"):
        raise Http404
    year = access.opened_whole(request.user, pk, Permission.REPORT_EXPORT)
    scope = access.scope_for(request.user, year, Permission.REPORT_EXPORT)
    report = Report.live(kinds.named("pir"), scope, counted=kinds.named("pir").count(scope))
    audit.record("report_exported", by=request.user, report="pir", period=str(scope.period), kind=kind)
    answer = HttpResponse(export.written(report, kind), content_type=export.TYPES[kind])
    name = f"pir-{year.program.code}-{scope.period}.{kind}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


# ---- no surprise in June ------------------------------------------------------------------------------------------


@requires(Permission.REPORT_VIEW)
def missing(request, pk):
    """What is still missing for this year's report, by center and by worker, and how that went over the months."""
    year, sheet, scope = access.opened(request.user, pk)
    centers = lacking.by_center(sheet)
    workers = lacking.by_worker(sheet)
    by_key = Center.objects.in_bulk(list(centers))
    staff = User.objects.in_bulk([key for key in workers if key])
    context = {
        "year": year,
        "scope": scope,
        "whole": lacking.completeness(sheet),
        "centers": _rows(centers, by_key, None),
        "workers": _rows(workers, staff, "worker"),
        "points": trend.points(year) if scope.is_whole else [],
    }
    return render(request, "reports/pir/missing.html", context)


def _rows(found, names, link):
    rows = [
        {
            "name": str(names[key]) if key else _("Nobody yet"),
            "families": len(one.families),
            "lacking": len(one.any),
            "url": reverse("families:missing") + f"?worker={key}" if link and key else "",
            **{kind: len(one.lacks.get(kind, ())) for kind in ("enrollment", "end", "answers", "other")},
        }
        for key, one in found.items()
    ]
    return sorted(rows, key=lambda row: (-row["lacking"], row["name"]))


@requires(Permission.REPORT_VIEW)
def country(request, pk):
    """This program among the country's programs of its kind, and those of a state."""
    year, sheet, scope = access.opened(request.user, pk)
    kind = year.program.kind
    known = reference.newest(kind)
    states = reference.states(kind)
    state = request.GET.get("state", place_of(Agency.objects.first())["state"])
    state = state if state in states else ""
    rows = reference.beside(sheet.facts, kind, state) if known else []
    context = {"year": year, "scope": scope, "rows": rows, "known": known, "states": states, "state": state}
    context["may_read_in"] = reaches_everything(request.user, Permission.SETTINGS_EDIT)
    return render(request, "reports/pir/country.html", context)
