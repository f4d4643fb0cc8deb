"""What families live through: without a home, a home found, foster care, child welfare."""

from django.utils.translation import gettext_lazy as _

from reports.kinds import Figure

HOMES = _("Times without a home of their own, as the McKinney-Vento Act means it.")
YEAR = _("On any day of the program year until month’s end, for families served this year.")
FOSTER = _("Times in foster care of children with a place this program year.")
WELFARE = _("Child welfare involvement. Only who may read restricted records opens the list.")

FIGURES = {
    "homeless": Figure(_("families without a home this year"), _("Families without a home of their own."), HOMES, YEAR),
    "homeless_now": Figure(
        _("of these, on the last day of the month"), _("Families without a home of their own on that day."), HOMES
    ),
    "homeless_children": Figure(
        _("children without a home this year"), _("Enrolled children of those families."), HOMES, YEAR, of_people=True
    ),
    "housed": Figure(
        _("families that found a home this year"), _("Families that acquired housing in the program year."), HOMES,
        _("The day they found it lies in the program year, until month’s end."),
    ),
    "foster_children": Figure(
        _("children in foster care this year"), _("Enrolled children in foster care on any day of it."), FOSTER, YEAR,
        of_people=True,
    ),
    "welfare_children": Figure(
        _("children referred to us by child welfare"), _("Enrolled children a child welfare agency referred to us."),
        WELFARE, YEAR, of_people=True, is_restricted=True,
    ),
}  # fmt: skip

SQL = """
, children AS MATERIALIZED (
    SELECT DISTINCT p.member_id, p.family_id, served.since
    FROM places p JOIN years y USING (program_id) JOIN served USING (family_id)
    JOIN families_familymember m ON m.id = p.member_id AND m.role = 'child'
    WHERE p.entered_on <= %(last)s AND (p.exited_on IS NULL OR p.exited_on >= y.since)
), homeless AS MATERIALIZED (
    SELECT h.family_id, bool_or(h.ended_on IS NULL OR h.ended_on >= %(last)s) AS now
    FROM families_homelessnessepisode h JOIN served USING (family_id)
    WHERE h.began_on <= %(last)s AND (h.ended_on IS NULL OR h.ended_on >= served.since)
    GROUP BY h.family_id
)
SELECT 'homeless', NULL::bigint, array_agg(family_id ORDER BY family_id) FROM homeless
UNION ALL SELECT 'homeless_now', NULL, array_agg(family_id ORDER BY family_id) FROM homeless WHERE now
UNION ALL
SELECT 'homeless_children', count(DISTINCT member_id), array_agg(DISTINCT family_id)
FROM children JOIN homeless USING (family_id)
UNION ALL
SELECT 'housed', NULL, array_agg(DISTINCT family_id) FROM families_homelessnessepisode h JOIN served USING (family_id)
WHERE h.housing_acquired_on BETWEEN served.since AND %(last)s
UNION ALL
SELECT 'foster_children', count(DISTINCT member_id), array_agg(DISTINCT family_id)
FROM children c JOIN families_fostercare f ON f.child_id = c.member_id
WHERE f.began_on <= %(last)s AND (f.ended_on IS NULL OR f.ended_on >= c.since)
UNION ALL
SELECT 'welfare_children', count(DISTINCT member_id), array_agg(DISTINCT c.family_id)
FROM children c JOIN families_childwelfareinvolvement w ON w.child_id = c.member_id AND w.referred_to_us
WHERE w.began_on <= %(last)s AND (w.ended_on IS NULL OR w.ended_on >= c.since)
"""


def count(scope, found):
    found.lists_of(scope.ask(SQL))
