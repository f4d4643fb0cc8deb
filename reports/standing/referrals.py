"""Referrals and barriers: what was sent, what came of it and how soon, and what stood in the way of help."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from referrals.models import Referral
from referrals.states import WAITING, ReferralState
from reports.standing import labels
from reports.standing.blocks import Block, Measure
from reports.standing.frame import Asked

REFERRALS = gettext_lazy("Referrals of families with a place on any of these days.")
NOT_HELP = gettext_lazy("A referral is not yet help: only help really received counts as such.")
REASONS = labels.of_choices(Referral.Barrier.choices)
STATES = ("acknowledged", "accepted", "waitlisted", "appointment", "attended", "received", "declined", "not_received")

FLOW = {
    "sent": Measure(gettext_lazy("Sent"), gettext_lazy("Sent by name, with consent, in these days."), "things"),
    "received": Measure(
        gettext_lazy("Help came"), gettext_lazy("Help received in these days through a referral."), "things"
    ),
    "not_received": Measure(
        gettext_lazy("No help"),
        gettext_lazy("Closed in these days: not received, or declined by the partner."),
        "things",
    ),
    "waiting": Measure(
        gettext_lazy("Waiting"),
        gettext_lazy("Sent by the last day, not closed and no help received by then."),
        "things",
    ),
}
REACHED = {
    "referrals": Measure(
        gettext_lazy("Referrals"), gettext_lazy("Sent in these days, that came so far by the last day."), "things"
    ),
    "days": Measure(
        gettext_lazy("Median days"), gettext_lazy("Half of them took so many days from sending, or fewer."), "days"
    ),
}
CLOSED = {
    "referrals": Measure(
        gettext_lazy("Referrals"), gettext_lazy("Closed in these days without help, for this reason."), "things"
    ),
    "searches": Measure(
        gettext_lazy("Searches"),
        gettext_lazy("We looked for a service in these days and found none that would do."),
        "things",
    ),
    "families": Measure(gettext_lazy("Families"), gettext_lazy("Met by this barrier in these days.")),
}
PARTNERS = FLOW | {
    "days": Measure(
        gettext_lazy("Median days to help"), gettext_lazy("From sending to help received."), "days", is_of=("received",)
    ),
}

SQL = """
, own AS MATERIALIZED (
    SELECT r.id, r.family_id, r.sent_on, r.barrier, c.code AS category, v.partner_id::text AS partner,
           help.received_on,
           coalesce(r.sent_on BETWEEN %(first)s AND %(last)s, false) AS sent,
           coalesce(help.received_on BETWEEN %(first)s AND %(last)s, false) AS received,
           coalesce(r.state IN ('not_received', 'declined') AND r.closed_on BETWEEN %(first)s AND %(last)s, false)
               AS not_received,
           coalesce(r.sent_on <= %(last)s AND (r.closed_on IS NULL OR r.closed_on > %(last)s)
               AND (help.received_on > %(last)s
                    OR help.received_on IS NULL AND (r.closed_on > %(last)s OR r.state = ANY(%(waiting)s))), false)
               AS waiting
    FROM referrals_referral r JOIN enrolled USING (family_id)
    JOIN families_need n ON n.id = r.need_id JOIN agency_servicecategory c ON c.id = n.category_id
    LEFT JOIN families_servicereceived help ON help.id = r.service_received_id
    LEFT JOIN partners_service v ON v.id = r.service_id
), tables AS (
    SELECT own.*, t.block, t.row
    FROM own CROSS JOIN LATERAL (
        VALUES ('kinds', category), ('kinds', 'all'), ('partners', partner)
    ) t (block, row)
    WHERE t.row IS NOT NULL
), reached AS (
    SELECT own.id, own.family_id, e.to_state AS state, greatest(min(e.happened_on) - own.sent_on, 0) AS days
    FROM own JOIN referrals_referralevent e ON e.referral_id = own.id
    WHERE own.sent AND e.to_state = ANY(%(states)s) AND e.happened_on <= %(last)s AND NOT e.differs
    GROUP BY own.id, own.family_id, own.sent_on, e.to_state
), barred AS (
    SELECT 'referrals' AS how, family_id, category, barrier FROM own WHERE not_received AND barrier <> ''
    UNION ALL
    SELECT 'searches', n.family_id, c.code, g.reason
    FROM referrals_gap g JOIN families_need n ON n.id = g.need_id JOIN enrolled USING (family_id)
    JOIN agency_servicecategory c ON c.id = n.category_id
    WHERE g.noted_on BETWEEN %(first)s AND %(last)s
), barriers AS (
    SELECT 'barriers' AS block, barrier AS row, how, family_id FROM barred
    UNION ALL SELECT 'barriers', 'all', how, family_id FROM barred
    UNION ALL SELECT 'by_kind', category || '~' || barrier, how, family_id FROM barred
), found (block, row, measure, number, families) AS (
    SELECT block, row, 'sent', count(*)::float, array_agg(family_id) FROM tables WHERE sent GROUP BY block, row
    UNION ALL SELECT block, row, 'received', count(*), array_agg(family_id)
        FROM tables WHERE received GROUP BY block, row
    UNION ALL SELECT block, row, 'not_received', count(*), array_agg(family_id)
        FROM tables WHERE not_received GROUP BY block, row
    UNION ALL SELECT block, row, 'waiting', count(*), array_agg(family_id) FROM tables WHERE waiting GROUP BY block, row
    UNION ALL SELECT block, row, 'days',
        percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(received_on - sent_on, 0)::float), NULL
        FROM tables WHERE block = 'partners' AND received AND sent_on IS NOT NULL GROUP BY block, row
    UNION ALL SELECT 'states', state, 'referrals', count(*), array_agg(family_id) FROM reached GROUP BY state
    UNION ALL SELECT 'states', state, 'days', percentile_cont(0.5) WITHIN GROUP (ORDER BY days::float), NULL
        FROM reached GROUP BY state
    UNION ALL SELECT block, row, how, count(*), array_agg(family_id) FROM barriers GROUP BY block, row, how
    UNION ALL SELECT block, row, 'families', NULL, array_agg(family_id) FROM barriers GROUP BY block, row
)
"""


def kinds_and_reasons(codes):
    """ "Housing: no place", from "housing~no_capacity"."""
    names = labels.categories({code.partition("~")[0] for code in codes})
    reasons = dict(Referral.Barrier.choices)
    return {code: _pair(names, reasons, *code.split("~")) for code in codes}


def _pair(names, reasons, category, barrier):
    return f"{names.get(category, category)}: {reasons.get(barrier, barrier)}"


class Referrals(Asked):
    code = "referrals"
    title = gettext_lazy("Referrals and barriers")
    lead = gettext_lazy("What was sent and what came of it, how soon, and what stood in the way of help.")
    blocks = (
        Block("kinds", gettext_lazy("By kind of help"), gettext_lazy("Kind of help"), FLOW, labels.categories,
              REFERRALS, NOT_HELP, "beside", ("sent", "received"),
              gettext_lazy("Referrals sent, and those that brought help"), of_categories=True),
        Block("states", gettext_lazy("How soon"), gettext_lazy("So far it came"), REACHED,
              labels.of_choices(ReferralState.choices), REFERRALS,
              gettext_lazy("The first day on which somebody told us; a referral counts in every state it came to.")),
        Block("barriers", gettext_lazy("What stood in the way"), gettext_lazy("Reason"), CLOSED, REASONS, REFERRALS,
              gettext_lazy("For the community assessment (45 CFR 1302.11(b)).")),
        Block("by_kind", gettext_lazy("What stood in the way, by kind of help"), gettext_lazy("Kind of help, reason"),
              CLOSED, kinds_and_reasons, REFERRALS, of_categories=True),
        Block("partners", gettext_lazy("By partner"), gettext_lazy("Partner"), PARTNERS, labels.partners, REFERRALS,
              NOT_HELP, whole="kinds.all", is_restricted=True),
    )  # fmt: skip

    sql = SQL
    facts = {"waiting": [str(state) for state in WAITING], "states": list(STATES)}

    def sums(self, content):
        """A reason is the sum of the kinds of help for which it was given."""
        kinds, reasons = content["rows"]["by_kind"], content["rows"]["barriers"]
        of_reason = {reason: [row for row in kinds if row.endswith(f"~{reason}")] for reason in reasons}
        return super().sums(content) + [
            (f"barriers.{reason}.{column}", [f"by_kind.{row}.{column}" for row in of_reason[reason]])
            for reason in reasons
            for column in CLOSED
        ]

    def head(self, report):
        if not report.content["rows"]["kinds"]:
            return []
        heads = [(f"kinds.all.{column}", "") for column in FLOW]
        if report.content["rows"]["barriers"]:
            heads.append(("barriers.all.families", _("met by a barrier in these days")))
        return heads


KIND = Referrals()
