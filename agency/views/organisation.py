"""Settings of the agency: itself, its programs, and their centers, years and closed days."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import actions, files
from agency.access import Permission, reaches_everything, requires
from agency.clocks import programs_of
from agency.confirming import question
from agency.forms.organisation import AgencyForm, CenterForm, ClosureForm, ProgramForm, ProgramYearForm
from agency.models import Agency, Center, Closure, ProgramYear, ServiceCategory

# What a program is made of: address word -> (its rows, form, title for a new one).
PARTS = {
    "center": (Center.objects, CenterForm, gettext_lazy("A new center")),
    "year": (ProgramYear.objects, ProgramYearForm, gettext_lazy("A new program year")),
    "closure": (Closure.objects, ClosureForm, gettext_lazy("Closed days")),
}


def for_the_whole_agency(request):
    """Settings that touch every program need a manager of every program."""
    if not reaches_everything(request.user, Permission.SETTINGS_EDIT):
        raise PermissionDenied


@requires(Permission.SETTINGS_EDIT)
def agency(request):
    if not reaches_everything(request.user, Permission.SETTINGS_EDIT):
        return redirect("agency:programs")
    form = AgencyForm(request.POST or None, request.FILES or None, instance=get_object_or_404(Agency.objects.all()))
    if request.method == "POST" and form.is_valid():
        actions.keep(form=form, event="agency_changed", by=request.user)
        messages.success(request, _("Saved."))
        return redirect("agency:settings")
    return render(request, "agency/agency.html", {"form": form})


@requires(Permission.STAFF)
def logo(request):
    """The agency's own picture, as it stands on what families take home."""
    ours = get_object_or_404(Agency.objects.exclude(logo=""))
    return files.served(ours.logo, kind=ours.logo_kind, name="logo")


@requires(Permission.SETTINGS_EDIT)
def programs(request):
    rows = programs_of(request.user).annotate(open_centers=Count("centers", Q(centers__closed_on=None)))
    everywhere = reaches_everything(request.user, Permission.SETTINGS_EDIT)
    return render(request, "agency/programs.html", {"programs": rows, "may_add": everywhere})


@requires(Permission.SETTINGS_EDIT)
def program_add(request):
    for_the_whole_agency(request)
    form = ProgramForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        record = actions.keep(form=form, event="program_added", by=request.user)
        messages.success(request, _("Saved. Next: its first center and its program year."))
        return redirect(record)
    return render(request, "agency/setting_form.html", {"form": form, "title": _("A new program"), "back": _programs()})


def _programs():
    return {"url": reverse("agency:programs"), "label": _("Programs and centers")}


@requires(Permission.SETTINGS_EDIT)
def program(request, pk):
    """One program: itself, its centers, its years, its closed days."""
    record = get_object_or_404(programs_of(request.user), pk=pk)
    form = ProgramForm(request.POST or None, instance=record)
    if request.method == "POST" and form.is_valid():
        actions.keep(form=form, event="program_changed", by=request.user)
        messages.success(request, _("Saved."))
        return redirect(record)
    context = {"form": form, "program": programs_of(request.user).get(pk=pk)}
    context |= {"centers": record.centers.all(), "years": record.years.all(), "closures": record.closures.all()}
    return render(request, "agency/program.html", context)


def _part(kind):
    if kind not in PARTS:
        raise Http404
    return PARTS[kind]


def _part_of(user, parts, pk):
    """A part of a program this manager may change."""
    return get_object_or_404(parts.filter(program__in=programs_of(user)), pk=pk)


@requires(Permission.SETTINGS_EDIT)
def part_add(request, program_pk, kind):
    """A new center, year or closure of one program."""
    parts, form_class, title = _part(kind)
    program = get_object_or_404(programs_of(request.user), pk=program_pk)
    form = form_class(request.POST or None, instance=parts.model(program=program))
    if request.method == "POST" and _saved(request, form, f"{kind}_added"):
        return redirect(program)
    return _part_page(request, form, program, title)


@requires(Permission.SETTINGS_EDIT)
def part(request, kind, pk):
    """Change a center, a year or a closure."""
    parts, form_class, _title = _part(kind)
    record = _part_of(request.user, parts, pk)
    title = str(record)
    form = form_class(request.POST or None, instance=record)
    if request.method == "POST" and _saved(request, form, f"{kind}_changed"):
        return redirect(record.program)
    delete_url = reverse("agency:setting-delete", args=[kind, pk])
    return _part_page(request, form, record.program, title, delete_url=delete_url)


def _saved(request, form, event):
    if not form.is_valid():
        return False
    actions.keep(form=form, event=event, by=request.user)
    messages.success(request, _("Saved."))
    return True


def _part_page(request, form, program, title, **more):
    back = {"url": program.get_absolute_url(), "label": program}
    return render(request, "agency/setting_form.html", {"form": form, "title": title, "back": back} | more)


@requires(Permission.SETTINGS_EDIT)
def delete(request, kind, pk):
    """Asks first; what is in use stays, with a sentence."""
    record, back_url = _deletable(request, kind, pk)
    if request.method == "POST":
        try:
            actions.delete_unused(record=record, by=request.user)
        except actions.InUse as reason:
            messages.error(request, str(reason))
            return redirect(back_url)
        messages.success(request, _("Deleted."))
        return redirect(reverse("agency:programs") if kind == "program" else back_url)
    return question(
        request,
        title=_("Delete “%(name)s”?") % {"name": record},
        text=_("This works only while nothing stands on it. What is in use can be closed or retired instead."),
        yes=_("Delete it"),
        back_url=back_url,
    )


def _deletable(request, kind, pk):
    """The record and the page it is read on."""
    if kind == "program":
        program = get_object_or_404(programs_of(request.user), pk=pk)
        return program, program.get_absolute_url()
    if kind == "service":
        for_the_whole_agency(request)
        return get_object_or_404(ServiceCategory.objects.all(), pk=pk), reverse("agency:services")
    record = _part_of(request.user, _part(kind)[0], pk)
    return record, record.program.get_absolute_url()
