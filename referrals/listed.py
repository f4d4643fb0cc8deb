"""Referrals in lists, as their rows and filters are shown."""

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.templatetags.look import day
from referrals import lists, times
from referrals.pages import chip_of
from referrals.states import ReferralState


def group(group, found, count):
    """One part of one's own list, for components/_due_list.html."""
    return {
        "id": f"g-{group.code}",
        "code": group.code,
        "title": str(group.title),
        "icon": group.icon,
        "count": count,
        "rows": [_mine(one, group) for one in found],
    }


def _mine(referral, group):
    to = f" ({referral.service.partner})" if referral.service else ""
    return {
        "who": str(referral.family),
        "url": referral.family.get_absolute_url(),
        "family": referral.family,
        "what": f"{referral}{to}: {referral.get_state_display()}",
        "when": _when(referral),
        "tone": group.tone,
        "icon": "alert" if referral.is_urgent else "clock",
        "urgent": referral.is_urgent and group.code == "urgent",
        "act": str(group.act),
        "act_url": _where(referral, group),
    }


def _where(referral, group):
    """Where what comes next is done: the family is asked on a form of its own."""
    if group.code not in ("ask", "close"):
        return referral.get_absolute_url()
    back = urlencode({"next": reverse("referrals:mine")})
    return f"{reverse('referrals:family-said', args=[referral.pk])}?{back}"


def _when(referral):
    if referral.state == ReferralState.APPOINTMENT and referral.appointment_on:
        return times.appointment(referral)
    since = referral.last_on or referral.sent_on or referral.made_on
    return times.since((timezone.localdate() - since).days)


def columns():
    words = (_("Family"), _("To"), _("State"), _("In this state"), _("Open since"), _("Main worker"))
    return [{"label": label} for label in words]


def rows(found, workers):
    """Rows of the program's list, for components/_table.html."""
    names = dict(workers)
    return [_row(referral, names) for referral in found]


def _row(referral, names):
    state, today = chip_of(referral.state), timezone.localdate()
    urgent = referral.is_urgent and referral.is_open
    flags = [_("urgent")] if urgent else []
    flags += [_("two answers")] if referral.differs else []
    return {
        "head": str(referral.family),
        "family": referral.family,
        "note": ", ".join([str(referral.need.category), *flags]),
        "url": referral.get_absolute_url(),
        "cells": [
            {"value": _to(referral), "label": _("To")},
            {"chip": capfirst(state["text"]), "tone": state["tone"], "icon": state["icon"], "label": _("State")},
            {"value": times.since((today - referral.since).days), "label": _("In this state"), "soft": True},
            {"value": day(referral.began), "label": _("Open since"), "soft": True},
            {"value": names.get(referral.worker_id, _("Nobody yet")), "label": _("Main worker"), "soft": True},
        ],
    }


def _to(referral):
    return f"{referral}, {referral.service.partner}" if referral.service else str(referral)


def filters(wanted, query):
    """Links for the four wide kinds; the rest of what is asked for stays."""
    kept = query.copy()
    for name in ("kind", "state", "page"):
        kept.pop(name, None)
    found = []
    for code, (label, _condition) in lists.KINDS.items():
        kept["kind"] = code
        found.append(
            {"url": f"?{kept.urlencode()}", "label": label, "current": wanted.kind == code and not wanted.state}
        )
    return found


def _options(choices, chosen):
    """The options of a box, written at once: there may be hundreds of partners, centers and workers."""
    marked = ((code, mark_safe(" selected") if str(code) == str(chosen) else "", words) for code, words in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


def selects(wanted, options):
    """The boxes one narrows by: name, label, their options. A box with one choice is left out."""
    every = [
        ("state", _("State"), _("Any state"), [(state.value, capfirst(state.label)) for state in ReferralState]),
        ("category", _("Kind of need"), _("Any kind"), options["category"]),
        ("partner", _("Partner"), _("Any partner"), options["partner"]),
        ("age", _("How long"), lists.AGES[0][1], lists.AGES[1:]),
        ("center", _("Center"), _("Every center"), options["center"]),
        ("worker", _("Main worker"), _("Everybody"), options["worker"]),
    ]
    return [
        {"name": name, "label": label, "options": _options([("", none), *given], getattr(wanted, name) or "")}
        for name, label, none, given in every
        if len(given) > 1 or getattr(wanted, name)
    ]
