"""The pages of an import, the same for each kind: the file, its columns, a look, the writing, the undoing.

A room hangs them into its own addresses with `urls(target)`; the target says whose permission each of them asks.
"""

import csv
from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit
from agency.access import requires
from agency.confirming import asked_first
from agency.forms.imports import ColumnsForm, StartForm
from agency.imports import beginning, presenting, templates, work
from agency.imports.lines import Unreadable
from agency.imports.states import BatchState
from agency.imports.targets import MATCHED
from agency.models import ImportBatch
from agency.once import sent_once
from agency.transitions import MoveNotAllowed

A_PAGE = 50
S = BatchState


def urls(target, prefix="imports"):
    """The addresses of one kind of import, below its room's own."""
    return [
        path(f"{prefix}/", _page(target, imports), name="import-list"),
        path(f"{prefix}/add", _page(target, sent_once(add)), name="import-add"),
        path(f"{prefix}/template", _page(target, template), name="import-template"),
        path(f"{prefix}/<int:pk>", _page(target, batch), name="import"),
        path(f"{prefix}/<int:pk>/columns", _page(target, columns), name="import-columns"),
        path(f"{prefix}/<int:pk>/rows", _page(target, rows), name="import-rows"),
        path(f"{prefix}/<int:pk>/answers", _page(target, require_POST(answers)), name="import-answers"),
        path(f"{prefix}/<int:pk>/issues", _page(target, issues), name="import-issues"),
        path(f"{prefix}/<int:pk>/look", _page(target, require_POST(look)), name="import-look"),
        path(f"{prefix}/<int:pk>/write", _page(target, require_POST(write)), name="import-write"),
        path(f"{prefix}/<int:pk>/undo", _page(target, require_POST(undo)), name="import-undo"),
        path(f"{prefix}/<int:pk>/drop", _page(target, require_POST(drop)), name="import-drop"),
    ]


def _page(target, view):
    """`view` for one target, marked with the permission that target asks for."""

    @requires(target.permission)
    @wraps(view)
    def page(request, *args, **kwargs):
        request.target = target
        return view(request, *args, **kwargs)

    return page


def _visible(request):
    return ImportBatch.objects.visible_to(request.user, request.target.permission).filter(target=request.target.slug)


def _opened(request, pk):
    return get_object_or_404(_visible(request).select_related("by", "run", "program", "center", "mapping"), pk=pk)


def _start_form(request, *data):
    form = request.target.start_form or StartForm
    return form(*data, target=request.target, **request.target.may_choose(request.user))


def imports(request):
    return _listed(request, _start_form(request))


def _listed(request, form, status=200):
    shown = _visible(request).exclude(state=S.DROPPED).select_related("by", "program")
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    context = {"target": request.target, "form": form, "page": page, "add_url": request.target.url("import-add")}
    context |= {"rows": presenting.listed(page), "template_url": request.target.url("import-template")}
    return render(request, "imports/list.html", context, status=status)


def add(request):
    """Keep the file and begin; a layout we know is looked at straight away."""
    if request.method != "POST":
        return redirect(request.target.url("import-list"))
    form = _start_form(request, request.POST, request.FILES)
    if not form.is_valid():
        return _listed(request, form, status=422)
    facts = {name: form.cleaned_data[name] for name in ("layout", "source", "mapping")}
    try:
        new = beginning.begin(
            target=request.target, upload=form.cleaned_data["file"], by=request.user, **facts, **form.where()
        )
    except ValidationError as sentence:
        form.add_error("file", sentence)
        return _listed(request, form, status=422)
    if new.layout == MATCHED and not new.mapping:
        return redirect(request.target.url("import-columns", new.pk))
    beginning.go(new, "look", by=request.user)
    return redirect(new)


def batch(request, pk):
    """Where an import is: being read, waiting for a yes, written."""
    record = _opened(request, pk)
    if record.state == S.NEW:
        return redirect(request.target.url("import-columns", pk))
    context = presenting.shown(record, request.target, request.user)
    audit.looked(request, [pk for question in context["asked"] for pk in question.get("families", [])])
    return render(request, "imports/batch.html", context)


def columns(request, pk):
    record = _opened(request, pk)
    if record.state not in (S.NEW, S.READY, S.UNREADABLE):
        return redirect(record)
    try:
        seen = beginning.peek(record)
    except Unreadable as trouble:
        messages.error(request, str(trouble))
        return render(request, "imports/unreadable.html", presenting.steps_of(record, request.target, "columns"))
    form = ColumnsForm(request.POST or None, target=request.target, batch=record, seen=seen)
    if request.method == "POST" and form.is_valid():
        _keep_columns(record, form.cleaned_data, request.user)
        return redirect(record)
    context = presenting.steps_of(record, request.target, "columns") | {"form": form}
    return render(request, "imports/columns.html", context, status=422 if form.errors else 200)


def _keep_columns(record, facts, by):
    record.columns, record.date_order = facts["columns"], facts["date_order"]
    record.mapping = None  # until it is kept under its name, the matching is this file's own
    record.save(update_fields=["columns", "date_order", "mapping"])
    if facts["name"]:
        beginning.save_mapping(record, name=facts["name"], code=slugify(facts["name"])[:40], by=by)
    beginning.go(record, "look", by=by)


def rows(request, pk):
    """The rows of one fate, or of all, a page at a time."""
    record = _opened(request, pk)
    context = presenting.rows_of(record, request.target, request.GET, A_PAGE)
    return render(request, "imports/rows.html", context)


def answers(request, pk):
    """Keep what a person decided about held groups, and look again."""
    record = _opened(request, pk)
    if record.state != S.READY:
        return redirect(record)
    given = {key.removeprefix("answer_"): value for key, value in request.POST.items() if key.startswith("answer_")}
    record.answers |= request.target.answers_taken(record, given)
    record.save(update_fields=["answers"])
    return _go(request, record, "look")


def look(request, pk):
    return _go(request, _opened(request, pk), "look")


def write(request, pk):
    return _go(request, _opened(request, pk), "write")


def undo(request, pk):
    record = _opened(request, pk)
    if page := asked_first(request, **presenting.undo_question(record, request.target)):
        return page
    return _go(request, record, "undo")


def drop(request, pk):
    record = _opened(request, pk)
    try:
        work.drop(record, by=request.user)
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
        return redirect(record)
    messages.success(request, _("The file is thrown away. Nothing of it was kept."))
    return redirect(request.target.url("import-list"))


def _go(request, record, move):
    try:
        beginning.go(record, move, by=request.user)
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
    return redirect(record)


def issues(request, pk):
    """Every remark as a table to mend the file by."""
    record = _opened(request, pk)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="import-{record.pk}-remarks.csv"'
    answer.write("\ufeff")  # so that Excel reads the accents
    table = csv.writer(answer)
    table.writerow([_("file"), _("line"), _("column"), _("what became of it"), _("why")])
    for issue in record.issues.all().iterator():
        table.writerow([issue.file, issue.line or "", issue.column, issue.get_severity_display(), issue.reason])
    return answer


def template(request):
    """Our own columns as an empty file, with a row that explains each."""
    return templates.answer(request.target, request.GET.get("as", "csv"))
