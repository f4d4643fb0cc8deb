"""Entries that may be one partner: looked at side by side, put together, taken apart, or said to be two."""

from itertools import chain

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency.access import Permission, requires
from agency.once import sent_once
from partners import doubles
from partners.actions import doubles as actions
from partners.models import Partner, PartnerMerge

ON_A_PAGE = 20
SHOWN = 10


@requires(Permission.DIRECTORY_MANAGE)
@require_GET
def queue(request):
    """Pairs that share a number, a website, an EIN, or a name in one ZIP code; and what was put together of late."""
    found = list(doubles.pairs().items())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    keys = set(chain.from_iterable(pair for pair, _reasons in page))
    partners = Partner.objects.visible_to(request.user).in_bulk(keys)
    rows = [{"one": partners[one], "other": partners[other], "why": why} for (one, other), why in page]
    merges = PartnerMerge.objects.visible_to(request.user).in_force().select_related("kept", "gone", "merged_by")
    return render(request, "partners/doubles.html", {"page": page, "rows": rows, "merges": merges[:SHOWN]})


def _pair(request, partner_pk, double_pk):
    if partner_pk == double_pk:
        raise Http404
    partners = Partner.objects.visible_to(request.user).select_related("parent")
    return get_object_or_404(partners, pk=partner_pk), get_object_or_404(partners, pk=double_pk)


@requires(Permission.DIRECTORY_MANAGE)
@sent_once
def compare(request, partner_pk, double_pk):
    """Field by field: what each says, what the one entry will say."""
    one, other = _pair(request, partner_pk, double_pk)
    if request.method == "POST":
        return _answered(request, one, other)
    sides = [{"key": key, "partner": partner, "about": doubles.about(partner)}
             for key, partner in (("one", one), ("other", other))]  # fmt: skip
    page = {"sides": sides, "rows": list(doubles.sides(one, other)), "one": one, "other": other}
    return render(request, "partners/double.html", page)


def _answered(request, one, other):
    if "two" in request.POST:
        actions.say_two(one=one, other=other, by=request.user)
        messages.success(request, _("These are two. We shall not ask again."))
        return redirect("partners:doubles")
    kept, gone = (other, one) if request.POST.get("keep") == "other" else (one, other)
    values = doubles.picked(one, other, request.POST)
    try:
        actions.merge(kept=kept, gone=gone, values=values, by=request.user)
    except actions.AlreadyMerged as reason:
        messages.error(request, str(reason))
        return redirect("partners:doubles")
    messages.success(request, _("One entry now. You can take this back for 30 days."))
    return redirect(kept)


@requires(Permission.DIRECTORY_MANAGE)
@require_POST
def undo(request, pk):
    merge = get_object_or_404(PartnerMerge.objects.visible_to(request.user), pk=pk)
    try:
        actions.undo(merge=merge, by=request.user)
    except actions.CannotBeTakenBack as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("Two entries again."))
    return redirect("partners:doubles")
