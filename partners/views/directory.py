"""The directory: finding help, and what stands there about a partner and a service."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from agency.access import Permission, requires
from partners import cards, finding, freshness, nearness, standing
from partners.forms.finding import FindForm
from partners.models import Partner, Service, ServiceCapacity

ON_A_PAGE = 12


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def directory(request):
    kinds = finding.categories()
    form = FindForm(request.GET, kinds=kinds, languages=finding.languages())
    wanted = form.wanted()
    services = Service.objects.visible_to(request.user).running().with_stops()
    found = list(finding.find(services, wanted, kinds=kinds).values_list("pk", flat=True))  # thousands, asked once
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = _read(services, page.object_list, wanted)
    context = {
        "form": form,
        "page": page,
        "matches": [cards.card(service, request.user, wanted=wanted, print_form="sheet") for service in page],
        "chosen": [{"label": label, "url": _without(request, name), "current": True, "icon": "check"}
                   for name, label in form.chosen()],
        "partners": None if request.GET else Partner.objects.visible_to(request.user).active().count(),
        "may_edit": request.user.may(Permission.DIRECTORY_EDIT),
        "may_manage": request.user.may(Permission.DIRECTORY_MANAGE),
        "sees_agreements": request.user.may(Permission.MOU_FACTS),
        "kept": [(name, value) for name, value in request.GET.items() if name in form.fields and value],
    }  # fmt: skip
    standing.tell(context["matches"], page, request.user)
    if context["may_edit"]:
        context["wrong"] = freshness.count(Service.objects.visible_to(request.user), timezone.localdate())
    return render(request, "partners/directory.html", context)


def _read(services, keys, wanted):
    """The services of one page with what their cards say, in the order of their keys."""
    rows = services.for_cards().filter(pk__in=keys)
    by_key = {service.pk: service for service in (nearness.with_miles(rows, wanted.here) if wanted.here else rows)}
    return [by_key[key] for key in keys if key in by_key]


def _without(request, name):
    """This page's address with one filter less."""
    query = request.GET.copy()
    query.pop(name, None)
    query.pop("page", None)
    return f"{reverse('partners:directory')}?{query.urlencode()}"


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def partner(request, pk):
    found = get_object_or_404(
        Partner.objects.visible_to(request.user).select_related("merged_into", "sensitive_kind"), pk=pk
    )
    if found.merged_into:
        return redirect(found.merged_into)
    services = found.services.with_stops().for_cards().order_by("name", "pk")
    context = {
        "partner": found,
        "places": found.locations.prefetch_related("accessibility"),
        "phones": found.phones.select_related("service"),
        "contacts": found.contacts.select_related("service"),
        "matches": [cards.card(service, request.user) for service in services],
        "agreements": standing.of_partner(request.user, found) if request.user.may(Permission.MOU_FACTS) else None,
        "reads_agreements": request.user.may(Permission.MOU_VIEW),
        "reads_referrals": request.user.may(Permission.REFERRAL_VIEW),
    }
    return render(request, "partners/partner.html", context | _rights(request.user) | _stopped(request.user, found))


def _rights(user):
    return {
        "may_edit": user.may(Permission.DIRECTORY_EDIT),
        "may_verify": user.may(Permission.DIRECTORY_VERIFY),
        "may_manage": user.may(Permission.DIRECTORY_MANAGE),
    }


def _stopped(user, partner, service=None):
    """Whether families are sent there; the stops themselves, with their reasons, for managers only."""
    stops = partner.stops.in_force().filter(Q(service=None) | Q(service=service))
    shown = list(stops.visible_to(user).select_related("said_by", "service"))
    return {"is_stopped": bool(shown) or stops.exists(), "stops": shown}


@requires(Permission.DIRECTORY_VIEW)
@require_GET
def service(request, pk):
    found = get_object_or_404(Service.objects.visible_to(request.user).with_stops().for_reading(), pk=pk)
    rights = _rights(request.user)
    context = {
        "service": found,
        "facts": cards.all_facts(found),
        "chips": cards.chips(found),
        "rooms": ServiceCapacity.State.choices,
        "still": cards.still(found, request.user) if rights["may_verify"] else None,
        "checks": found.verifications.select_related("said_by", "settled_by")[:10],
        "words": found.family_words.shown()[:6],
        "numbers": found.numbers(for_staff=True),
        "contacts": found.contacts.all(),
    }
    stopped = _stopped(request.user, found.partner, found)
    return render(request, "partners/service.html", context | rights | stopped)
