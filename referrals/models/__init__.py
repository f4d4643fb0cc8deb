from referrals.models.consent import Consent, Disclosure, Records
from referrals.models.gap import Gap
from referrals.models.link import LinkCode, LinkVisit, PartnerLink
from referrals.models.referral import Referral, ReferralEvent

__all__ = [
    "Consent",
    "Disclosure",
    "Gap",
    "LinkCode",
    "LinkVisit",
    "PartnerLink",
    "Records",
    "Referral",
    "ReferralEvent",
]
