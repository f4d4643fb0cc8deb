"""The families behind a number of today, as the manager's first page tells it."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency.access import Permission, requires
from reports.glance import LISTS, Glance, may_open
from reports.lists import page_of_families


@requires(Permission.FAMILY_VIEW)
def today(request, figure):
    chosen = request.GET.get("program", "")
    glance = Glance.of(request.user, chosen)
    if glance is None or figure not in LISTS or not may_open(request.user, figure):
        raise Http404
    context = page_of_families(request, LISTS[figure][1], glance.families_of(figure))
    back = reverse("workspace:my-day") + (f"?{urlencode({'program': chosen})}" if chosen else "")
    return render(request, "reports/families.html", context | {"back": {"url": back, "label": _("My day")}})
