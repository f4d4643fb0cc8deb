"""A sheet to take home: what was picked, or all that fits, in a language or in two."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET

from agency.access import Permission, requires
from agency.languages import OURS
from partners import finding, sheets
from partners.forms.finding import FindForm
from partners.models import Service

ON_A_SHEET = 60


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def sheet(request):
    """The services picked, or all that the filters leave. Nothing on it is for staff only."""
    kinds = finding.categories()
    form = FindForm(request.GET, kinds=kinds, languages=finding.languages())
    services = Service.objects.visible_to(request.user).active()
    picked = [int(key) for key in request.GET.getlist("put") if key.isdecimal() and len(key) < 10]
    found = services.filter(pk__in=picked) if picked else finding.find(services, form.wanted(), kinds=kinds)
    language = request.GET.get("lang") if request.GET.get("lang") in OURS else translation.get_language()
    with translation.override(language):
        entries = [sheets.entry(service, language) for service in found.for_reading()[:ON_A_SHEET]]
        context = {"pages": [{"entries": entries}], "is_large": "big" in request.GET, "back_url": _back(request)}
        return render(request, "partners/sheet.html", context)


def _back(request):
    query = request.GET.copy()
    for name in ("put", "lang", "big"):
        query.pop(name, None)
    return f"{reverse('partners:directory')}?{query.urlencode()}"
