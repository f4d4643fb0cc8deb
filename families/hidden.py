"""A hidden address that was asked for stays open to that person for a few minutes: long enough to correct it."""

import time

LASTS = 10 * 60  # seconds


def open_for(request, family):
    """This person has just been shown what the family keeps hidden."""
    opened = request.session.setdefault("shown_hidden", {})
    opened[str(family.pk)] = int(time.time())
    request.session.modified = True


def is_open(request, family):
    """True for a few minutes after it was shown."""
    opened = request.session.get("shown_hidden", {}).get(str(family.pk), 0)
    return time.time() - opened < LASTS
