from referrals.models.consent import Consent, Disclosure
from referrals.models.referral import Referral, ReferralEvent

__all__ = ["Consent", "Disclosure", "Referral", "ReferralEvent"]
