"""This room's pieces of other rooms' pages, each in a fixed number of queries."""

from collections import Counter, defaultdict
from datetime import timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.models import User
from agency.prepared import ask
from agency.templatetags.look import clock, day, on
from families.models import ChildWelfareInvolvement
from supervision.models import CaseFlag, Consultation, Decision, Session
from supervision.states import FlagState

ON_THE_PAGE = 4  # decisions a family's page shows
ON_MY_DAY = 8
AHEAD = timedelta(days=7)


# ---- a family's page ----------------------------------------------------------------------------------------------
def beside(families, user):
    """These families, each with what `of_family` shows of it: read with the family itself, no statement of its own."""
    here = {"family": OuterRef("pk")}
    flags = CaseFlag.objects.visible_to(user).filter(**here).open().order_by("said_at", "pk")
    return families.annotate(
        s_decisions=ArraySubquery(
            _in_order(Decision.objects.visible_to(user).filter(**here)).values(
                row=JSONObject(
                    **{name: name for name in DECISION}, first="owner__first_name", next="passed_to__first_name"
                )
            )[:ON_THE_PAGE]
        ),
        s_flags=ArraySubquery(
            flags.values(
                row=JSONObject(
                    **{name: name for name in FLAG}, first="raised_by__first_name", last="raised_by__last_name"
                )
            )
        ),
        s_is_consulted_about=_is_consulted_about(user, here),
    )


DECISION = ("id", "what", "owner_id", "passed_to_id", "due_on", "done_on")
FLAG = ("id", "reason", "state", "raised_at")


def _is_consulted_about(user, here):
    """Child welfare is involved, or somebody thought along once. Managers find the way with the restricted facts."""
    involved = ChildWelfareInvolvement.objects.visible_to(user, Permission.CONSULTATION_EDIT).filter(**here).in_force()
    consulted = Consultation.objects.visible_to(user, Permission.CONSULTATION_EDIT).filter(**here)
    return ExpressionWrapper(Exists(involved) | Exists(consulted), BooleanField())


def of_family(family, may):
    """What was decided, which flags wait, the way to the consultations; None for who may know nothing of it.

    `family` was read through `beside`.
    """
    piece = {
        "decisions": [_decision(row) for row in family.s_decisions or []],
        "flags": [flag_row(_flag(row)) for row in family.s_flags or []],
        "raise_url": _url("flag-add", family) if Permission.FLAG_RAISE in may else "",
        "consultations_url": _url("consultations", family) if family.s_is_consulted_about else "",
    }
    return piece | {"may_tick": Permission.ASSESSMENT_EDIT in may} if any(piece.values()) else None


def _url(name, family):
    return reverse(f"supervision:{name}", args=[family.pk])


def _decision(row):
    first, following = row.pop("first"), row.pop("next")
    row |= {name: row[name] and parse_date(row[name]) for name in ("due_on", "done_on")}
    decision = Decision(**row)
    decision.owner = User(pk=row["owner_id"], first_name=first) if row["owner_id"] else None
    decision.passed_to = User(pk=row["passed_to_id"], first_name=following) if row["passed_to_id"] else None
    return decision


def _flag(row):
    raised_by = User(first_name=row.pop("first"), last_name=row.pop("last"))
    return CaseFlag(**row | {"raised_at": parse_datetime(row["raised_at"])}, raised_by=raised_by)


def flag_row(flag):
    """A flag as components/_due_row.html wants it."""
    said = {"who": flag.raised_by, "day": on(flag.raised_at), "state": capfirst(flag.get_state_display())}
    return {
        "dot": "alert",
        "dot_tone": "attention" if flag.state == FlagState.RAISED else "info",
        "who": capfirst(flag.get_reason_display()),
        "url": flag.get_absolute_url(),
        "what": _("%(who)s, %(day)s. %(state)s.") % said,
    }


def decisions(family, user):
    """Everything sessions decided about this family, with who does it: what is still open first, then the newest."""
    found = Decision.objects.visible_to(user).filter(family=family)
    return _in_order(found).select_related("owner", "passed_to", "session")


def _in_order(found):
    rests = ExpressionWrapper(Q(owner=None) | Q(done_on__isnull=False), BooleanField())
    found = found.filter(session__held_on__isnull=False).annotate(rests=rests)
    return found.order_by("rests", F("due_on").asc(nulls_last=True), "-pk")


