"""Rights and consents, and what there is to celebrate."""

from django.utils.translation import gettext_lazy as _

from reports.kinds import Figure

NOTICES = _("Notices given to families.")
CONSENTS = _("Consents to share something with a partner.")
SINGLE = _("Families whose newest answers at enrollment say one parent (Head Start Act 642(b)(10)).")

FIGURES = {
    "consents": Figure(
        _("families with a consent in force"), _("At least one consent in force at the end of the month."), CONSENTS
    ),
    "notices": Figure(
        _("families told of their privacy rights"),
        _("Given the yearly notice this program year, until month’s end (45 CFR 1303.22(e))."), NOTICES,
    ),
    "notices_missing": Figure(
        _("families not told of them yet"), _("Served in the month, without that notice this program year."), NOTICES
    ),
    "child_support_told": Figure(
        _("single-parent families told about child support services"), _("Told by month’s end, in any year."),
        NOTICES, SINGLE,
    ),
    "child_support_missing": Figure(
        _("single-parent families not told yet"), _("Served in the month, never told by its end."), NOTICES, SINGLE
    ),
    "disclosures": Figure(
        _("disclosures"), _("Times something about a family left the agency in the month."),
        _("The record of disclosures (45 CFR 1303.24(b))."), of_families=False, is_restricted=True,
    ),
    "celebrations": Figure(
        _("families with something to celebrate"), _("A celebration was noticed in the month."), _("Celebrations.")
    ),
}  # fmt: skip

SQL = """
, told AS (
    SELECT DISTINCT e.family_id
    FROM enrolled e LEFT JOIN served s USING (family_id) JOIN families_noticegiven n USING (family_id)
    WHERE n.kind = 'rights' AND n.given_on BETWEEN coalesce(s.since, %(first)s) AND %(last)s
), newest AS (
    SELECT DISTINCT ON (s.family_id) s.family_id, s.parents
    FROM families_snapshot s JOIN enrolled USING (family_id)
    WHERE s.moment = 'enrollment' AND s.taken_on <= %(last)s
    ORDER BY s.family_id, s.taken_on DESC, s.id DESC
), single AS (
    SELECT family_id, EXISTS (
        SELECT FROM families_noticegiven n
        WHERE n.family_id = newest.family_id AND n.kind = 'child_support' AND n.given_on <= %(last)s) AS told
    FROM newest WHERE parents = 'one_parent'
)
SELECT 'consents', NULL::bigint, array_agg(DISTINCT family_id)
FROM referrals_consent c JOIN enrolled USING (family_id)
WHERE given_on <= %(last)s AND expires_on >= %(last)s
  AND (revoked_at IS NULL OR (revoked_at AT TIME ZONE %(zone)s)::date > %(last)s)
UNION ALL SELECT 'notices', NULL, array_agg(family_id ORDER BY family_id) FROM told
UNION ALL SELECT 'notices_missing', NULL, array_agg(family_id ORDER BY family_id)
FROM (SELECT family_id FROM enrolled EXCEPT SELECT family_id FROM told) f
UNION ALL SELECT 'child_support_told', NULL, array_agg(family_id ORDER BY family_id) FROM single WHERE told
UNION ALL SELECT 'child_support_missing', NULL, array_agg(family_id ORDER BY family_id) FROM single WHERE NOT told
UNION ALL SELECT 'disclosures', count(*), array_agg(DISTINCT family_id)
FROM referrals_disclosure d JOIN served USING (family_id)
WHERE (made_at AT TIME ZONE %(zone)s)::date BETWEEN %(first)s AND %(last)s
UNION ALL SELECT 'celebrations', NULL, array_agg(DISTINCT family_id)
FROM goals_celebration JOIN served USING (family_id) WHERE noticed_on BETWEEN %(first)s AND %(last)s
"""


def count(scope, found):
    found.lists_of(scope.ask(SQL))
