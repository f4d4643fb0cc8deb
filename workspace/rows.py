"""Due things as the rows of components/_due_row.html."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.templatetags.look import clock, day


@dataclass(frozen=True)
class Tile:
    """As much of a family as its patch needs."""

    pk: int


def of_day(item, on):
    """A row of My day: the family, what waits, when, the one act."""
    return _when(item, on) | {
        "who": item.family_name,
        "url": reverse("workspace:family", args=[item.family_id]),
        "family": Tile(item.family_id),
        "what": item.what,
        "urgent": item.is_urgent,
        "act": item.act,
        "act_url": item.url,
    }


def of_family(item, on):
    """A row of one family's page: what waits, when, the one act. The name stands above the page."""
    when = _when(item, on)
    return when | {
        "who": item.what,
        "url": item.url,
        "dot": item.icon,
        "dot_tone": when["tone"],
        "urgent": item.is_urgent,
        "act": item.act,
        "act_url": item.url,
    }


def _when(item, on):
    """The chip: one tone, one icon, few words."""
    days = (on - item.due_on).days
    if item.is_urgent:
        return {"tone": "urgent", "icon": "alert", "when": _by(item)}
    if item.waits_for:
        return {"tone": "info", "icon": "partner", "when": _waiting(item, on)}
    if days > 0:
        over = ngettext("%(n)s day over", "%(n)s days over", days) % {"n": days}
        return {"tone": "attention", "icon": "clock", "when": over}
    if days == 0:
        return {"tone": "info", "icon": "calendar", "when": _("Today")}
    return {"tone": "accent", "icon": item.icon, "when": day(item.due_on)}


def _by(item):
    """“By 4:40 pm” when the hour is known, else the day."""
    by_at = item.facts.get("by_at")
    return _("By %(time)s") % {"time": clock(by_at)} if by_at else day(item.due_on)


def _waiting(item, on):
    since = item.facts.get("since") or item.due_on
    days = (on - since).days
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days} if days > 0 else day(since)