def every_flag(family, user):
    """Every flag there was on this record, the newest first."""
    flags = CaseFlag.objects.visible_to(user).filter(family=family).select_related("raised_by")
    return [flag_row(flag) for flag in flags]


# ---- My day -------------------------------------------------------------------------------------------------------
def my_day(user, own, clocks):
    """Rows about supervision itself: sessions to come, and what waits for this person outside `own` families.

    What is due in a person's own families stands there already (supervision.due).
    """
    if not user.may(Permission.SUPERVISION_VIEW):
        return []
    here = next(iter(ask(_is_there, user, on=clocks.on)))
    rows = list(_sessions(user, clocks.on)) if here.planned else []
    rows += _answered(user) if here.answered else []
    rows += _taken_on(user, own, clocks.on) if here.taken_on else []
    return rows[:ON_MY_DAY]


def _is_there(user, on):
    """Whether there is anything of each kind: with most people there is not, on most days."""
    near = on + AHEAD
    answered = CaseFlag.objects.filter(state=FlagState.ANSWERED, raised_by=user.pk)
    taken_on = Decision.objects.to_do_for(user).filter(due_on__lte=near)
    kinds = {
        "planned": Exists(Session.objects.visible_to(user).planned().filter(planned_on__lte=near)),
        "answered": Exists(answered),
        "taken_on": Exists(taken_on),
    }
    return User.objects.filter(pk=user.pk).order_by().annotate(**kinds).values_list(*kinds, named=True)


class HowMany:
    """How many rows `my_day` has for each of many people, from three statements instead of three for each.

    Of who opens only what they serve it is known without asking what they may see: the families they serve, and what
    was said between two of whom they are one. Of others it is only known whether there may be anything at all.
    """

    def __init__(self, clocks):
        near = clocks.on + AHEAD
        planned = Session.objects.planned().filter(planned_on__lte=near).order_by()
        self._sessions = Counter(pk for pair in planned.values_list("worker", "supervisor") for pk in pair)
        self._answered, self._taken_on = defaultdict(list), defaultdict(list)
        flags = CaseFlag.objects.filter(state=FlagState.ANSWERED).order_by()
        for who, family in flags.values_list("raised_by", "family"):
            self._answered[who].append(family)
        decisions = Decision.objects.open().filter(due_on__lte=near).order_by()
        columns = (Coalesce("passed_to", "owner"), "family", "session__worker", "session__supervisor")
        for who, family, *two in decisions.values_list(*columns):
            self._taken_on[who].append((family, who in two))

    def concerns(self, user):
        return user.pk in self._sessions or user.pk in self._answered or user.pk in self._taken_on

    def of_who_serves(self, user, own):
        """For somebody who opens only the families they serve, `own`."""
        if not (self.concerns(user) and user.may(Permission.SUPERVISION_VIEW)):
            return 0
        flags = sum(family in own for family in self._answered.get(user.pk, ()))
        taken_on = sum(family is None and is_between for family, is_between in self._taken_on.get(user.pk, ()))
        return min(ON_MY_DAY, self._sessions[user.pk] + flags + taken_on)


def _sessions(user, today):
    for session in ask(_near_sessions, user, on=today):
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


def _near_sessions(user, on):
    near = Session.objects.visible_to(user).planned().filter(planned_on__lte=on + AHEAD)
    return near.select_related("worker", "supervisor").order_by("planned_on", "begins_at", "pk")


def _answered(user):
    """Flags this person raised that a colleague has answered."""
    for flag in ask(_answered_flags, user):
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


def _answered_flags(user):
    flags = CaseFlag.objects.visible_to(user).filter(raised_by=user.pk, state=FlagState.ANSWERED)
    return flags.select_related("family").order_by("said_at", "pk")[:ON_MY_DAY]


def _taken_on(user, own, today):
    """What this person took on in a session, about the work itself or about a family they do not serve."""
    for decision in ask(_own_decisions, user, own=list(own), on=today):
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


def _own_decisions(user, own, on):
    decisions = Decision.objects.visible_to(user).to_do_for(user).exclude(family__pk__among=own)
    decisions = decisions.filter(due_on__lte=on + AHEAD).select_related("family", "session")
    return decisions.order_by("due_on", "pk")[:ON_MY_DAY]


def families_shown(rows):
    """Primary keys of the families these rows name."""
    return {row["family"].pk for row in rows if row.get("family")}
