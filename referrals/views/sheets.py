"""A sheet to take home for one need, or for a family's open needs; and the directory as a need asks for it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from families.models import Need
from families.opening import open_family
from partners import sensitive
from referrals import sheets
from referrals.opening import open_need, open_referral


@requires(Permission.REFERRAL_VIEW)
@require_GET
def need_sheet(request, need_pk):
    """The places that fit one need, best first, or those picked."""
    need = open_need(request, need_pk)
    picked = {int(key) for key in request.GET.getlist("put") if key.isdecimal() and len(key) < 10}
    return _sheet(request, need.family, [sheets.page(need, picked)], reverse("families:need", args=[need.pk]))


@requires(Permission.REFERRAL_VIEW)
@require_GET
def family_sheet(request, family_pk):
    """One page for each open need. What is restricted is left out: such a sheet lies on a kitchen table."""
    family = open_family(request, family_pk)
    needs = list(Need.objects.visible_to(request.user).filter(family=family).open().select_related("category"))
    shown = [need for need in needs if not need.category.is_restricted]
    for need in shown:
        need.family = family
    note = _("Needs that only some may know of are not on this sheet. Print them from the need itself, if it is safe.")
    back = reverse("families:needs", args=[family.pk])
    left_out = note if len(shown) < len(needs) else ""
    return _sheet(request, family, [sheets.page(need) for need in shown], back, left_out)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def referral_sheet(request, pk):
    """What to take along to one place: the day and the hour, how to get there, what to bring."""
    referral = open_referral(request, pk)
    if referral.service_id is None:
        messages.info(request, _("Choose a service first."))
        return redirect(referral)
    is_private = referral.need.category.is_restricted or sensitive.is_sensitive(referral.service)
    note = _(
        "This sheet names a place that others at home may not know of. Ask first whether it is safe to take it along."
    )
    page, back = sheets.of_referral(referral), referral.get_absolute_url()
    return _sheet(request, referral.family, [page], back, note if is_private else "")


def _sheet(request, family, pages, back_url, note=""):
    page = {"pages": pages, "back_url": back_url, "note": note, "for_line": sheets.for_line(family),
            "is_large": "big" in request.GET}  # fmt: skip
    with translation.override(sheets.languages(family)[0]):
        return render(request, "partners/sheet.html", page)


@requires(Permission.REFERRAL_VIEW)
@require_POST
def look(request, need_pk):
    """From a need to the directory: its kind of help, the family's language, its ZIP code unless that is hidden."""
    return redirect(sheets.directory_for(open_need(request, need_pk)))
