"""Goals: set, moving, reached; reviews held. Numbers of goals, each with the families whose goals they are."""

from django.utils.translation import gettext_lazy as _

from reports.kinds import Figure

GOALS = _("Goals of families served this year. One still being written counts nowhere.")
MOVES = _("Notes that say how far a goal moved.")
YEAR = _("The program year of the family’s program, until the end of the month.")


def _goals(name, counts, records=GOALS, rule=""):
    return Figure(name, counts, records, rule, of_families=False)


FIGURES = {
    "goals_set": _goals(_("goals set"), _("Goals set in the month.")),
    "goals_set_this_year": _goals(_("goals set this year"), _("Goals set since the program year began."), rule=YEAR),
    "goals_open": _goals(_("goals being worked on"), _("Started, and not ended by the end of the month.")),
    "goals_moved": _goals(_("goals that moved forward"), _("Goals a note of this month says moved forward."), MOVES),
    "goals_reached": _goals(_("goals reached"), _("Reached, or reached in part, in the month.")),
    "goals_reached_this_year": _goals(
        _("goals reached this year"), _("Reached, or in part, since the program year began."), rule=YEAR
    ),
    "with_a_goal": Figure(_("families with a goal"), _("Families with a goal being worked on at month’s end."), GOALS),
    "reviewed": Figure(
        _("families that looked at their goals with us"), _("Families with a review held in the month."),
        _("Reviews of goals (45 CFR 1302.52(c)(3))."),
    ),
}  # fmt: skip

SQL = """
, own AS MATERIALIZED (
    SELECT g.id, g.family_id, g.state, g.set_on, g.ended_on, served.since
    FROM goals_goal g JOIN served USING (family_id)
    WHERE g.set_on <= %(last)s AND g.state <> 'draft'
), counted AS (
    SELECT *, set_on >= %(first)s AS new, set_on >= since AS new_this_year,
           ended_on IS NULL OR ended_on > %(last)s AS open,
           state IN ('achieved', 'partly') AND ended_on BETWEEN %(first)s AND %(last)s AS reached,
           state IN ('achieved', 'partly') AND ended_on BETWEEN since AND %(last)s AS reached_this_year
    FROM own
), moved AS (
    SELECT DISTINCT t.goal_id, own.family_id
    FROM goals_progressnote n JOIN served USING (family_id)
    JOIN goals_goaltouched t ON t.note_id = n.id AND t.moved = 'forward'
    JOIN own ON own.id = t.goal_id
    WHERE n.happened_on BETWEEN %(first)s AND %(last)s
)
SELECT 'goals_set', count(*), array_agg(DISTINCT family_id) FROM counted WHERE new
UNION ALL SELECT 'goals_set_this_year', count(*), array_agg(DISTINCT family_id) FROM counted WHERE new_this_year
UNION ALL SELECT 'goals_open', count(*), array_agg(DISTINCT family_id) FROM counted WHERE open
UNION ALL SELECT 'goals_reached', count(*), array_agg(DISTINCT family_id) FROM counted WHERE reached
UNION ALL SELECT 'goals_reached_this_year', count(*), array_agg(DISTINCT family_id) FROM counted WHERE reached_this_year
UNION ALL SELECT 'goals_moved', count(*), array_agg(DISTINCT family_id) FROM moved
UNION ALL SELECT 'with_a_goal', NULL, array_agg(DISTINCT family_id)
FROM counted JOIN enrolled USING (family_id) WHERE open
UNION ALL SELECT 'reviewed', NULL, array_agg(DISTINCT family_id)
FROM goals_review JOIN enrolled USING (family_id) WHERE held_on BETWEEN %(first)s AND %(last)s
"""


def count(scope, found):
    found.lists_of(scope.ask(SQL))
