from referrals.models.consent import Consent, Disclosure, Records
from referrals.models.referral import Referral, ReferralEvent

__all__ = ["Consent", "Disclosure", "Records", "Referral", "ReferralEvent"]
