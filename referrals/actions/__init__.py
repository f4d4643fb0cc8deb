"""What people do with consents and referrals. Nothing about a family leaves except through `send` and `disclose`."""

from referrals.actions.answers import answer, keep_other_answer, may_hold, settle
from referrals.actions.consents import UNANSWERED, attach_paper, disclose, give_consent, keep_statement, revoke
from referrals.actions.family import Came, family_says
from referrals.actions.gaps import note_gap
from referrals.actions.life import move, record_try
from referrals.actions.rerouting import reroute
from referrals.actions.sending import consent_for, inform, prepare, send
from referrals.actions.trouble import (
    AgreementTrouble,
    AlreadySettled,
    AlreadyTakenBack,
    ConsentMissing,
    MovedMeanwhile,
    NothingPicked,
)

__all__ = [
    "UNANSWERED",
    "AgreementTrouble",
    "AlreadySettled",
    "AlreadyTakenBack",
    "Came",
    "ConsentMissing",
    "MovedMeanwhile",
    "NothingPicked",
    "answer",
    "attach_paper",
    "consent_for",
    "disclose",
    "family_says",
    "give_consent",
    "inform",
    "keep_other_answer",
    "keep_statement",
    "may_hold",
    "move",
    "note_gap",
    "prepare",
    "record_try",
    "reroute",
    "revoke",
    "send",
    "settle",
]
