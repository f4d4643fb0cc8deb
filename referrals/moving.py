"""What of this room goes along when a family becomes two: a referral follows its need. Consents stay."""

from django.db.models import F

from referrals.models import Referral


def choices(family, user):
    """Nothing is chosen here."""
    return []


def follow(ledger, *, family, new, chosen):
    theirs = Referral.objects.filter(family=family, need__family=new)
    ledger.move(theirs, family=new)
    across = Referral.objects.filter(family__in=[family, new], goal__isnull=False).exclude(goal__family=F("family"))
    ledger.move(across, goal=None)
