"""Father engagement: who took part in the five activities the yearly report asks about, month after month."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families.models import Activity
from reports.standing import labels
from reports.standing.blocks import Block, Measure
from reports.standing.caseload import months
from reports.standing.frame import Asked, told

LISTS = gettext_lazy(
    "Attendance of activities marked so; for the first two also who took part in conversations and reviews."
)
FATHER = gettext_lazy(
    "Who is a father or father figure is said by the family, never guessed. Each man counts once a row."
)

PART = {
    "fathers": Measure(gettext_lazy("Fathers"), gettext_lazy("Fathers and father figures who took part."), "people"),
    "families": Measure(gettext_lazy("Families"), gettext_lazy("Families of these fathers.")),
    "times": Measure(gettext_lazy("Times"), gettext_lazy("How often they took part, all together."), "things"),
}
KNOWN = {
    "known": Measure(
        gettext_lazy("With a father we know"), gettext_lazy("A father or father figure is among the adults.")
    ),
    "took_part": Measure(gettext_lazy("He took part"), gettext_lazy("In any of the five, in these days.")),
    "not_yet": Measure(gettext_lazy("Not yet"), gettext_lazy("We know him, and he took part in none of the five.")),
    "unknown": Measure(gettext_lazy("None known"), gettext_lazy("No adult is marked as father or father figure.")),
}

SQL = """
, part AS MATERIALIZED (
    SELECT 'v' AS what, v.id AS about, v.father_item AS item, v.held_on AS on, a.member_id, a.family_id
    FROM families_attendance a JOIN enrolled USING (family_id) JOIN families_activity v ON v.id = a.activity_id
    WHERE a.is_present AND a.is_father_figure AND v.posted_at IS NOT NULL AND v.father_item <> ''
      AND v.held_on BETWEEN %(first)s AND %(last)s
    UNION ALL
    SELECT 't', t.id, 'assessment', t.done_on, m.id, t.family_id
    FROM families_assessment t JOIN enrolled USING (family_id)
    JOIN families_assessment_took_part p ON p.assessment_id = t.id
    JOIN families_familymember m ON m.id = p.familymember_id AND m.is_father_figure
    WHERE t.done_on BETWEEN %(first)s AND %(last)s
    UNION ALL
    SELECT 'r', r.id, 'goals', r.held_on, m.id, r.family_id
    FROM goals_review r JOIN enrolled USING (family_id)
    JOIN goals_review_present p ON p.review_id = r.id
    JOIN families_familymember m ON m.id = p.familymember_id AND m.is_father_figure
    WHERE r.held_on BETWEEN %(first)s AND %(last)s
), rows AS (
    SELECT 'items' AS block, item AS row, member_id, family_id FROM part
    UNION ALL SELECT 'items', 'all', member_id, family_id FROM part
    UNION ALL SELECT 'months', to_char("on", 'YYYY-MM'), member_id, family_id FROM part
), known AS MATERIALIZED (
    SELECT DISTINCT m.family_id FROM families_familymember m JOIN enrolled USING (family_id) WHERE m.is_father_figure
), found (block, row, measure, number, families) AS (
    SELECT 'known', 'all', 'known', NULL::bigint, array_agg(family_id) FROM known
    UNION ALL SELECT 'known', 'all', 'took_part', NULL, array_agg(DISTINCT family_id)
        FROM part JOIN known USING (family_id)
    UNION ALL SELECT 'known', 'all', 'not_yet', NULL, array_agg(family_id)
        FROM (SELECT family_id FROM known EXCEPT SELECT family_id FROM part) f
    UNION ALL SELECT 'known', 'all', 'unknown', NULL, array_agg(family_id)
        FROM (SELECT family_id FROM enrolled EXCEPT SELECT family_id FROM known) f
    UNION ALL SELECT block, row, 'fathers', count(DISTINCT member_id), array_agg(family_id)
        FROM rows GROUP BY block, row
    UNION ALL SELECT block, row, 'families', NULL, array_agg(family_id) FROM rows GROUP BY block, row
    UNION ALL SELECT block, row, 'times', count(*), array_agg(family_id) FROM rows GROUP BY block, row
)
"""


class Fathers(Asked):
    code = "fathers"
    title = gettext_lazy("Father engagement")
    lead = gettext_lazy("Fathers and father figures in the five activities the yearly report asks about.")
    blocks = (
        Block("known", gettext_lazy("Fathers we know"), gettext_lazy("Families"), KNOWN, labels.as_written,
              gettext_lazy("Adults of families with a place on any of these days."), FATHER,
              adds={"known": ("took_part", "not_yet")}),
        Block("items", gettext_lazy("The five activities"), gettext_lazy("Activity"), PART,
              labels.of_choices(Activity.FatherItem.choices), LISTS, FATHER),
        Block("months", gettext_lazy("Month after month"), gettext_lazy("Month"), PART, months, LISTS, FATHER,
              "line", ("fathers",), gettext_lazy("Fathers who took part, each month"), whole="items.all",
              keeps_order=True),
    )  # fmt: skip

    sql = SQL

    def rows(self, scope, figure=""):
        """The months one after the other."""
        return sorted(super().rows(scope, figure), key=lambda row: row[:2])

    def head(self, report):
        known = told(report, _("of %(n)s fathers we know"), "known.all.known")
        return [("known.all.took_part", known), ("known.all.not_yet", ""), ("known.all.unknown", "")]


KIND = Fathers()
