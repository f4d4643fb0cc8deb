"""Everything that is due for some families, from every room: My day, the family page and the caseloads ask here."""

from datetime import timedelta

from agency.due import Clocks
from families import due as families_due
from goals import due as goals_due
from referrals import due as referrals_due
from supervision import due as supervision_due

ROOMS = (families_due, goals_due, referrals_due, supervision_due)
WEEK = timedelta(days=7)
NO_CONTACT = ("check_in", "check_in_latest")
NEXT_STEP = "next_step"
CELEBRATE = "celebrate"


def everything_due(families, user, clocks=None):
    """What waits for somebody in these already visible families, named by key: urgent first, then by day.

    One statement for each kind, however many families.
    """
    clocks, families = clocks or Clocks(), list(families)
    found = [item for room in ROOMS for item in room.items(families, user, clocks)]
    return sorted(found, key=lambda item: (not item.is_urgent, item.due_on, item.family_name, item.kind))


def waits_for(item, whom):
    """Somebody else has the next move: "partner" or "family"."""
    return item.waits_for == whom and item.kind != CELEBRATE


def _is_ours(item):
    return not item.waits_for and item.kind != CELEBRATE


def is_overdue(item, on):
    """Past its day, and for us to do. What is urgent stands under today."""
    return item.due_on < on and _is_ours(item) and not item.is_urgent


def is_today(item, on):
    return (item.is_urgent or item.due_on == on) and _is_ours(item)


def is_this_week(item, on):
    """In the seven days after today."""
    return on < item.due_on <= on + WEEK and _is_ours(item) and not item.is_urgent


def is_later(item, on):
    """Further away, and still near enough that its room shows it."""
    return item.due_on > on + WEEK and _is_ours(item) and not item.is_urgent
