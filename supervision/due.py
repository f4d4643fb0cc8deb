"""What is due in this room, computed from dates and clocks: one statement for all its kinds, however many families."""

from datetime import timedelta

from django.db.models import BigIntegerField, CharField, DateField, F, Max, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.addresses import reverse
from agency.due import Due
from agency.prepared import ask
from families.models import ChildWelfareInvolvement
from supervision.models import CaseFlag, Consultation, Decision
from supervision.states import FlagState

AHEAD = timedelta(days=7)
ACTION, FLAG, CONSULTATION = "supervision_action", "flag_answer", "child_welfare_consultation"


def items(families, user, clocks):
    """Everything this room waits for in these (visible) families, named by key. One SQL statement."""
    if not any(map(user.may, PARTS)):
        return []
    rows = ask(_waiting, user, families=families, on=clocks.on)
    found = (SAYS[row.d_kind](row, user, clocks) for row in rows)
    return [item for item in found if item]


def _waiting(user, families, on):
    parts = [part(families, user, on) for permission, part in PARTS.items() if user.may(permission)]
    return parts[0].union(*parts[1:], all=True).order_by("d_on", "d_key")


def _row(rows, kind, *, key, family, on, what="", who=None, first=None):
    """Rows in the columns that all kinds share."""
    columns = {
        "kind": Value(kind, CharField()),
        "key": key,
        "family": F(family),
        "name": F(f"{family}__name"),
        "on": Cast(on, DateField()),
        "what": Cast(F(what) if what else Value(""), TextField()),
        "who": who or Value(None, BigIntegerField()),
        "first": first or Value("", CharField()),
    }
    columns = {f"d_{name}": column for name, column in columns.items()}
    return rows.order_by().annotate(**columns).values_list(*columns, named=True)


def _taken_on(families, user, on):
    """What somebody took on in a session about one of these families, near its day or past it."""
    decisions = Decision.objects.visible_to(user).open()
    decisions = decisions.filter(family__pk__among=families, due_on__lte=on + AHEAD)
    who, first = Coalesce("passed_to", "owner"), Coalesce("passed_to__first_name", "owner__first_name")
    return _row(decisions, ACTION, key=F("pk"), family="family", on="due_on", what="what", who=who, first=first)


def _flags(families, user, on):
    """Flags that wait for an answer; what the flag says stands on its own page."""
    flags = CaseFlag.objects.visible_to(user).filter(family__pk__among=families, state=FlagState.RAISED)
    said_on = TruncDate("said_at")
    return _row(flags, FLAG, key=F("pk"), family="family", on=said_on, what="reason", first=F("raised_by__first_name"))


def _consultations(families, user, on):
    """Families with which child welfare is involved today, since when, and when somebody thought along last."""
    involved = ChildWelfareInvolvement.objects.visible_to(user, Permission.CONSULTATION_EDIT).in_force(on)
    since = Consultation.objects.filter(family=OuterRef("family"), held_on__lte=on).order_by("-held_on")
    last_on = Subquery(since.values("held_on")[:1])
    of_family = involved.filter(family__pk__among=families).order_by().values("family")
    return _row(of_family, CONSULTATION, key=F("family"), family="family", on=Coalesce(last_on, Max("began_on")))


PARTS = {
    Permission.ASSESSMENT_VIEW: _taken_on,
    Permission.FLAG_VIEW: _flags,
    Permission.CONSULTATION_EDIT: _consultations,
}


def _action(row, user, clocks):
    is_own = row.d_who == user.pk
    what = row.d_what if is_own else _("%(who)s: %(what)s") % {"who": row.d_first, "what": row.d_what}
    waits_for = "" if is_own or user.may(Permission.SUPERVISION_HOLD) else "partner"
    url = reverse("supervision:decision", args=[row.d_key])
    return _due(row, what, row.d_on, _("Open it"), url, icon="message", waits_for=waits_for, whose=row.d_who)


def _flag(row, user, clocks):
    what = _("%(who)s points at something: %(reason)s.")
    what %= {"who": row.d_first, "reason": CaseFlag.Reason(row.d_what).label}
    due_on = clocks.due_on(FLAG, row.d_on) or row.d_on
    return _due(row, what, due_on, _("Answer"), reverse("supervision:flag", args=[row.d_key]), icon="alert")


def _consultation(row, user, clocks):
    due_on = clocks.due_on(CONSULTATION, row.d_on)
    if due_on is None or not clocks.shows(CONSULTATION, due_on):
        return None
    what = _("Somebody should think along with you about this family.")
    url = reverse("supervision:consultation-add", args=[row.d_family])
    return _due(row, what, due_on, _("Write it down"), url, icon="lock")


def _due(row, what, due_on, act, url, **more):
    return Due(row.d_family, row.d_name, row.d_kind, what, due_on, act, url, about=row.d_key, **more)


SAYS = {ACTION: _action, FLAG: _flag, CONSULTATION: _consultation}
