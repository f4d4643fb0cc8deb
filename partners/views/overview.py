"""Across partners: what is due, who is covered by an agreement, and the State's systems."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency.access import Permission, requires
from agency.due import Clocks
from agency.models import Program
from agency.once import sent_once
from partners import actions, coverage, due, pages
from partners.forms.mou import DayForm, ExceptionForm, SystemForm
from partners.models import PreschoolException, SystemParticipation
from partners.views.frame import keep


@requires(Permission.MOU_FACTS)
@require_GET
def waiting(request):
    """What is due in our work with partners, nearest first; whoever took something on sees their own."""
    clocks = Clocks()
    found = due.items(request.user, clocks)
    parts = [pages.due_part(mark, items, clocks.on) for mark, items in due.by_nearness(found, clocks.on)]
    page = {"parts": parts, "reads": request.user.may(Permission.MOU_VIEW)}
    return render(request, "partners/due.html", page)


@requires(Permission.MOU_VIEW)
@require_GET
def covered(request):
    """Which groups, districts and agencies have an agreement in force, today or on the day asked for."""
    form = DayForm(request.GET)
    on = (form.cleaned_data.get("on") if form.is_valid() else None) or timezone.localdate()
    form = DayForm(initial={"on": on})
    page = {"report": coverage.coverage(on), "form": form, "is_today": on == timezone.localdate(),
            "may_edit": request.user.may(Permission.MOU_EDIT)}  # fmt: skip
    return render(request, "partners/coverage.html", page)


@requires(Permission.MOU_EDIT)
@sent_once
def exception_add(request):
    return _exception(request, PreschoolException())


@requires(Permission.MOU_EDIT)
def exception(request, pk):
    rows = PreschoolException.objects.visible_to(request.user, Permission.MOU_EDIT)
    return _exception(request, get_object_or_404(rows, pk=pk))


def _exception(request, row):
    form = ExceptionForm(request.POST or None, instance=row, user=request.user)
    lede = _("The law knows two reasons, and asks that HHS and the State Collaboration Director are told.")
    return keep(request, form, title=_("No agreement with publicly funded preschool"), lede=lede,
                back=reverse("partners:coverage"),
                save=lambda: actions.keep(form=form, event="preschool_exception", by=request.user))  # fmt: skip


@requires(Permission.MOU_VIEW)
@require_GET
def systems(request):
    """Each program in its State's quality rating and data systems: how it stands, and how it stood."""
    rows = SystemParticipation.objects.visible_to(request.user).order_by("-since_on", "-pk")
    page = {
        "programs": pages.systems(Program.objects.order_by("name"), rows, timezone.localdate()),
        "may_edit": request.user.may(Permission.MOU_EDIT),
    }
    return render(request, "partners/systems.html", page)


@requires(Permission.MOU_EDIT)
@sent_once
def system_add(request):
    program, kind = request.GET.get("program", ""), request.GET.get("system", "")
    start = {"program": program if program.isdecimal() else None, "system": kind}
    return _system(request, SystemParticipation(), start)


@requires(Permission.MOU_EDIT)
def system(request, pk):
    rows = SystemParticipation.objects.visible_to(request.user, Permission.MOU_EDIT)
    return _system(request, get_object_or_404(rows, pk=pk), None)


def _system(request, row, start):
    form = SystemForm(request.POST or None, instance=row, initial=start)
    return keep(request, form, title=_("Taking part in a system of the State"), back=reverse("partners:systems"),
                save=lambda: actions.keep(form=form, event="system_participation", by=request.user))  # fmt: skip
