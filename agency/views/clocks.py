"""The days that count: how long, for whom, and from which day the rule holds."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import clocks as rules
from agency.access import Permission, reaches_everything, requires
from agency.forms.clocks import ClockForm, EndForm, ProgramClockForm
from agency.models import Deadline
from agency.views.organisation import programs_of


def _readable(user):
    """The agency's clocks and those of the manager's programs."""
    return Deadline.objects.filter(Q(program=None) | Q(program__in=programs_of(user))).select_related("program")


def _may_change(user, rule):
    return rule.program_id is not None or reaches_everything(user, Permission.SETTINGS_EDIT)


@requires(Permission.SETTINGS_EDIT)
def clocks(request):
    """The rules in force today, and those that wait for their day."""
    today = timezone.localdate()
    readable = _readable(request.user)
    current = readable.in_force(today) | readable.filter(effective_on__gt=today)
    rows = [_row(rule, today) for rule in rules.in_order(list(current))]
    return render(request, "agency/clocks.html", {"rows": rows})


def _row(rule, today):
    return {"rule": rule, "from": rules.counted_from(rule), "waits": rule.effective_on > today}


@requires(Permission.SETTINGS_EDIT)
def clock(request, pk):
    """One clock: change it from a day on, and see how it came to be."""
    rule = get_object_or_404(_readable(request.user), pk=pk)
    form = ClockForm(request.POST or None, rule=rule)
    if request.method == "POST" and not _may_change(request.user, rule):
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        try:
            new = rules.change(rule=rule, by=request.user, **form.cleaned_data)
        except rules.NotFromThen as reason:
            form.add_error("effective_on", str(reason))
        else:
            messages.success(request, _("Kept. It holds from the day you chose; days before stay as they were."))
            return redirect("agency:clock", new.pk)
    return render(request, "agency/clock.html", {"form": form} | _about(request.user, rule))


def _about(user, rule):
    line = Deadline.objects.filter(code=rule.code, program=rule.program_id).order_by("-effective_on")
    return {
        "rule": rule,
        "from": rules.counted_from(rule),
        "history": line,
        "may_change": _may_change(user, rule),
        "is_last": line.first() == rule,
    }


@requires(Permission.SETTINGS_EDIT)
def add(request):
    """One program counts differently."""
    form = ProgramClockForm(request.POST or None, programs=programs_of(request.user))
    if request.method == "POST" and form.is_valid():
        rule = rules.add_for_program(rule=form.save(commit=False), by=request.user)
        messages.success(request, _("Kept. It holds for this program from the day you chose."))
        return redirect("agency:clock", rule.pk)
    back = {"url": reverse("agency:clocks"), "label": _("Days that count")}
    return render(
        request, "agency/setting_form.html", {"form": form, "title": _("A clock of one program"), "back": back}
    )


@requires(Permission.SETTINGS_EDIT)
def end(request, pk):
    """A program's own clock stops, and the agency's runs for it again."""
    own = _readable(request.user).exclude(program=None).filter(ends_on=None)
    rule = get_object_or_404(own, pk=pk)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            rules.end(rule=rule, last_day=form.cleaned_data["last_day"], by=request.user)
        except rules.NotFromThen as reason:
            form.add_error("last_day", str(reason))
        else:
            messages.success(request, _("It ends then. After that day the agency’s own clock runs for this program."))
            return redirect("agency:clocks")
    back = {"url": reverse("agency:clock", args=[pk]), "label": str(rule)}
    return render(request, "agency/setting_form.html", {"form": form, "title": _("End this clock"), "back": back})
