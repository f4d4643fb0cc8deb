"""The days that count: how long, for whom, and from which day the rule holds."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import asked
from agency import clocks as rules
from agency.access import Permission, reaches_everything, requires
from agency.forms.clocks import ClockForm, EndForm, ProgramClockForm


@requires(Permission.SETTINGS_EDIT)
def clocks(request):
    """The rules in force today, and those that wait for their day."""
    today = timezone.localdate()
    readable = rules.readable(request.user)
    current = readable.in_force(today) | readable.filter(effective_on__gt=today)
    rows = [_row(rule, today) for rule in rules.in_order(list(current))]
    return render(request, "agency/clocks.html", {"rows": rows})


def _row(rule, today):
    return {"rule": rule, "from": rules.counted_from(rule), "waits": rule.effective_on > today}


@requires(Permission.SETTINGS_EDIT)
def clock(request, pk):
    """One clock: change it from a day on, and see how it came to be."""
    rule = get_object_or_404(rules.readable(request.user), pk=pk)
    form = ClockForm(request.POST or None, rule=rule, like=_like(request, rule))
    if request.method == "POST" and not rules.may_change(request.user, rule):
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


def _like(request, rule):
    """An earlier rule of this clock whose numbers stand in the form again: the way back is a new rule, too."""
    return rules.line_of(rule).filter(pk=asked.number(request, "like") or 0).first()


def _about(user, rule):
    line = rules.line_of(rule).reverse()
    return {
        "rule": rule,
        "from": rules.counted_from(rule),
        "history": line,
        "may_change": rules.may_change(user, rule),
        "is_last": line.first() == rule,
    }


@requires(Permission.SETTINGS_EDIT)
def add(request):
    """One program, or one option, counts differently."""
    form = new_form(request)
    if request.method == "POST" and form.is_valid():
        rule = rules.add_for_program(rule=form.save(commit=False), by=request.user)
        messages.success(request, _("Kept. It holds from the day you chose."))
        return redirect("agency:clock", rule.pk)
    return render(request, "agency/clock_add.html", {"form": form})


def new_form(request):
    for_all = reaches_everything(request.user, Permission.SETTINGS_EDIT)
    return ProgramClockForm(request.POST or None, programs=rules.programs_of(request.user), for_all=for_all)


@requires(Permission.SETTINGS_EDIT)
def end(request, pk):
    """A clock of one program or option stops, and the next wider one runs for it again."""
    own = rules.readable(request.user).exclude(program=None, option="").filter(ends_on=None)
    rule = get_object_or_404(own, pk=pk)
    if not rules.may_change(request.user, rule):
        raise PermissionDenied
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            rules.end(rule=rule, last_day=form.cleaned_data["last_day"], by=request.user)
        except rules.NotFromThen as reason:
            form.add_error("last_day", str(reason))
        else:
            messages.success(request, _("It ends then. After that day the agency’s own clock runs here again."))
            return redirect("agency:clocks")
    back = {"url": reverse("agency:clock", args=[pk]), "label": str(rule)}
    return render(request, "agency/setting_form.html", {"form": form, "title": _("End this clock"), "back": back})
