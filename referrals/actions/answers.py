"""Answers of a partner or a family. One that does not fit what we have is kept beside it, until staff settle it."""

from django.db import transaction
from django.utils.dateparse import parse_date, parse_time

from agency import audit
from families.actions import correct_day
from referrals.actions.keeping import event, locked
from referrals.actions.life import move
from referrals.actions.trouble import AlreadySettled
from referrals.models import ReferralEvent
from referrals.states import REFERRAL, ReferralState

Source = ReferralEvent.Source
HELPED = (ReferralState.RECEIVED, ReferralState.COMPLETED)
APPOINTS = ("appoint", "new_day")


@transaction.atomic
def answer(*, referral, name, typed, source, by=None):
    """What a partner or the family says of a referral: it moves on where it may, else the answer is kept beside ours.

    A partner's “completed” says that the help came; whether the need is met is for the family to say.
    """
    locked(referral)
    said, name = name, "receive" if name == "complete" and source == Source.PARTNER else name
    if referral.state in REFERRAL.moves[name].sources:
        return move(referral=referral, name=name, by=by, typed=typed, source=source, said=said)
    return keep_other_answer(referral=referral, name=said, typed=typed, source=source, by=by)


@transaction.atomic
def keep_other_answer(*, referral, name, typed, source, by=None):
    """Keep an answer that moves nothing; `name` is the move it would have been. Staff settle which one holds."""
    locked(referral)
    typed = typed | {"source": source}
    kept = event(referral, referral.state, by, typed, said=name, differs=_differs(referral, name, typed))
    audit.record("referral_answered_beside", about=referral, by=by, move=name, state=str(referral.state))
    return kept


def _differs(referral, name, typed):
    """True when this answer says something else than what we have."""
    if name in ("receive", "complete") and referral.state in HELPED:
        day = typed.get("received_on") or typed.get("happened_on")
        return day is not None and day != referral.service_received.received_on
    if name in APPOINTS and _appointment(typed) != (referral.appointment_on, referral.appointment_time):
        return True
    return REFERRAL.moves[name].target != referral.state


def _appointment(typed):
    return typed.get("appointment_on"), typed.get("appointment_time")


def may_hold(other, referral):
    """True when what was said can be taken over as things stand now."""
    return _is_another_day(other, referral) or referral.state in REFERRAL.moves[_move_of(other, referral)].sources


def _is_another_day(other, referral):
    """Both say that help came, on different days."""
    return other.said in ("receive", "complete") and referral.state in HELPED


@transaction.atomic
def settle(*, other, holds, by, note=""):
    """Say which of two answers holds: theirs (`holds`), as far as the table lets it, or what we have."""
    referral = other.referral
    locked(referral)
    if ReferralEvent.objects.filter(settles=other).exists():
        raise AlreadySettled
    typed = _as_told(other) | {"note": note or other.note} if holds else {"note": note}
    if holds and _is_another_day(other, referral):
        correct_day(service=referral.service_received, received_on=_day(other), by=by)
    elif holds:
        return move(referral=referral, name=_move_of(other, referral), by=by, typed=typed, settles=other)
    kept = event(referral, referral.state, by, typed, settles=other)
    audit.record("referral_answers_settled", about=referral, by=by, theirs=holds)
    return kept


def _move_of(other, referral):
    """The move by which what was said would hold now."""
    if other.said == "complete" and other.source == Source.PARTNER:
        return "receive"
    if other.said in APPOINTS:
        return "new_day" if referral.state == ReferralState.APPOINTMENT else "appoint"
    if other.said == "close_unmet" and referral.state == ReferralState.RECEIVED:
        return "take_back"  # we had written down help that never came
    return other.said


def _as_told(other):
    """What came with the other answer, as a form would have cleaned it."""
    told = other.told or {}
    days = {name: parse_date(value) for name, value in told.items() if name.endswith("_on")}
    hours = {name: parse_time(value) for name, value in told.items() if name.endswith("_time")}
    return told | days | hours | {"source": other.source, "happened_on": other.happened_on}


def _day(other):
    told = other.told or {}
    return parse_date(told["received_on"]) if "received_on" in told else other.happened_on
