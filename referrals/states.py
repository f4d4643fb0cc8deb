"""The life of a referral: one table; each state has its HL7 Task status beside it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.transitions import Move, Moves


class ReferralState(models.TextChoices):
    DRAFT = "draft", _("being prepared")
    SENT = "sent", _("sent, no answer yet")
    INFORMED = "informed", _("information given")
    ACKNOWLEDGED = "acknowledged", _("seen by the partner")
    ACCEPTED = "accepted", _("accepted")
    WAITLISTED = "waitlisted", _("on a waiting list")
    NEEDS_MORE = "needs_more", _("the partner needs something from the family")
    DECLINED = "declined", _("declined by the partner")
    APPOINTMENT = "appointment", _("appointment set")
    MISSED = "missed", _("appointment missed")
    ATTENDED = "attended", _("first appointment attended")
    RECEIVED = "received", _("help received")
    COMPLETED = "completed", _("completed")
    NOT_RECEIVED = "not_received", _("closed, help not received")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REROUTED = "rerouted", _("tried another place instead")


S = ReferralState
EDIT = Permission.REFERRAL_EDIT
WAITING = (S.SENT, S.ACKNOWLEDGED, S.ACCEPTED, S.WAITLISTED, S.NEEDS_MORE, S.APPOINTMENT, S.MISSED, S.ATTENDED)
OPEN = (S.DRAFT, S.INFORMED, *WAITING, S.RECEIVED)
ENDED = (S.DECLINED, S.COMPLETED, S.NOT_RECEIVED, S.WITHDRAWN, S.REROUTED)

REFERRAL = Moves(
    ReferralState,
    Move("send", (S.DRAFT,), S.SENT, _("Send"), EDIT, ("service", "how_sent"), "referral"),
    Move("inform", (S.DRAFT,), S.INFORMED, _("Give the information only"), EDIT, ("service",), "message"),
    Move("acknowledge", (S.SENT,), S.ACKNOWLEDGED, _("They have seen it"), EDIT, (), "check"),
    Move(
        "accept",
        (S.SENT, S.ACKNOWLEDGED, S.WAITLISTED, S.NEEDS_MORE),
        S.ACCEPTED,
        _("They accept"),
        EDIT,
        (),
        "check-circle",
    ),
    Move(
        "waitlist",
        (S.SENT, S.ACKNOWLEDGED, S.ACCEPTED, S.WAITLISTED),
        S.WAITLISTED,
        _("On their waiting list"),
        EDIT,
        (),
        "clock",
    ),
    Move(
        "ask_more",
        (S.SENT, S.ACKNOWLEDGED, S.ACCEPTED, S.WAITLISTED, S.NEEDS_MORE, S.APPOINTMENT),
        S.NEEDS_MORE,
        _("They need something from the family"),
        EDIT,
        ("note",),
        "note",
    ),
    Move(
        "decline",
        (S.SENT, S.ACKNOWLEDGED, S.ACCEPTED, S.WAITLISTED, S.NEEDS_MORE, S.APPOINTMENT),
        S.DECLINED,
        _("They decline"),
        EDIT,
        ("barrier",),
        "hand",
    ),
    Move(
        "appoint",
        (S.SENT, S.ACKNOWLEDGED, S.ACCEPTED, S.WAITLISTED, S.MISSED),
        S.APPOINTMENT,
        _("Appointment set"),
        EDIT,
        ("appointment_on",),
        "calendar",
    ),
    Move(
        "new_day",
        (S.APPOINTMENT,),
        S.APPOINTMENT,
        _("Another day for the appointment"),
        EDIT,
        ("appointment_on",),
        "calendar",
    ),
    Move("attend", (S.APPOINTMENT, S.ACCEPTED), S.ATTENDED, _("They went"), EDIT, (), "check"),
    Move("miss", (S.APPOINTMENT,), S.MISSED, _("Appointment missed"), EDIT, (), "clock"),
    Move("receive", (*WAITING, S.INFORMED), S.RECEIVED, _("Help received"), EDIT, ("received_on", "what"), "service"),
    Move(
        "complete", (S.RECEIVED,), S.COMPLETED, _("Close the loop"), EDIT, ("need_met", "confirmed_by"), "check-circle"
    ),
    Move(
        "close_unmet",
        (*WAITING, S.INFORMED, S.DECLINED),
        S.NOT_RECEIVED,
        _("Close, help not received"),
        EDIT,
        ("barrier", "confirmed_by"),
        "back",
    ),
    Move(
        "take_back",
        (S.RECEIVED,),
        S.NOT_RECEIVED,
        _("They did not receive it after all"),
        EDIT,
        ("barrier", "confirmed_by", "note"),
        "back",
    ),
    Move("withdraw", (S.DRAFT, S.INFORMED, *WAITING), S.WITHDRAWN, _("Withdraw"), EDIT, ("note",), "back"),
    Move(
        "reroute",
        (S.DRAFT, S.INFORMED, *WAITING, S.DECLINED),
        S.REROUTED,
        _("Try another place"),
        EDIT,
        ("service",),
        "referral",
    ),
)

# HL7 FHIR Task.status for each of our states (US SDOH Clinical Care guide).
TASK_STATUS = {
    S.DRAFT: "draft",
    S.SENT: "requested",
    S.INFORMED: "ready",
    S.ACKNOWLEDGED: "received",
    S.ACCEPTED: "accepted",
    S.WAITLISTED: "on-hold",
    S.NEEDS_MORE: "on-hold",
    S.DECLINED: "rejected",
    S.APPOINTMENT: "accepted",
    S.MISSED: "accepted",
    S.ATTENDED: "in-progress",
    S.RECEIVED: "in-progress",
    S.COMPLETED: "completed",
    S.NOT_RECEIVED: "failed",
    S.WITHDRAWN: "cancelled",
    S.REROUTED: "cancelled",
}
