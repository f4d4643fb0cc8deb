"""The life of a request about the record: asked, answered, and the hearing of who did not get what they asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.transitions import Move, Moves


class Kind(models.TextChoices):
    """What a parent may ask for (45 CFR 1303.23(a)-(b))."""

    INSPECT = "inspect", _("to look at the record")
    COPY = "copy", _("to have a copy of it")
    AMEND = "amend", _("to have something put right")


class RequestState(models.TextChoices):
    ASKED = "asked", _("asked, not answered yet")
    GIVEN = "given", _("given")
    AMENDED = "amended", _("put right")
    REFUSED = "refused", _("refused")
    HEARING = "hearing", _("hearing asked for")
    HELD = "held", _("hearing held, the record stays")
    STATED = "stated", _("their statement stands beside it")
    WITHDRAWN = "withdrawn", _("they asked for it no more")


S = RequestState
OPEN = (S.ASKED, S.HEARING)  # somebody waits for us; nothing of the record may be destroyed
EDIT = Permission.REFERRAL_EDIT

REQUEST = Moves(
    RequestState,
    Move("give", (S.ASKED,), S.GIVEN, _("They have it"), EDIT, ("answered_on",), "check-circle"),
    Move("amend", (S.ASKED,), S.AMENDED, _("Put right"), EDIT, ("answered_on", "answer"), "check-circle"),
    Move("refuse", (S.ASKED,), S.REFUSED, _("Refuse"), EDIT, ("answered_on", "answer"), "lock"),
    Move("ask_hearing", (S.REFUSED,), S.HEARING, _("They ask for a hearing"), EDIT, ("hearing_asked_on",), "message"),
    Move("set_hearing", (S.HEARING,), S.HEARING, _("Set the day of the hearing"), EDIT, ("hearing_on",), "calendar"),
    Move("uphold", (S.HEARING,), S.AMENDED, _("They are right: put it right"), EDIT, ("finding",), "check-circle"),
    Move("keep", (S.HEARING,), S.HELD, _("The record stays as it is"), EDIT, ("finding",), "shield"),
    Move("state", (S.HELD,), S.STATED, _("Place their statement"), EDIT, (), "pen"),
    Move("withdraw", OPEN, S.WITHDRAWN, _("They ask for it no more"), EDIT, ("answered_on",), "back"),
)
ONLY_FOR = {  # moves that make sense for some kinds alone
    "give": (Kind.INSPECT, Kind.COPY),
    "amend": (Kind.AMEND,),
    "ask_hearing": (Kind.AMEND,),
}


def open_to(request, user):
    """The moves `user` may make with this request now, in the table's order."""
    moves = REQUEST.open_to(request.state, user)
    return [move for move in moves if request.kind in ONLY_FOR.get(move.name, Kind)]
