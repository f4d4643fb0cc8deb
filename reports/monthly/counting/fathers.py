"""Fathers and father figures, by the five kinds of activity the yearly report asks about."""

from django.utils.translation import gettext_lazy as _

from families.models import Activity
from reports.kinds import Figure

LISTS = _("Attendance of activities marked so; for the first two also who took part in conversations and reviews.")
FATHER = _("Who is a father or father figure is said by the family, never guessed. Each man counts once an item.")
COUNTS = _("Fathers and father figures of families served who took part this program year, until month’s end.")


def _item(name):
    return Figure(name, COUNTS, LISTS, FATHER, of_people=True)


FIGURES = {
    "fathers_any": Figure(
        _("fathers who took part in any of these"), COUNTS, LISTS, FATHER, of_people=True,
    ),
    "fathers_assessment": _item(_("in the family’s assessment")),
    "fathers_goals": _item(_("in setting the family’s goals")),
    "fathers_child": _item(_("in their child’s development")),
    "fathers_governance": _item(_("in decisions of the program")),
    "fathers_parenting": _item(_("in parenting education")),
}  # fmt: skip

SQL = """
, part AS MATERIALIZED (
    SELECT v.father_item AS item, a.member_id, a.family_id
    FROM families_attendance a JOIN served USING (family_id) JOIN families_activity v ON v.id = a.activity_id
    WHERE a.is_present AND a.is_father_figure AND v.posted_at IS NOT NULL AND v.father_item <> ''
      AND v.held_on BETWEEN served.since AND %(last)s
    UNION
    SELECT 'assessment', m.id, t.family_id
    FROM families_assessment t JOIN served USING (family_id)
    JOIN families_assessment_took_part p ON p.assessment_id = t.id
    JOIN families_familymember m ON m.id = p.familymember_id AND m.is_father_figure
    WHERE t.done_on BETWEEN served.since AND %(last)s
    UNION
    SELECT 'goals', m.id, r.family_id
    FROM goals_review r JOIN served USING (family_id)
    JOIN goals_review_present p ON p.review_id = r.id
    JOIN families_familymember m ON m.id = p.familymember_id AND m.is_father_figure
    WHERE r.held_on BETWEEN served.since AND %(last)s
)
SELECT 'fathers_' || item, count(DISTINCT member_id), array_agg(DISTINCT family_id) FROM part GROUP BY item
UNION ALL
SELECT 'fathers_any', count(DISTINCT member_id), array_agg(DISTINCT family_id) FROM part
"""


def count(scope, found):
    found.lists_of((f"fathers_{item}", 0, []) for item in Activity.FatherItem.values)
    found.lists_of(scope.ask(SQL))
