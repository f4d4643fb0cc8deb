"""An activity as its pages show it: a row of the list, its facts and figures, the ticks of who came."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from families import attending


def columns():
    return [
        {"label": _("Activity")},
        {"label": _("Day")},
        {"label": _("Where")},
        {"label": _("Families"), "n": True},
        {"label": _("Adults"), "n": True},
        {"label": _("In-kind hours"), "n": True},
        {"label": _("Now")},
    ]


def row(activity, counted):
    return {
        "head": activity.title,
        "note": capfirst(activity.get_kind_display()),
        "url": activity.get_absolute_url(),
        "cells": [
            {"value": date_format(activity.held_on), "label": _("Day")},
            {"value": where(activity), "label": _("Where"), "soft": True},
            {"value": counted["families"], "label": _("Families"), "n": True},
            {"value": counted["adults"], "label": _("Adults"), "n": True},
            {"value": hours(counted["minutes"]), "label": _("In-kind hours"), "n": True},
            state(activity) | {"label": _("Now")},
        ],
    }


def state(activity):
    if activity.is_posted:
        return {"chip": _("Posted"), "tone": "success", "icon": "check-circle"}
    if activity.undone_at:
        return {"chip": _("Undone"), "tone": "info", "icon": "back"}
    if activity.held_on < timezone.localdate():
        return {"chip": _("Not posted yet"), "tone": "attention", "icon": "clock"}
    return {"chip": _("Being prepared"), "tone": "", "icon": "pen"}


def where(activity):
    return str(activity.center or activity.program or _("Whole agency"))


def hours(minutes):
    """Minutes as hours with at most one place behind the point."""
    hours = (minutes or 0) / 60
    return f"{hours:.1f}".removesuffix(".0")


def figures(counted):
    return [
        {"number": counted["families"], "label": _("Families"), "note": _("counted once")},
        {"number": counted["adults"], "label": _("Adults"), "note": _("who came")},
        {"number": counted["fathers"], "label": _("Fathers"), "note": _("and father figures")},
        {"number": hours(counted["minutes"]), "label": _("In-kind hours"), "note": _("time families gave")},
    ]


def facts(activity):
    said = [
        (_("What it is"), capfirst(activity.get_kind_display())),
        (_("Day"), date_format(activity.held_on)),
        (_("Where"), where(activity)),
        (_("Minutes"), activity.minutes),
        (_("In-kind minutes for each adult"), activity.in_kind_minutes),
        (_("Kind of help"), activity.category or _("No help of its own")),
        (_("For fathers it counts as"), capfirst(activity.get_father_item_display())),
        (_("In each family’s story"), activity.line),
        (_("Prepared by"), activity.added_by),
    ]
    return [{"label": label, "value": str(value)} for label, value in said if value]


def ticks(family, adults, may_tick, tick, activity):
    """One family of the list as the page ticks it; `tick` may suggest who came, and nothing is kept by that."""
    return {
        "family": family,
        "may_tick": may_tick,
        "came": any(row.is_present for row in adults),
        "adults": [
            {
                "pk": row.pk,
                "name": row.member.first_name,
                "who": "" if row.member.relationship == "unknown" else row.member.get_relationship_display(),
                "came": row.is_present or _suggested(row, adults, tick, activity),
                "is_father": row.is_father_figure,
                "may_be_father": attending.may_be_father(row),
                "minutes": row.in_kind_minutes,
            }
            for row in adults
        ],
    }


def _suggested(row, adults, tick, activity):
    if activity.is_posted or tick not in ("main", "all"):
        return False
    return tick == "all" or row is adults[0]
