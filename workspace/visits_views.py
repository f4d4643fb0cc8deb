"""Plan a day of home visits, and print what one takes along."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from agency.access import Permission, requires
from workspace import visits


@requires(Permission.NOTE_EDIT)
def plan(request):
    """Which families on which day, and in which order."""
    on = visits.day_of(request.GET, timezone.localdate())
    choices = visits.to_choose(request.user, on)
    audit.looked(request, [choice["family"] for choice in choices])
    page = {"on": on, "choices": choices, "agreed": sum(bool(choice["agreed"]) for choice in choices)}
    return render(request, "workspace/visits.html", page | {"most": visits.MOST, "today": timezone.localdate()})


@requires(Permission.NOTE_EDIT)
def sheet(request):
    """The sheet for the chosen families, one after the other."""
    on, keys = visits.day_of(request.GET, timezone.localdate()), visits.chosen(request.GET)
    parts = visits.sheet(request.user, keys, on)
    if not parts:
        return redirect(f"{reverse('workspace:visits')}?on={on}&none=1")
    audit.looked(request, [part["family"] for part in parts])
    back = {"url": f"{reverse('workspace:visits')}?on={on}", "label": _("Choose other families")}
    return render(request, "workspace/visits_sheet.html", {"parts": parts, "on": on, "back": back})
