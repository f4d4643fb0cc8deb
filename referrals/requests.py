"""Requests about the record as people read them: by when, what next, whose records are held meanwhile."""

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.days import written
from agency.due import Clocks
from referrals.models import RecordRequest
from referrals.request_states import Kind, RequestState

CLOCK = "record_request"
S = RequestState


def held(families):
    """Those of these families, named by key, of whose record nothing may be destroyed. One statement."""
    return set(RecordRequest.objects.open().filter(family__in=families).values_list("family", flat=True))


def answer_by(request, clocks=None):
    """The last day for our answer, or of the hearing; None for one that waits no more."""
    if not request.is_open:
        return None
    if request.state == S.HEARING and request.hearing_on:
        return request.hearing_on
    start = request.hearing_asked_on if request.state == S.HEARING else request.asked_on
    clocks = clocks or Clocks()
    return clocks.due_on(CLOCK, start, request.family.center.program_id)


def row_of(request, clocks):
    """One line of the family's list."""
    last = answer_by(request, clocks)
    return {
        "asked": request,
        "last": last,
        "is_late": bool(last and last < timezone.localdate()),
        "tone": TONES[request.state],
    }


TONES = {
    S.ASKED: ("attention", "clock"),
    S.GIVEN: ("success", "check-circle"),
    S.AMENDED: ("success", "check-circle"),
    S.REFUSED: ("info", "lock"),
    S.HEARING: ("attention", "message"),
    S.HELD: ("info", "shield"),
    S.STATED: ("info", "pen"),
    S.WITHDRAWN: ("", "back"),
}


def main_step(request):
    """The name of the step most likely next; "" where none stands out."""
    today = timezone.localdate()
    if request.state == S.ASKED:
        return "amend" if request.kind == Kind.AMEND else "give"
    if request.state == S.HEARING and (request.hearing_on is None or request.hearing_on > today):
        return "" if request.hearing_on else "set_hearing"
    return {S.HELD: "state"}.get(request.state, "")


def may_hear(request):
    """True when a refusal leaves the parent the right to a hearing: about something to be put right."""
    return request.kind == Kind.AMEND


def facts(request):
    """What is known, as (label, value), in the order in which it happened."""
    said = [
        (_("Asked by"), request.asker),
        (_("Asked on"), written(request.asked_on)),
        (_("How"), request.get_how_display()),
        (_("About"), request.child.get_full_name() if request.child else _("the whole family")),
        (_("Which part"), request.what or _("the whole record")),
        (_("What is wrong with it"), request.why),
        (_("Answered on"), written(request.answered_on)),
        (_("Answered by"), str(request.answered_by or "")),
        (_("Our answer"), request.answer),
        *_of_the_hearing(request),
    ]
    return [{"label": label, "value": capfirst(value)} for label, value in said if value]


def _of_the_hearing(request):
    day = ", ".join(part for part in (written(request.hearing_on), request.hearing_where) if part)
    fair = _("no direct interest in how it ends") if request.hearing_is_fair else ""
    return [
        (_("Hearing asked for on"), written(request.hearing_asked_on)),
        (_("Hearing"), day),
        (_("Told of it on"), written(request.hearing_told_on)),
        (_("Held by"), ", ".join(part for part in (request.hearing_by, fair) if part)),
        (_("What it found"), request.finding),
        (_("Decided on"), written(request.decided_on)),
    ]
