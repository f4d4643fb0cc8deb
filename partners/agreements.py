"""The way to a partnership from its partner, by who asks."""

from django.shortcuts import get_object_or_404

from agency.access import Permission
from partners.models import Mou, Partner, Partnership


def open_partnership(request, pk, permission=Permission.MOU_VIEW):
    """The partnership with this partner; there may be none yet."""
    owner = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    found = Partnership.objects.visible_to(request.user, permission).filter(partner=owner).select_related("our_person")
    return owner, found.first()


def begun_or_404(request, pk):
    """The partnership with this partner, for what is added to it."""
    return get_object_or_404(
        Partnership.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("partner"), partner=pk
    )


def mou_or_404(request, pk, permission=Permission.MOU_EDIT):
    """An agreement with how it stands today."""
    rows = Mou.objects.visible_to(request.user, permission).with_standing()
    return get_object_or_404(rows.select_related("partner", "owner", "renews", "added_by"), pk=pk)
