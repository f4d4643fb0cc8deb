"""The lives of a supervision session and of a flag on a record: one table each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.transitions import Move, Moves


class SessionState(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    SIGNED = "signed", _("held and signed by both")
    MISSED = "missed", _("did not take place")
    MOVED = "moved", _("moved to another day")


S = SessionState
HOLD = Permission.SUPERVISION_HOLD
TAKE_PART = Permission.SUPERVISION_VIEW
TOOK_PLACE = (S.HELD, S.SIGNED)

SESSION = Moves(
    SessionState,
    Move("hold", (S.PLANNED,), S.HELD, _("It took place"), HOLD, ("held_on", "minutes"), "check-circle"),
    Move("move", (S.PLANNED,), S.MOVED, _("Move it to another day"), HOLD, ("planned_on",), "calendar"),
    Move("miss", (S.PLANNED,), S.MISSED, _("It did not take place"), HOLD, ("why",), "clock"),
    Move("sign", (S.HELD,), S.SIGNED, _("Sign"), TAKE_PART, (), "pen"),
)


class FlagState(models.TextChoices):
    RAISED = "raised", _("waits for an answer")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("settled")


F = FlagState
OPEN_FLAGS = (F.RAISED, F.ANSWERED)

FLAG = Moves(
    FlagState,
    Move("answer", (F.RAISED,), F.ANSWERED, _("Answer"), Permission.FLAG_ANSWER, ("words",), "message"),
    Move("close", (F.RAISED, F.ANSWERED), F.CLOSED, _("Settle it"), Permission.FLAG_RAISE, (), "check-circle"),
    Move("reopen", (F.ANSWERED, F.CLOSED), F.RAISED, _("Ask again"), Permission.FLAG_RAISE, ("words",), "alert"),
)
