"""What people do with consents and referrals. Nothing about a family leaves except through `send` and `disclose`."""

from referrals.actions import requests
from referrals.actions.answers import answer, keep_other_answer, may_hold, settle
from referrals.actions.consents import (
    UNANSWERED,
    attach_paper,
    disclose,
    give_consent,
    give_copy,
    keep_statement,
    revoke,
)
from referrals.actions.family import Came, family_says
from referrals.actions.gaps import note_gap
from referrals.actions.life import move, record_try
from referrals.actions.refusals import refuse_school, take_back_refusal
from referrals.actions.rerouting import reroute
from referrals.actions.sending import consent_for, inform, no_consent, prepare, send
from referrals.actions.trouble import (
    AgreementTrouble,
    AlreadySettled,
    AlreadyTakenBack,
    ConsentMissing,
    MovedMeanwhile,
    NothingPicked,
    NotNamed,
)

__all__ = [
    "UNANSWERED",
    "AgreementTrouble",
    "AlreadySettled",
    "AlreadyTakenBack",
    "Came",
    "ConsentMissing",
    "MovedMeanwhile",
    "NotNamed",
    "NothingPicked",
    "answer",
    "attach_paper",
    "consent_for",
    "disclose",
    "family_says",
    "give_consent",
    "give_copy",
    "inform",
    "keep_other_answer",
    "keep_statement",
    "may_hold",
    "move",
    "no_consent",
    "note_gap",
    "prepare",
    "record_try",
    "refuse_school",
    "requests",
    "reroute",
    "revoke",
    "send",
    "settle",
    "take_back_refusal",
]
