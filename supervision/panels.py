"""This room's pieces of other rooms' pages, each in a fixed number of queries."""

from datetime import timedelta

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.templatetags.look import clock, day, on
from families.models import ChildWelfareInvolvement, Family
from supervision.models import CaseFlag, Consultation, Decision, Session
from supervision.states import FlagState

ON_THE_PAGE = 4  # decisions a family's page shows
ON_MY_DAY = 8
AHEAD = timedelta(days=7)


# ---- a family's page ----------------------------------------------------------------------------------------------
def of_family(family, user, may):
    """What was decided, which flags wait, the way to the consultations; None for who may know nothing of it."""
    if Permission.ASSESSMENT_VIEW not in may:
        return None
    piece = {
        "decisions": decisions(family, user)[:ON_THE_PAGE],
        "flags": _flags(family, user) if Permission.FLAG_VIEW in may else [],
        "raise_url": _url("flag-add", family) if Permission.FLAG_RAISE in may else "",
        "consultations_url": _url("consultations", family) if _is_consulted_about(family, user, may) else "",
    }
    return piece | {"may_tick": Permission.ASSESSMENT_EDIT in may} if any(piece.values()) else None


def _url(name, family):
    return reverse(f"supervision:{name}", args=[family.pk])


def decisions(family, user):
    """What sessions decided about this family, with who does it: what is still open first, then the newest."""
    found = Decision.objects.visible_to(user).filter(family=family, session__held_on__isnull=False)
    rests = ExpressionWrapper(Q(owner=None) | Q(done_on__isnull=False), BooleanField())
    found = found.annotate(rests=rests).select_related("owner", "session")
    return found.order_by("rests", F("due_on").asc(nulls_last=True), "-pk")


def _flags(family, user):
    flags = CaseFlag.objects.visible_to(user).filter(family=family).open().select_related("raised_by")
    return [_flag(flag) for flag in flags.order_by("said_at", "pk")]


def every_flag(family, user):
    """Every flag there was on this record, the newest first."""
    flags = CaseFlag.objects.visible_to(user).filter(family=family).select_related("raised_by")
    return [_flag(flag) for flag in flags]


def _flag(flag):
    said = {"who": flag.raised_by, "day": on(flag.raised_at), "state": capfirst(flag.get_state_display())}
    return {
        "dot": "alert",
        "dot_tone": "attention" if flag.state == FlagState.RAISED else "info",
        "who": capfirst(flag.get_reason_display()),
        "url": flag.get_absolute_url(),
        "what": _("%(who)s, %(day)s. %(state)s.") % said,
    }


def _is_consulted_about(family, user, may):
    """Child welfare is involved, or somebody thought along once. Managers find the way with the restricted facts."""
    if Permission.CONSULTATION_EDIT not in may:
        return False
    here = {"family": OuterRef("pk")}
    involved = ChildWelfareInvolvement.objects.visible_to(user).filter(**here).in_force()
    consulted = Consultation.objects.visible_to(user).filter(**here)
    return Family.objects.filter(Exists(involved) | Exists(consulted), pk=family.pk).exists()


# ---- My day -------------------------------------------------------------------------------------------------------
def my_day(user, own, clocks):
    """Rows about supervision itself: sessions to come, and what waits for this person outside `own` families.

    What is due in a person's own families stands there already (supervision.due).
    """
    if not user.may(Permission.SUPERVISION_VIEW):
        return []
    rows = [*_sessions(user, clocks.on), *_answered(user), *_taken_on(user, own, clocks.on)]
    return rows[:ON_MY_DAY]


def _sessions(user, today):
    near = Session.objects.visible_to(user).planned().filter(planned_on__lte=today + AHEAD)
    for session in near.select_related("worker", "supervisor").order_by("planned_on", "begins_at", "pk"):
        is_past = session.planned_on < today
        when = f"{day(session.planned_on)} {clock(session.begins_at)}".strip()
        yield {
            "dot": "message",
            "who": _("Supervision with %(name)s") % {"name": session.other(user)},
            "url": session.get_absolute_url(),
            "what": _("Write down how it went, or plan another day.") if is_past else session.place,
            "tone": "attention" if is_past else "info",
            "icon": "calendar",
            "when": when,
            "act": _("Open it") if is_past else _("Prepare"),
            "act_url": session.get_absolute_url(),
        }


def _answered(user):
    """Flags this person raised that a colleague has answered."""
    flags = CaseFlag.objects.visible_to(user).filter(raised_by=user, state=FlagState.ANSWERED)
    for flag in flags.select_related("family").order_by("said_at", "pk")[:ON_MY_DAY]:
        yield {
            "family": flag.family,
            "who": str(flag.family),
            "url": flag.family.get_absolute_url(),
            "what": _("Your flag was answered: %(reason)s.") % {"reason": flag.get_reason_display()},
            "tone": "info",
            "icon": "message",
            "when": day(flag.said_at),
            "act": _("Read it"),
            "act_url": flag.get_absolute_url(),
        }


def _taken_on(user, own, today):
    """What this person took on in a session, about the work itself or about a family they do not serve."""
    decisions = Decision.objects.visible_to(user).open().filter(owner=user).exclude(family__in=own)
    decisions = decisions.filter(due_on__lte=today + AHEAD).select_related("family", "session")
    for decision in decisions.order_by("due_on", "pk")[:ON_MY_DAY]:
        is_late = decision.due_on < today
        yield {
            "family": decision.family,
            "dot": "message",
            "who": str(decision.family) if decision.family else _("From supervision"),
            "url": decision.get_absolute_url(),
            "what": decision.what,
            "tone": "attention" if is_late else "info",
            "icon": "clock" if is_late else "calendar",
            "when": day(decision.due_on),
            "act": _("It is done"),
            "act_url": reverse("supervision:decision-done", args=[decision.pk]),
            "act_post": True,
        }


def families_shown(rows):
    """Primary keys of the families these rows name."""
    return {row["family"].pk for row in rows if row.get("family")}
