"""Everything that is due for some families, from every room: My day, the family page and the caseloads ask here."""

from dataclasses import replace
from datetime import timedelta

from agency.due import Clocks
from agency.prepared import ask
from families import due as families_due
from families.models import Snooze
from goals import due as goals_due
from referrals import due as referrals_due
from supervision import due as supervision_due

ROOMS = (families_due, goals_due, referrals_due, supervision_due)
WEEK = timedelta(days=7)
NO_CONTACT = ("check_in", "check_in_latest")
NEXT_STEP = "next_step"
CELEBRATE = "celebrate"
THING = ("family_id", "kind", "about")  # what tells one due thing from the next, here and in Snooze


def everything_due(families, user, clocks=None, aside=None):
    """What waits for somebody in these already visible families, named by key: urgent first, then by day.

    One statement for each kind, however many families. What somebody put aside is there too, and says until when;
    a page that has read that with its families hands it over as `aside`: the day by family, kind and about.
    """
    clocks, families = clocks or Clocks(), list(families)
    found = [item for room in ROOMS for item in room.items(families, user, clocks)]
    found = _with_what_is_put_aside(found, _put_aside(families, clocks.on) if aside is None else aside)
    return sorted(found, key=lambda item: (not item.is_urgent, item.due_on, item.family_name, item.kind))


def _put_aside(families, on):
    return {(row.family_id, row.kind, row.about): row.until_on for row in ask(_aside, families=families, on=on)}


def _aside(families, on):
    rows = Snooze.objects.in_force(on).filter(family__pk__among=families).order_by("pk")
    return rows.values_list(*THING, "until_on", named=True)


def _with_what_is_put_aside(found, aside):
    """Urgent things are never put aside; neither is what there is to be glad about."""
    if not aside:
        return found
    days = ((item, aside.get((item.family_id, item.kind, item.about))) for item in found)
    return [replace(item, back_on=day) if day and may_wait(item) else item for item, day in days]


def may_wait(item):
    """True for what somebody may put aside for some days."""
    return not (item.is_urgent or item.waits_for or item.kind == CELEBRATE)


def is_aside(item):
    return item.back_on is not None


def waits_for(item, whom):
    """Somebody else has the next move: "partner" or "family"."""
    return item.waits_for == whom and item.kind != CELEBRATE


def _is_ours(item):
    return not item.waits_for and item.kind != CELEBRATE and not is_aside(item)


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
