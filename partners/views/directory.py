"""The directory: finding help, and saying what is still right."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from agency.languages import OURS
from partners import actions, cards, finding
from partners.forms.directory import FindForm, ReportForm
from partners.models import Partner, Service, Verification

ON_A_PAGE = 12
ON_A_SHEET = 60


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def directory(request):
    kinds = finding.categories()
    form = FindForm(request.GET, kinds=kinds, languages=finding.languages())
    services = Service.objects.visible_to(request.user).active()
    found = finding.find(services, kinds=kinds, **form.wanted())
    page = Paginator(found.for_lists(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "matches": [cards.card(service, request.user, print_form="sheet") for service in page],
        "chosen": [{"label": label, "url": _without(request, name), "current": True, "icon": "check"}
                   for name, label in form.chosen()],
        "partners": Partner.objects.visible_to(request.user).active().count(),
        "may_edit": request.user.may(Permission.DIRECTORY_EDIT),
        "may_manage": request.user.may(Permission.DIRECTORY_MANAGE),
        "kept": [(name, value) for name, value in request.GET.items() if name in form.fields and value],
    }  # fmt: skip
    if context["may_edit"]:
        context["idle"] = finding.without_services()[:10]
        context["wrong"] = Verification.objects.visible_to(request.user).unsettled().count()
    return render(request, "partners/directory.html", context)


def _without(request, name):
    """This page's address with one filter less."""
    query = request.GET.copy()
    query.pop(name, None)
    query.pop("page", None)
    return f"{reverse('partners:directory')}?{query.urlencode()}"


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def sheet(request):
    """A sheet to take home: the services picked, or all that the filters leave. Nothing on it is for staff only."""
    kinds = finding.categories()
    form = FindForm(request.GET, kinds=kinds, languages=finding.languages())
    services = Service.objects.visible_to(request.user).active()
    picked = [int(key) for key in request.GET.getlist("put") if key.isdecimal() and len(key) < 10]
    found = services.filter(pk__in=picked) if picked else finding.find(services, kinds=kinds, **form.wanted())
    language = request.GET.get("lang") if request.GET.get("lang") in OURS else translation.get_language()
    with translation.override(language):
        entries = [_on_paper(service, language) for service in found.for_lists()[:ON_A_SHEET]]
        context = {"entries": entries, "is_large": "big" in request.GET, "back_url": _back(request)}
        return render(request, "partners/sheet.html", context)


def _back(request):
    query = request.GET.copy()
    for name in ("put", "lang", "big"):
        query.pop(name, None)
    return f"{reverse('partners:directory')}?{query.urlencode()}"


def _on_paper(service, language):
    """What stands on paper about a service. No staff-only number, no contact person, no confidential place."""
    return {
        "service": service,
        "text": service.described(language),
        "places": [place for place in service.places() if not place.is_confidential],
        "is_hidden": any(place.is_confidential for place in service.places()),
        "numbers": service.numbers(),
        "spoken": cards.spoken(service),
        "ages": cards.ages(service),
        "checked": cards.checked_on(service),
    }


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def partner(request, pk):
    found = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    services = found.services.for_lists().order_by("name", "pk")
    context = {
        "partner": found,
        "places": found.locations.all(),
        "phones": found.phones.select_related("service"),
        "matches": [cards.card(service, request.user) for service in services],
        "may_edit": request.user.may(Permission.DIRECTORY_EDIT),
    }
    return render(request, "partners/partner.html", context)


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def service(request, pk):
    found = get_object_or_404(Service.objects.visible_to(request.user).for_lists(), pk=pk)
    context = {
        "service": found,
        "facts": _facts(found),
        "chips": cards.chips(found),
        "still": cards.still(found, request.user) if request.user.may(Permission.DIRECTORY_VERIFY) else None,
        "checks": found.verifications.select_related("said_by", "settled_by")[:10],
        "numbers": found.numbers(for_staff=True),
        "may_edit": request.user.may(Permission.DIRECTORY_EDIT),
    }
    return render(request, "partners/service.html", context)


def _facts(service):
    lines = [
        (_("Kind of help"), ", ".join(str(kind) for kind in service.categories.all())),
        (_("Languages"), cards.spoken(service)),
        (_("Hours"), service.hours),
        (_("Cost"), service.fees_description),
        (_("Ages"), cards.ages(service)),
        (_("Who can get it"), service.eligibility_description),
        (_("Bring"), ", ".join(str(paper) for paper in service.documents.all())),
        (_("How to ask for it"), service.application_process),
        (_("Where"), "; ".join(cards.places(service))),
        (_("Getting there"), "; ".join(place.transportation for place in service.places()
                                       if place.transportation and not place.is_confidential)),
        (_("Wait, as colleagues saw it"), service.wait_seen),
    ]  # fmt: skip
    return [{"label": label, "value": value} for label, value in lines if value]


@requires(Permission.DIRECTORY_VERIFY)
@require_POST
def verify(request, pk):
    found = get_object_or_404(Service.objects.visible_to(request.user), pk=pk)
    if "right" in request.POST:
        actions.mark_right(service=found, by=request.user)
        messages.success(request, _("Thank you. “%(service)s” is marked as checked today.") % {"service": found})
        return redirect(found)
    form = ReportForm(request.POST)
    if form.is_valid():
        actions.report_wrong(service=found, what=form.sentence(), by=request.user)
        messages.success(request, _("Thank you. Whoever keeps the directory will look into it."))
    else:
        messages.error(request, form.non_field_errors()[0] if form.non_field_errors() else form.errors["say"][0])
    return redirect(found)


@requires(Permission.DIRECTORY_EDIT)
@require_GET
def wrong(request):
    """What colleagues have reported and nobody has looked into yet."""
    reports = Verification.objects.visible_to(request.user).unsettled()
    reports = reports.select_related("service__partner", "said_by")
    page = Paginator(reports, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "partners/wrong.html", {"page": page})


@requires(Permission.DIRECTORY_EDIT)
@require_POST
def settle(request, pk):
    report = get_object_or_404(Verification.objects.visible_to(request.user).select_related("service"), pk=pk)
    actions.settle(report=report, by=request.user)
    messages.success(request, _("Settled."))
    return redirect("partners:wrong")
