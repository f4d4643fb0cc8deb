"""What the family page shows of this room. Each function asks a fixed number of queries."""

from collections import defaultdict

from referrals.models import Consent, Referral


def referrals(family, user):
    """This family's referrals, open ones first, then newest first."""
    rows = Referral.objects.visible_to(user).filter(family=family)
    rows = list(rows.select_related("need__category", "service__partner", "service_received"))
    return sorted(rows, key=lambda referral: not referral.is_open)


def by_need(family, user):
    """{need's key: its referrals}, open ones first."""
    found = defaultdict(list)
    for referral in referrals(family, user):
        found[referral.need_id].append(referral)
    return dict(found)


def consents(family, user):
    """This family's consents: in force first, then ended and taken back."""
    rows = Consent.objects.visible_to(user).filter(family=family).select_related("partner", "signer")
    return sorted(rows, key=lambda consent: not consent.is_in_force)
