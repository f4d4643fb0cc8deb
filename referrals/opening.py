"""The door to a need or a referral from this room's pages: its family is opened and written down."""

from django.shortcuts import get_object_or_404

from families.models import Need
from families.opening import open_family
from referrals.models import Referral


def open_need(request, pk):
    need = get_object_or_404(Need.objects.visible_to(request.user).select_related("category"), pk=pk)
    need.family = open_family(request, need.family_id)
    return need


def open_referral(request, pk):
    found = Referral.objects.visible_to(request.user).select_related(
        "need__category",
        "goal",
        "service__partner",
        "consent__signer",
        "disclosure",
        "service_received",
        "about",
        "made_by",
        "rerouted_from__service__partner",
    )
    referral = get_object_or_404(found, pk=pk)
    referral.family = open_family(request, referral.family_id)
    return referral
