"""Who was with us: families with a place, new ones, those who left."""

from django.utils.translation import gettext_lazy as _

from reports.kinds import Figure

PLACES = _("Places of children and of women who are expecting (enrollments).")
ONCE = _("A family counts once a program, however many places it holds.")

FIGURES = {
    "families": Figure(
        _("families served"), _("Families with somebody in the program on any day of the month, each once."), PLACES,
        ONCE,
    ),
    "new": Figure(_("new families"), _("Families whose first place here began in this month."), PLACES, ONCE),
    "left": Figure(
        _("families that left"),
        _("Families whose last place ended in this month, and who hold none on the first of the next."),
        PLACES,
        ONCE,
    ),
    "served": Figure(
        _("families served this year"),
        _("Families with a place on any day since the program year began; those who left still count."),
        PLACES,
        _("The program year goes on until the next one begins, so summer belongs to the year before."),
    ),
}  # fmt: skip

SQL = """
SELECT 'families', array_agg(family_id ORDER BY family_id) FROM enrolled
UNION ALL
SELECT 'served', array_agg(family_id ORDER BY family_id) FROM served
UNION ALL
SELECT 'new', array_agg(family_id ORDER BY family_id)
FROM (SELECT family_id FROM places GROUP BY family_id HAVING min(entered_on) BETWEEN %(first)s AND %(last)s) f
UNION ALL
SELECT 'left', array_agg(family_id ORDER BY family_id)
FROM (
    SELECT family_id FROM places
    GROUP BY family_id
    HAVING bool_or(exited_on BETWEEN %(first)s AND %(last)s)
       AND NOT bool_or(entered_on <= %(next)s AND (exited_on IS NULL OR exited_on >= %(next)s))
) f
"""


def count(scope, found):
    found.lists(scope.ask(SQL, next=scope.period.next().first))
    found.content["year_start"] = str(scope.year_start)
