"""A sheet to take home for one need, or for a family's open needs; and the directory as a need asks for it."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from families.models import Need
from families.opening import open_family
from referrals import sheets


def _need(request, pk):
    need = get_object_or_404(Need.objects.visible_to(request.user).select_related("category"), pk=pk)
    need.family = open_family(request, need.family_id)
    return need


@requires(Permission.REFERRAL_VIEW)
@require_GET
def need_sheet(request, need_pk):
    """The places that fit one need, best first, or those picked."""
    need = _need(request, need_pk)
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


def _sheet(request, family, pages, back_url, note=""):
    page = {"pages": pages, "back_url": back_url, "note": note, "for_line": sheets.for_line(family),
            "is_large": "big" in request.GET}  # fmt: skip
    with translation.override(sheets.languages(family)[0]):
        return render(request, "partners/sheet.html", page)


@requires(Permission.REFERRAL_VIEW)
@require_POST
def look(request, need_pk):
    """From a need to the directory: its kind of help, the family's language, its ZIP code unless that is hidden."""
    return redirect(sheets.directory_for(_need(request, need_pk)))
