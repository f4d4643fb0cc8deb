"""Referrals: made, received, not received and why."""

from django.utils.translation import gettext_lazy as _

from referrals.models import Referral
from referrals.states import WAITING
from reports.kinds import Figure

REFERRALS = _("Referrals of families served this year.")
NOT_A_SERVICE = _("A referral is not yet help: only help really received counts as such.")


def _referrals(name, counts, rule=""):
    return Figure(name, counts, REFERRALS, rule, of_families=False)


FIGURES = {
    "referrals_sent": _referrals(_("referrals sent"), _("Sent by name, with consent, in the month."), NOT_A_SERVICE),
    "information_given": _referrals(
        _("times information was given"), _("The family got the number; no personal data left.")
    ),
    "referrals_received": _referrals(
        _("referrals that brought help"), _("Help received in the month through a referral.")
    ),
    "referrals_not_received": _referrals(
        _("referrals closed without help"),
        _("Closed in the month, help not received or declined by the partner."),
    ),
    "referrals_waiting": Figure(
        _("families waiting on a partner"),
        _("With a referral sent by month’s end, not closed and no help received by then."),
        REFERRALS,
    ),
}  # fmt: skip
REASON = _("Referrals closed this program year without help, by what stood in the way (45 CFR 1302.11(b)).")

SQL = """
, own AS MATERIALIZED (
    SELECT r.id, r.family_id, r.state, r.sent_on, r.closed_on, r.barrier, s.received_on, served.since
    FROM referrals_referral r JOIN served USING (family_id)
    LEFT JOIN families_servicereceived s ON s.id = r.service_received_id
)
SELECT 'referrals_sent', count(*), array_agg(DISTINCT family_id) FROM own WHERE sent_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT 'information_given', count(DISTINCT own.id), array_agg(DISTINCT family_id)
FROM own JOIN referrals_referralevent e ON e.referral_id = own.id
WHERE e.to_state = 'informed' AND e.happened_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT 'referrals_received', count(*), array_agg(DISTINCT family_id) FROM own
WHERE received_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT 'referrals_not_received', count(*), array_agg(DISTINCT family_id) FROM own
WHERE state IN ('not_received', 'declined') AND closed_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT 'referrals_waiting', NULL, array_agg(DISTINCT family_id) FROM own
WHERE sent_on <= %(last)s AND (closed_on IS NULL OR closed_on > %(last)s)
  AND (received_on > %(last)s OR received_on IS NULL AND (closed_on > %(last)s OR state = ANY(%(waiting)s)))
UNION ALL
SELECT 'barrier_' || barrier, count(*), array_agg(DISTINCT family_id) FROM own
WHERE state IN ('not_received', 'declined') AND closed_on BETWEEN since AND %(last)s AND barrier <> ''
GROUP BY barrier
"""


def count(scope, found):
    rows = scope.ask(SQL, waiting=[str(state) for state in WAITING])
    found.lists_of(rows)
    why = [(figure.removeprefix("barrier_"), n) for figure, n, _ids in rows if figure.startswith("barrier_")]
    why.sort(key=lambda one: (-one[1], one[0]))
    found.content["barriers"] = [{"code": code, "count": n} for code, n in why]


def barrier(code):
    """The figure of one reason."""
    return Figure(dict(Referral.Barrier.choices).get(code, code), REASON, REFERRALS, of_families=False)
