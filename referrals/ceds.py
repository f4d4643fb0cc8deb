"""Referrals as a table for other systems: CEDS elements 001481 to 001486, our own state and its HL7 Task status.

CEDS keeps a referral's date, outcome, reason, source, the type of help it was received for, and to whom it went. Names
of families stay here: a row carries the key of the family (CEDS 000787) and nothing more of it.
"""

from django.utils.translation import gettext as _

from agency.models import Agency
from referrals.states import TASK_STATUS, ReferralState

SOURCE_LENGTH = 60  # CEDS 001484
COLUMNS = [
    ("Referral Identifier", "our own key of the referral"),
    ("Family Identifier (CEDS 000787)", "our own key of the family; no name"),
    ("Referral Date (CEDS 001481)", "sent on; prepared on while nothing has left"),
    ("Referral Outcome (CEDS 001482)", "our state"),
    ("Referral Reason (CEDS 001483)", "the kind of need, not the family's words"),
    ("Referral Source (CEDS 001484)", "this agency, at most 60 characters"),
    ("Referral Type Received (CEDS 001485)", "the kind of help that came; empty as long as none did"),
    ("Referred To (CEDS 001486)", "the partner and its service"),
    ("HL7 Task status", "FHIR Task.status for our state"),
    ("State since", "the day it reached its state"),
    ("Urgent", "yes or no"),
    ("Help received on", ""),
    ("Need met", "yes, partly, no; empty when not known"),
    ("Barrier", "code of what stood in the way"),
    ("Satisfaction", "1 to 5, as the family said"),
    ("Rerouted from", "the referral this one was made instead of"),
    ("Center", ""),
]  # fmt: skip


def rows(referrals):
    """The headings, then one row a referral, read from the database as they are sent."""
    agency = str(Agency.objects.first() or "")[:SOURCE_LENGTH]
    yield [heading for heading, _meaning in COLUMNS]
    for referral in referrals.iterator(chunk_size=2_000):
        yield _row(referral, agency)


def _row(referral, agency):
    came = referral.service_received
    return [
        referral.pk,
        referral.family_id,
        referral.began,
        str(ReferralState(referral.state).label),
        str(referral.need.category),
        agency,
        str(came.category) if came else "",
        _whom(referral),
        TASK_STATUS[referral.state],
        referral.since,
        _("yes") if referral.is_urgent else _("no"),
        came.received_on if came else "",
        referral.get_need_met_display(),
        referral.barrier,
        referral.satisfaction or "",
        referral.rerouted_from_id or "",
        referral.family.center.name,
    ]


def _whom(referral):
    return f"{referral.service.partner}: {referral.service}" if referral.service else ""
