"""Families that may stand here twice: a child of the same name and birthday, the same telephone. For who may merge."""

from dataclasses import dataclass, field

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from agency.access import Permission
from families.models import Family

MOST = 50

# Two equalities that a hash join can use, then how alike the whole names are. A linked pair has been looked at.
PAIRS = """
WITH open AS ({open}),
person AS (
    SELECT id, family_id, role, born_on, search_name FROM families_familymember
    WHERE merged_into_id IS NULL AND family_id IN (SELECT open.key FROM open)
),
alike AS (
    SELECT one.family_id AS first, two.family_id AS second, 'child' AS why,
        similarity(one.search_name, two.search_name) AS n
    FROM person one JOIN person two ON one.born_on = two.born_on AND one.role = two.role
        AND left(one.search_name, 2) = left(two.search_name, 2) AND one.family_id < two.family_id
    WHERE similarity(one.search_name, two.search_name) >= 0.5
    UNION ALL
    SELECT least(one.family_id, two.family_id), greatest(one.family_id, two.family_id), 'phone', 1.0
    FROM families_contactpoint here JOIN families_contactpoint there
        ON here.digits = there.digits AND here.digits <> '' AND here.member_id < there.member_id
    JOIN person one ON one.id = here.member_id JOIN person two ON two.id = there.member_id
    WHERE one.family_id <> two.family_id
)
SELECT first, second, array_agg(DISTINCT why), max(n) + count(*) FROM alike
WHERE NOT EXISTS (
    SELECT FROM families_familylink link WHERE link.ended_on IS NULL
        AND (link.family_id, link.other_id) IN ((first, second), (second, first))
)
GROUP BY first, second ORDER BY 4 DESC, first, second LIMIT %s
"""
WHY = {"child": lambda: _("Somebody of the same name and birthday"), "phone": lambda: _("The same telephone")}


@dataclass
class Pair:
    """Two records that may be one family."""

    first: Family
    second: Family
    why: list = field(default_factory=list)


def pairs(user):
    """Pairs of families that `user` may merge, the likeliest first. Two statements and the people of both."""
    reach = Family.objects.visible_to(user, Permission.FAMILY_ASSIGN).order_by().values(key=F("pk"))
    sql, params = reach.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(PAIRS.format(open=sql), [*params, MOST])
        found = cursor.fetchall()
    keys = {key for row in found for key in row[:2]}
    families = {one.pk: one for one in Family.objects.with_people().filter(pk__in=keys).select_related("center")}
    return [Pair(families[first], families[second], [WHY[why]() for why in whys]) for first, second, whys, _n in found]
