"""When each worker and supervisor should sit down again: the last session and the clock, never a stored day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Min, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from agency.access import Role
from agency.models import RoleGrant, User
from agency.templatetags.look import day
from supervision.models import Session

CLOCK = "supervision"


@dataclass(frozen=True)
class Rhythm:
    """One worker: the last session that took place, the next that is planned, the day by which one is due."""

    worker: User
    last_on: date | None
    planned: Session | None
    due_on: date | None

    def is_late(self, on):
        return self.due_on is not None and self.due_on < on


def rhythms(workers, clocks, *, planned_by=None):
    """A `Rhythm` for each of `workers` (a queryset), in their order: two statements. `planned_by` narrows to one pair.

    Whoever has had none yet is counted from the first day as a worker.
    """
    sessions = Session.objects.filter(worker=OuterRef("pk"))
    began = RoleGrant.objects.filter(user=OuterRef("pk"), role=Role.WORKER).order_by().values("user")
    rows = workers.annotate(
        last_on=Subquery(sessions.held().order_by("-held_on").values("held_on")[:1]),
        began_on=Subquery(began.annotate(first=Min("starts_on")).values("first")),
    )
    rows = list(rows)
    planned = Session.objects.planned().filter(worker__in=rows).order_by("-planned_on", "-pk")
    if planned_by is not None:
        planned = planned.filter(supervisor=planned_by)
    next_of = {session.worker_id: session for session in planned}  # the earliest is written last
    return [_rhythm(worker, next_of.get(worker.pk), clocks) for worker in rows]


def _rhythm(worker, planned, clocks):
    start = worker.last_on or worker.began_on
    due_on = clocks.due_on(CLOCK, start) if start else None
    return Rhythm(worker, worker.last_on, planned, due_on)


def said(rhythm):
    """“Last time Oct 22.”, or that there was none yet."""
    if rhythm.last_on:
        return _("Last time: %(day)s.") % {"day": day(rhythm.last_on)}
    return _("You have not sat down together yet.")


def chip(rhythm, on):
    """Tone, icon and words: the day that is planned, else the day by which one is due."""
    if rhythm.planned:
        tone = "attention" if rhythm.planned.planned_on < on else "info"
        return {"tone": tone, "icon": "calendar", "when": day(rhythm.planned.planned_on)}
    if rhythm.due_on is None:
        return {}
    tone = "attention" if rhythm.is_late(on) else "accent"
    return {"tone": tone, "icon": "clock", "when": _("Due %(day)s") % {"day": day(rhythm.due_on)}}


def earliest_first(found):
    """Whoever waits longest stands first; a planned day settles the waiting."""
    far = date.max
    return sorted(found, key=lambda one: (one.planned is not None, one.due_on or far, str(one.worker)))


def between_the_two(session):
    """The sessions of the same two people, newest first."""
    same = Q(worker=session.worker_id, supervisor=session.supervisor_id)
    return Session.objects.filter(same).order_by(F("held_on").desc(nulls_last=True), "-planned_on", "-pk")
