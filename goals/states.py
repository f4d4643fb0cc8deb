"""The lives of an agreement and of a goal: one table each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.transitions import Move, Moves


class AgreementState(models.TextChoices):
    """Every one of them is a dignified place to be."""

    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("being written together")
    NOT_READY = "not_ready", _("not now, ask again later")
    DECLINED = "declined", _("not wanted, by their choice")
    SIGNED = "signed", _("signed")
    REVISING = "revising", _("being revised together")
    CLOSED = "closed", _("closed")


A = AgreementState
EDIT = Permission.GOAL_EDIT

AGREEMENT = Moves(
    AgreementState,
    Move(
        "accept",
        (A.OFFERED, A.NOT_READY, A.DECLINED),
        A.ACCEPTED,
        _("They would like one"),
        EDIT,
        ("answered_on",),
        "check",
    ),
    Move("wait", (A.OFFERED,), A.NOT_READY, _("Not now, ask again"), EDIT, ("answered_on", "reoffer_on"), "clock"),
    Move("decline", (A.OFFERED, A.NOT_READY), A.DECLINED, _("They do not want one"), EDIT, ("answered_on",), "hand"),
    Move("offer_again", (A.NOT_READY, A.DECLINED), A.OFFERED, _("Offer again"), EDIT, ("offered_on",), "same"),
    Move("sign", (A.ACCEPTED, A.REVISING), A.SIGNED, _("Sign"), EDIT, (), "pen"),
    Move("revise", (A.SIGNED,), A.REVISING, _("Change it together"), EDIT, (), "pen"),
    Move("close", (A.ACCEPTED, A.SIGNED, A.REVISING), A.CLOSED, _("Close"), EDIT, ("closed_on",), "check-circle"),
)


class GoalState(models.TextChoices):
    """A goal never fails. It is reached, reached in part, or put aside for a reason."""

    DRAFT = "draft", _("being written")
    ACTIVE = "active", _("being worked on")
    ON_HOLD = "on_hold", _("on hold")
    ACHIEVED = "achieved", _("reached")
    PARTLY = "partly", _("reached in part")
    NO_LONGER = "no_longer", _("no longer what they want")
    LEFT = "left", _("the family left the program")


G = GoalState
ENDED = (G.ACHIEVED, G.PARTLY, G.NO_LONGER, G.LEFT)

GOAL = Moves(
    GoalState,
    Move("start", (G.DRAFT,), G.ACTIVE, _("Start working on it"), EDIT, ("statement",), "goal"),
    Move("hold", (G.ACTIVE,), G.ON_HOLD, _("Put it on hold"), EDIT, ("reason", "resume_on"), "clock"),
    Move("resume", (G.ON_HOLD,), G.ACTIVE, _("Take it up again"), EDIT, (), "goal"),
    Move("achieve", (G.ACTIVE, G.ON_HOLD), G.ACHIEVED, _("They reached it"), EDIT, ("ended_on",), "star"),
    Move(
        "achieve_partly", (G.ACTIVE, G.ON_HOLD), G.PARTLY, _("Reached in part"), EDIT, ("ended_on", "reason"), "check"
    ),
    Move(
        "set_aside",
        (G.DRAFT, G.ACTIVE, G.ON_HOLD),
        G.NO_LONGER,
        _("No longer what they want"),
        EDIT,
        ("ended_on", "reason"),
        "hand",
    ),
    Move(
        "leave", (G.DRAFT, G.ACTIVE, G.ON_HOLD), G.LEFT, _("The family left the program"), EDIT, ("ended_on",), "back"
    ),
)
