"""Partnership agreements: how each family stood on the last day of the month, and what moved in it."""

from django.utils.translation import gettext_lazy as _

from reports.kinds import Figure

PAPERS = _("Partnership agreements: the days they were offered, answered, signed and closed.")
STANDING = _("How it stood on the last day of the month. The six together are the families served.")
STANDINGS = ("signed", "accepted", "offered", "not_ready", "declined", "none")
TOGETHER = {"agreements_by_choice": ("not_ready", "declined"), "agreements_not_yet": ("accepted", "offered", "none")}


def _stood(name, counts):
    return Figure(name, counts, PAPERS, STANDING)


FIGURES = {
    "agreements_signed": _stood(
        _("agreements signed"), _("Families whose agreement is signed, or signed and being revised.")
    ),
    "agreements_accepted": _stood(
        _("agreements being written"), _("The family would like one; it is not signed yet.")
    ),
    "agreements_offered": _stood(_("agreements offered"), _("Offered, and the family has not answered yet.")),
    "agreements_not_ready": _stood(_("not now, ask again"), _("The family chose a day on which we ask again.")),
    "agreements_declined": _stood(_("not wanted"), _("The family does not want one. That is their choice.")),
    "agreements_none": _stood(
        _("not offered yet"), _("Families served in the month to whom no agreement was offered by its end.")
    ),
    "agreements_by_choice": Figure(
        _("not now, or not wanted"), _("Families that chose so. It is no delay of ours."), PAPERS
    ),
    "agreements_not_yet": Figure(
        _("without a signed agreement, and not by their choice"),
        _("Not offered yet, offered and not answered, or being written."), PAPERS,
    ),
    "offered_in_month": Figure(_("offered in the month"), _("Families to whom we offered one in the month."), PAPERS),
    "signed_in_month": Figure(
        _("signed in the month"), _("Families whose first signed version is of this month."), PAPERS
    ),
    "put_off_in_month": Figure(
        _("answered not now, or no, in the month"), _("Families that said so in the month."), PAPERS
    ),
}  # fmt: skip

SQL = """
, papers AS (
    SELECT DISTINCT ON (a.family_id) a.family_id, a.state, a.offered_on, a.answered_on,
           coalesce((SELECT min((v.frozen_at AT TIME ZONE %(zone)s)::date) FROM goals_agreementversion v
                     WHERE v.agreement_id = a.id), a.answered_on, a.offered_on) AS signed_on
    FROM goals_partnershipagreement a JOIN enrolled USING (family_id)
    WHERE a.offered_on <= %(last)s
      AND (a.state <> 'closed' AND a.closed_on IS NULL OR a.closed_on > %(last)s)
    ORDER BY a.family_id, a.offered_on DESC, a.id DESC
), stood AS (
    SELECT enrolled.family_id, CASE
        WHEN p.family_id IS NULL THEN 'none'
        WHEN state IN ('signed', 'revising', 'closed') AND signed_on <= %(last)s THEN 'signed'
        WHEN state = 'offered' OR answered_on > %(last)s THEN 'offered'
        WHEN state IN ('not_ready', 'declined') THEN state
        ELSE 'accepted' END AS standing
    FROM enrolled LEFT JOIN papers p USING (family_id)
)
SELECT 'agreements_' || standing, array_agg(family_id ORDER BY family_id) FROM stood GROUP BY standing
UNION ALL
SELECT 'offered_in_month', array_agg(family_id ORDER BY family_id) FROM papers WHERE offered_on >= %(first)s
UNION ALL
SELECT 'signed_in_month', array_agg(family_id ORDER BY family_id) FROM papers
WHERE state IN ('signed', 'revising', 'closed') AND signed_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT 'put_off_in_month', array_agg(family_id ORDER BY family_id) FROM papers
WHERE state IN ('not_ready', 'declined') AND answered_on BETWEEN %(first)s AND %(last)s
"""


def count(scope, found):
    found.lists((f"agreements_{standing}", []) for standing in STANDINGS)
    found.lists(scope.ask(SQL))
    for figure, standings in TOGETHER.items():
        found.families_in(figure, [one for standing in standings for one in found.families[f"agreements_{standing}"]])
