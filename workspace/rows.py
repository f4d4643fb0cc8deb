"""Due things as the rows of components/_due_row.html."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.templatetags.look import day
from agency.templatetags.look import on as day_of


@dataclass(frozen=True)
class Tile:
    """As much of a family as its patch needs."""

    pk: int


# What the rooms' own kinds are called; a kind that is a clock is called as the agency calls the clock.
KINDS = {
    "next_step": gettext_lazy("Next step"),
    "goal_step": gettext_lazy("A step of a goal"),
    "goal_rests": gettext_lazy("A goal that rests"),
    "team_action": gettext_lazy("Taken on at a team meeting"),
    "team_meeting": gettext_lazy("Team meeting"),
    "review_agreed": gettext_lazy("Review, as agreed"),
    "reoffer": gettext_lazy("Agreement, offer again"),
    "referral_draft": gettext_lazy("Referral, not sent yet"),
    "referral_two_answers": gettext_lazy("Referral, two answers"),
    "referral_close": gettext_lazy("Referral, close the loop"),
    "referral_appointment": gettext_lazy("Appointment with a partner"),
    "waiting_partner": gettext_lazy("Waiting on a partner"),
    "waiting_family": gettext_lazy("Waiting for the family"),
    "no_main_worker": gettext_lazy("Main worker"),
    "supervision_action": gettext_lazy("From supervision"),
}


def family_of(item):
    return _("%(name)s family") % {"name": item.family_name}


def of_day(item, on, worker=None, doing=None):
    """A row of My day: the family, what waits, when, the one act; for a supervisor, whose family it is.

    `doing` (the end of an address) opens what can be done about it where it stands.
    """
    row = _when(item, on) | {
        "id": f"due-{item.family_id}-{item.kind}-{item.about}",
        "who": family_of(item),
        "url": f"{_families()}{item.family_id}/",
        "family": Tile(item.family_id),
        "what": f"{_ended(item.what)} {_('With %(name)s.') % {'name': worker}}" if worker else item.what,
        "urgent": item.is_urgent,
        "act": item.act,
        "act_url": item.url,
    }
    if doing is not None:
        row["do_label"] = _("Do it here, or put it aside")
        row["do_url"] = f"{_things()}{item.family_id}/{item.kind}/{item.about}{doing}"
    return row


# Hundreds of rows lead to pages of two kinds; the beginning of their addresses is looked up once.
@cache
def _families():
    return reverse("workspace:family", args=[0]).removesuffix("0/")


@cache
def _things():
    return reverse("workspace:thing", args=[0, "kind", 0]).removesuffix("0/kind/0")


def _ended(sentence):
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def of_family(item, clocks):
    """A row of one family's page: what waits, when, the one act. The name stands above the page."""
    when, kind = _when(item, clocks.on), title(item, clocks)
    return when | {
        "who": kind or item.what,
        "what": item.what if kind else "",
        "url": item.url,
        "dot": item.icon,
        "dot_tone": when["tone"],
        "urgent": item.is_urgent,
        "act": item.act,
        "act_url": item.url,
    }


def title(item, clocks):
    """The kind of thing, as the agency or its room calls it."""
    return title_of(item.kind, clocks)


def title_of(kind, clocks):
    rule = clocks.rule(kind)
    return str(rule) if rule else str(KINDS.get(kind, ""))


def _when(item, on):
    """The chip: one tone, one icon, few words."""
    days = (on - item.due_on).days
    if item.back_on:
        return {"tone": "", "icon": "clock", "when": _("Back %(day)s") % {"day": day_of(item.back_on)}}
    if item.is_urgent:
        return {"tone": "urgent", "icon": "alert", "when": day(item.due_on)}
    if item.waits_for:
        icon = "family" if item.waits_for == "family" else "partner"
        return {"tone": "info", "icon": icon, "when": _ask(item, days)}
    if days > 0:
        over = ngettext("%(n)s day over", "%(n)s days over", days) % {"n": days}
        return {"tone": "attention", "icon": "clock", "when": over}
    if days == 0:
        return {"tone": "info", "icon": "calendar", "when": _("Today")}
    return {"tone": "accent", "icon": item.icon, "when": day(item.due_on)}


def _ask(item, days):
    """When it would be our turn again: nobody has to do anything before."""
    if days > 0:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    return _("Ask %(day)s") % {"day": day_of(item.due_on)}
