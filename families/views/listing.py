"""The families a person may open."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from agency import asked, audit
from agency.access import Permission, requires
from families import intakes, panels
from families.models import Difference, Family

A_PAGE = 50


@requires(Permission.FAMILY_VIEW)
@asked.by_post
def families(request):
    """My families: found by name, narrowed to a center, fifty a page."""
    mine = Family.objects.visible_to(request.user)
    text, center = asked.text(request), asked.number(request, "center")
    shown = mine.filter(center=center) if center else mine
    shown = shown.matching(text) if text else shown
    page = Paginator(shown.for_list(), A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, page.object_list)
    places = _places(mine)
    return render(
        request,
        "families/list.html",
        {
            "page": page,
            "rows": [_row(family, request.user) for family in page],
            "columns": _columns(),
            "text": text,
            "center": center,
            "filters": _filters(places, asked.again(request), center) if len(places) > 1 else [],
            "has_any": bool(places),
            "may_add": request.user.may(Permission.FAMILY_EDIT),
            "may_merge": request.user.may(Permission.FAMILY_ASSIGN),
            "may_import": request.user.may(Permission.FAMILY_IMPORT),
            "differ": Difference.objects.visible_to(request.user, Permission.FAMILY_VIEW).waiting().exists(),
            "open_intakes": len(intakes.left_open(request.user)) if request.user.may(Permission.FAMILY_EDIT) else 0,
        },
    )


def _places(mine):
    counted = mine.order_by("center__name").values("center", "center__name")
    return list(counted.annotate(count=Count("pk")))


def _filters(places, words, center):
    everywhere = {"label": _("All"), "count": sum(place["count"] for place in places), "center": None}
    choices = [everywhere] + [
        {"label": place["center__name"], "count": place["count"], "center": place["center"]} for place in places
    ]
    for choice in choices:
        query = urlencode(words | ({"center": choice["center"]} if choice["center"] else {}))
        choice["url"] = f"?{query}" if query else reverse("families:list")
        choice["current"] = choice["center"] == center
    return choices


def _columns():
    return [{"label": label} for label in (_("Family"), _("Language"), _("Center"), _("Main worker"), _("Now"))]


def _row(family, user):
    return {
        "head": str(family),
        "note": panels.who(family),
        "family": family,
        "url": family.get_absolute_url(),
        "cells": [
            {"value": panels.language_of(family), "label": _("Language")},
            {"value": family.center.name, "label": _("Center"), "soft": True},
            {"value": str(family.main_worker or _("Nobody yet")), "label": _("Main worker"), "soft": True},
            _state(family, user),
        ],
    }


def _state(family, user):
    """What stands out about a family in a list; the most pressing first."""
    if family.urgent_needs and user.may(Permission.ASSESSMENT_VIEW):
        return {"chip": _("Urgent need"), "tone": "urgent", "icon": "alert", "label": _("Now")}
    if not family.has_place:
        return {"chip": _("No place yet"), "tone": "info", "icon": "clock", "label": _("Now")}
    return {"chip": _("In the program"), "tone": "", "icon": "check", "label": _("Now")}
