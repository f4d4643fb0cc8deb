"""The states of an agreement with a partner: what people do to it. Whether it is in force is computed from dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.transitions import Move, Moves

EDIT = Permission.MOU_EDIT


class MouState(models.TextChoices):
    """What has been done to an agreement. Time does the rest: see `Standing`."""

    DRAFT = "draft", _("being written")
    IN_REVIEW = "in_review", _("being reviewed")
    SIGNED = "signed", _("signed")
    TERMINATED = "terminated", _("ended early")
    SET_ASIDE = "set_aside", _("set aside before it was signed")


class Standing(models.TextChoices):
    """How an agreement stands on a day: its state, and what the dates make of it. Never stored."""

    DRAFT = "draft", _("being written")
    IN_REVIEW = "in_review", _("being reviewed")
    SET_ASIDE = "set_aside", _("set aside")
    COMING = "coming", _("signed, not in force yet")
    IN_FORCE = "in_force", _("in force")
    RENEWED = "renewed", _("renewed by a later one")
    LAPSED = "lapsed", _("lapsed")
    TERMINATED = "terminated", _("ended early")


M = MouState

MOU = Moves(
    MouState,
    Move("review", (M.DRAFT,), M.IN_REVIEW, _("Send for review"), EDIT, (), "eye"),
    Move("rework", (M.IN_REVIEW,), M.DRAFT, _("Back to writing"), EDIT, (), "pen"),
    Move(
        "sign", (M.DRAFT, M.IN_REVIEW), M.SIGNED, _("Record the signatures"), EDIT, ("signed_on", "effective_on"), "pen"
    ),
    Move("set_aside", (M.DRAFT, M.IN_REVIEW), M.SET_ASIDE, _("Set it aside"), EDIT, ("reason",), "hand"),
    Move("take_up", (M.SET_ASIDE,), M.DRAFT, _("Take it up again"), EDIT, (), "pen"),
    Move("terminate", (M.SIGNED,), M.TERMINATED, _("End it early"), EDIT, ("terminated_on", "reason"), "hand"),
)
