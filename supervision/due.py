"""What is due in this room, computed from dates and clocks: one statement for each kind, however many families."""

from datetime import timedelta

from django.db.models import F, Max, OuterRef, Subquery
from django.urls import reverse_lazy as reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.due import Due
from families.models import ChildWelfareInvolvement
from supervision.models import CaseFlag, Consultation, Decision
from supervision.states import FlagState

AHEAD = timedelta(days=7)
ACTION, FLAG, CONSULTATION = "supervision_action", "flag_answer", "child_welfare_consultation"


def items(families, user, clocks):
    """Everything this room waits for in these (visible) families, named by key. Each source is one SQL statement."""
    sources = [_taken_on] if user.may(Permission.ASSESSMENT_VIEW) else []
    sources += [_flags] if user.may(Permission.FLAG_VIEW) else []
    sources += [_consultations] if user.may(Permission.CONSULTATION_EDIT) else []
    return [item for source in sources for item in source(families, user, clocks)]


def _taken_on(families, user, clocks):
    """What somebody took on in a session about one of these families, near its day or past it."""
    decisions = Decision.objects.visible_to(user).open()
    decisions = decisions.filter(family__pk__among=families, due_on__lte=clocks.on + AHEAD).order_by("due_on", "pk")
    named = {"family_name": F("family__name"), "first": F("owner__first_name")}
    columns = ("pk", "family_id", "family_name", "what", "due_on", "owner_id", "first")
    act = _("Open it")
    for row in decisions.annotate(**named).values_list(*columns, named=True):
        is_own = row.owner_id == user.pk
        what = row.what if is_own else _("%(who)s: %(what)s") % {"who": row.first, "what": row.what}
        waits_for = "" if is_own or user.may(Permission.SUPERVISION_HOLD) else "partner"
        url = reverse("supervision:decision", args=[row.pk])
        yield Due(
            row.family_id, row.family_name, ACTION, what, row.due_on, act, url, icon="message", waits_for=waits_for
        )


def _flags(families, user, clocks):
    """Flags that wait for an answer; what the flag says stands on its own page."""
    flags = CaseFlag.objects.visible_to(user).filter(family__pk__among=families, state=FlagState.RAISED)
    named = {"family_name": F("family__name"), "first": F("raised_by__first_name")}
    columns = ("pk", "family_id", "family_name", "reason", "said_at", "first")
    act = _("Answer")
    for row in flags.annotate(**named).order_by("said_at", "pk").values_list(*columns, named=True):
        raised_on = timezone.localdate(row.said_at)
        due_on = clocks.due_on(FLAG, raised_on) or raised_on
        reason = CaseFlag.Reason(row.reason).label
        what = _("%(who)s points at something: %(reason)s.") % {"who": row.first, "reason": reason}
        url = reverse("supervision:flag", args=[row.pk])
        yield Due(row.family_id, row.family_name, FLAG, what, due_on, act, url, icon="alert")


def _consultations(families, user, clocks):
    """Families with which child welfare is involved today, and nobody thought along for as long as the clock says."""
    if clocks.rule(CONSULTATION) is None:
        return
    what, act = _("Somebody should think along with you about this family."), _("Write it down")
    for row in without_consultation(user, clocks.on).filter(family__pk__among=families):
        due_on = clocks.due_on(CONSULTATION, row["last_on"] or row["since"])
        if clocks.shows(CONSULTATION, due_on):
            url = reverse("supervision:consultation-add", args=[row["family_id"]])
            yield Due(row["family_id"], row["family_name"], CONSULTATION, what, due_on, act, url, icon="lock")


def without_consultation(user, on):
    """Each family in which child welfare is involved, with the first day of it and the last consultation since."""
    involved = ChildWelfareInvolvement.objects.visible_to(user, Permission.CONSULTATION_EDIT).in_force(on).order_by()
    since = Consultation.objects.filter(family=OuterRef("family"), held_on__lte=on).order_by("-held_on")
    return involved.values("family_id", family_name=F("family__name")).annotate(
        since=Max("began_on"), last_on=Subquery(since.values("held_on")[:1])
    )
