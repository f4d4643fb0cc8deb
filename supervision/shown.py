"""Sessions, decisions and workers as the rows that pages show."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.templatetags.look import clock, day
from families.models import Family
from supervision import rhythm
from supervision.models import Decision, Session
from supervision.states import SessionState

WISHES, LOOKED_AT = 8, 60
MORE_DECISIONS = 2  # empty rows about the work itself
TONES = {
    SessionState.PLANNED: ("info", "calendar"),
    SessionState.HELD: ("success", "check-circle"),
    SessionState.SIGNED: ("success", "pen"),
    SessionState.MISSED: ("", "clock"),
    SessionState.MOVED: ("", "calendar"),
}


def of_worker(one, on):
    """A worker, when the two last met, when they should meet again, and the one act."""
    plan = reverse("supervision:session-plan", args=[one.worker.pk])
    row = {"dot": "message", "who": str(one.worker), "url": plan, "what": rhythm.said(one)}
    row |= rhythm.chip(one, on)
    if one.planned:
        return row | {"act": _("Prepare"), "act_url": one.planned.get_absolute_url()}
    return row | {"act": _("Plan a day"), "act_url": plan}


def of_session(session, user, on):
    """One session in a list: the day, how it stands, how long it was."""
    tone, icon = TONES[session.state]
    if session.is_planned and session.planned_on < on:
        tone = "attention"
    when = day(session.held_on or session.planned_on)
    return {
        "dot": "message",
        "who": f"{when} {clock(session.begins_at)}".strip() if session.is_planned else when,
        "url": session.get_absolute_url(),
        "what": _what(session, user),
        "tone": tone or "info",
        "icon": icon,
        "when": capfirst(session.get_state_display()),
        "act": _("Prepare") if session.is_planned and session.planned_on >= on else _("Open it"),
        "act_url": session.get_absolute_url(),
    }


def _what(session, user):
    said = [_("With %(name)s.") % {"name": session.other(user)}]
    if session.minutes:
        said.append(ngettext("%(n)s minute.", "%(n)s minutes.", session.minutes) % {"n": session.minutes})
    if session.is_planned and session.place:
        said.append(session.place)
    if session.why:
        said.append(session.why)
    return " ".join(said)


def wishes(user, worker=None):
    """What would help to learn, as the sessions of this person say it: the newest first, each of a worker's once."""
    said = Session.objects.visible_to(user).held().exclude(training="")
    said = said.filter(worker=worker) if worker else said
    found = {}
    for one in said.select_related("worker").order_by("-held_on", "-pk")[:LOOKED_AT]:
        found.setdefault((one.worker_id, one.training.strip().casefold()), one)
    return list(found.values())[:WISHES]


@dataclass
class ToKeep:
    """One decision on the form of a session, beside the topic it belongs to."""

    prefix: str
    decision: Decision
    family: Family | None = None
    topic_id: int | None = None
    form: object = None

    @property
    def is_new(self):
        return self.decision.pk is None


def decisions_to_keep(topics, there):
    """The decisions there are, and empty rows: one for each topic, two about the work itself."""
    topic_of = {topic.family_id: topic.pk for topic in topics if topic.family_id}
    rows = [ToKeep(f"d{one.pk}", one, one.family, topic_of.get(one.family_id)) for one in there]
    rows += [ToKeep(f"t{one.pk}", Decision(family=one.family), one.family, one.pk) for one in topics]
    rows += [ToKeep(f"g{number}", Decision()) for number in range(1, MORE_DECISIONS + 1)]
    return rows


def coverage_table(rows):
    """What components/_table.html wants; who had fewer sessions than due is said in a word."""
    columns = [{"label": _("Worker")}]
    columns += [{"label": label, "n": True} for label in (_("Held"), _("Due"), _("Did not take place"), _("Moved"))]
    columns += [{"label": _("Last session")}, {"label": _("Next")}]
    return {"columns": columns, "rows": [_covered(row) for row in rows]}


def _covered(row):
    tone = "attention" if row.is_short else ""
    counts = [("held", _("Held")), ("due", _("Due")), ("missed", _("Did not take place")), ("moved", _("Moved"))]
    cells = [{"value": getattr(row, name), "n": True, "label": label} for name, label in counts]
    cells[0]["tone"] = tone
    cells.append({"value": day(row.rhythm.last_on) or _("None yet"), "label": _("Last session")})
    planned = day(row.rhythm.planned.planned_on) if row.rhythm.planned else _("No day planned")
    cells.append({"value": planned, "label": _("Next"), "soft": not row.rhythm.planned})
    return {"head": str(row.worker), "note": ", ".join(sorted(row.supervisors)), "cells": cells}
