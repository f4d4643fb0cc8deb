"""What this room misses when a family leaves: referrals without an end, consents that still hold."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.leaving import Missing
from referrals.models import Consent, Referral


def missing(families, user):
    """One statement for each kind."""
    return [*_referrals(families, user), *_consents(families, user)]


def _referrals(families, user):
    open_ones = Referral.objects.visible_to(user).open().filter(family__pk__among=families)
    rows = open_ones.select_related("service__partner").order_by("family", "pk")
    return [
        Missing(
            family_id=referral.family_id,
            kind="open_referral",
            what=_("A referral has no end yet: %(to)s.")
            % {"to": referral.service.partner if referral.service_id else referral.get_state_display()},
            act=_("Close the loop"),
            url=reverse("referrals:referral", args=[referral.pk]),
            icon="referral",
        )
        for referral in rows
    ]


def _consents(families, user):
    rows = Consent.objects.visible_to(user).in_force().filter(family__pk__among=families)
    return [
        Missing(
            family_id=family,
            kind="open_consent",
            what=ngettext("%(n)s permission to share still holds.", "%(n)s permissions to share still hold.", count)
            % {"n": count},
            act=_("Ask what they want"),
            url=reverse("referrals:disclosures", args=[family]),
            icon="shield",
        )
        for family, count in rows.order_by().values_list("family").annotate(Count("pk"))
    ]
