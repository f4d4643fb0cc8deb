"""This room's part of a family's own record: what we asked partners for, what you signed, who received what."""

from django.utils.translation import gettext as _

from agency.own_record import section
from referrals.models import Consent, Disclosure, Referral


def sections(family, asked):
    referrals = Referral.objects.filter(family=family).select_related("service__partner", "need__category")
    if not asked.restricted:
        referrals = referrals.filter(need__category__is_restricted=False)
    consents = Consent.objects.filter(family=family).select_related("partner", "signer")
    released = Disclosure.objects.of_family(family).for_the_family()
    return [
        section("referrals", _("What we asked others for"), referrals, asked=asked, first=("need", "service")),
        section("leave", _("What you signed"), consents, asked=asked, first=("signer",), leave_out=("strokes",)),
        section("released", _("Who received what"), released, asked=asked),
    ]
