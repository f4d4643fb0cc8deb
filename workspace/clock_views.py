"""Before a changed clock is kept: how many families it would put past their day."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from agency import audit
from agency import clocks as rules
from agency.access import Permission, requires
from agency.forms.clocks import ClockForm
from agency.views.clocks import new_form
from workspace import clock_preview


@requires(Permission.SETTINGS_EDIT)
def preview(request, pk):
    """The next rule of this clock, tried on the families as they stand."""
    rule = get_object_or_404(rules.readable(request.user), pk=pk)
    if request.method != "POST":
        return redirect("agency:clock", pk)
    if not rules.may_change(request.user, rule):
        raise PermissionDenied
    form = ClockForm(request.POST, rule=rule)
    new = rules.following(rule, **form.cleaned_data) if form.is_valid() else None
    return _shown(request, form, new, reverse("agency:clock", args=[pk]))


@requires(Permission.SETTINGS_EDIT)
def preview_new(request):
    """A new clock of one program or option, tried on its families."""
    if request.method != "POST":
        return redirect("agency:clock-add")
    form = new_form(request)
    new = rules.named_as_the_agencys(form.save(commit=False)) if form.is_valid() else None
    return _shown(request, form, new, reverse("agency:clock-add"))


def _shown(request, form, rule, keep_url):
    effect = clock_preview.effect(rule, request.user) if rule else None
    if effect:
        audit.looked(request, effect.families)
    page = {"form": form, "rule": rule, "effect": effect, "keep_url": keep_url, "back_url": keep_url}
    page["typed"] = [pair for pair in request.POST.items() if pair[0] != "csrfmiddlewaretoken"]
    name = "workspace/_clock_effect.html" if request.htmx else "workspace/clock_effect.html"
    return render(request, name, page)
