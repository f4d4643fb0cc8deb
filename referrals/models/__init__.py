from referrals.models.consent import Consent, Disclosure, Records
from referrals.models.gap import Gap
from referrals.models.link import LinkCode, LinkVisit, PartnerLink
from referrals.models.referral import Referral, ReferralEvent
from referrals.models.request import RecordRequest
from referrals.models.rights import ConsentPaper, DisclosureGround, ParentStatement, SchoolRefusal

__all__ = [
    "Consent",
    "ConsentPaper",
    "Disclosure",
    "DisclosureGround",
    "Gap",
    "LinkCode",
    "LinkVisit",
    "ParentStatement",
    "PartnerLink",
    "RecordRequest",
    "Records",
    "Referral",
    "ReferralEvent",
    "SchoolRefusal",
]
