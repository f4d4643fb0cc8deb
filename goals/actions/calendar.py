"""The secret address of a person's agenda: made, read, taken back."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from agency import audit
from goals.models import CalendarFeed


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def make(*, by):
    """A new address; the one before stops. Returns the token, which is told once and kept nowhere."""
    revoke(by=by)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(user=by, token_hash=hash_of(token))
    audit.record("calendar_address_made", by=by)
    return token


@transaction.atomic
def revoke(*, by):
    """The address stops at once."""
    if CalendarFeed.objects.open().filter(user=by).update(revoked_at=timezone.now()):
        audit.record("calendar_address_revoked", by=by)


def read(token):
    """Whose agenda a token opens, or None. Remembers that it was read."""
    feed = CalendarFeed.objects.open().filter(token_hash=hash_of(token), user__is_active=True)
    found = feed.select_related("user").first()
    if found:
        CalendarFeed.objects.filter(pk=found.pk).update(last_read_at=timezone.now())
    return found.user if found else None
