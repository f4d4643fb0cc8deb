"""Staying in touch: contacts, families reached and not, fathers who were there."""

from django.utils.translation import gettext_lazy as _

from reports.kinds import Figure

NOTES = _("Notes of contacts with families.")
REACHED = _("An unanswered call and a remark for the record are no contact.")

FIGURES = {
    "contacts": Figure(
        _("contacts"), _("Notes of the month in which somebody of a family served was reached."), NOTES, REACHED,
        of_families=False,
    ),
    "reached": Figure(_("families reached"), _("Families with at least one contact in the month."), NOTES, REACHED),
    "not_reached": Figure(
        _("families not reached"), _("Families served in the month without any contact in it."), NOTES, REACHED
    ),
    "visited": Figure(
        _("families visited at home"), _("Families with a home visit in the month."), NOTES,
        _("Visits that took place."),
    ),
    "fathers": Figure(
        _("families with a father there"),
        _("Families in which a father or father figure took part in a contact of the month."),
        _("Notes, and who was there."),
        _("Who is a father or father figure is said by the family, never guessed."),
    ),
}  # fmt: skip

MONTHS_SHOWN = 6

# Family by family: of each the first note with a father there is enough, and no list of all notes is sorted.
# "IS TRUE" keeps the fathers in one hash, instead of a look at each person who was there.
SQL = """
, said AS MATERIALIZED (
    SELECT n.family_id, count(*) AS contacts, bool_or(n.contact = 'home_visit') AS visited
    FROM goals_progressnote n JOIN enrolled USING (family_id)
    WHERE n.happened_on BETWEEN %(first)s AND %(last)s AND NOT n.contact IN ('no_answer', 'office')
    GROUP BY n.family_id
)
SELECT 'reached', array_agg(family_id ORDER BY family_id), coalesce(sum(contacts), 0)::int FROM said
UNION ALL
SELECT 'visited', array_agg(family_id ORDER BY family_id) FILTER (WHERE visited), 0 FROM said
UNION ALL
SELECT 'not_reached', array_agg(family_id ORDER BY family_id), 0
FROM enrolled WHERE NOT EXISTS (SELECT FROM said WHERE said.family_id = enrolled.family_id)
UNION ALL
SELECT 'fathers', array_agg(said.family_id ORDER BY said.family_id), 0
FROM said CROSS JOIN LATERAL (
    SELECT FROM goals_progressnote n
    JOIN goals_progressnote_present p ON p.progressnote_id = n.id
    WHERE n.family_id = said.family_id
      AND n.happened_on BETWEEN %(first)s AND %(last)s AND NOT n.contact IN ('no_answer', 'office')
      AND (p.familymember_id IN (SELECT id FROM families_familymember WHERE is_father_figure)) IS TRUE
    LIMIT 1
) with_father
"""

# Grouped by family first: counting the families of a month out of all its notes would sort every note.
BY_MONTH = """
, months AS (
    SELECT day::date AS first, (day + interval '1 month' - interval '1 day')::date AS last
    FROM generate_series(%(begins)s::timestamp, %(first)s::timestamp, interval '1 month') AS day
), here AS (
    SELECT DISTINCT m.first, p.family_id
    FROM months m JOIN places p ON p.entered_on <= m.last AND (p.exited_on IS NULL OR p.exited_on >= m.first)
), said AS (
    SELECT date_trunc('month', happened_on::timestamp)::date AS first, family_id, count(*) AS contacts
    FROM goals_progressnote
    WHERE NOT contact IN ('no_answer', 'office') AND happened_on BETWEEN %(begins)s AND %(last)s
      AND (%(everybody)s OR family_id = ANY(%(families)s))
    GROUP BY 1, 2
)
SELECT to_char(first, 'YYYY-MM'), coalesce(sum(contacts), 0)::int, count(*), (count(*) FILTER (WHERE contacts IS NULL))
FROM here LEFT JOIN said USING (first, family_id)
GROUP BY first
"""


def count(scope, found):
    rows = scope.ask(SQL)
    found.lists((figure, ids) for figure, ids, _contacts in rows)
    found.families["contacts"] = found.families["reached"]
    found.numbers["contacts"] = next(contacts for figure, _ids, contacts in rows if figure == "reached")


def tell(scope, found):
    found.content["contacts"] = _by_month(scope)


def _by_month(scope):
    """Contacts, families served and families with none, for the months that end with this one."""
    months = scope.period.back(MONTHS_SHOWN)
    everybody = scope.is_agency  # whose notes need not be picked out of all
    places = scope.places().during(months[0].first, scope.last)
    families = [] if everybody else list(places.order_by().values_list("family_id", flat=True).distinct())
    facts = {"begins": months[0].first, "everybody": everybody, "families": families}
    counted = {month: numbers for month, *numbers in scope.ask(BY_MONTH, **facts)}
    rows = [(str(month), *counted.get(str(month), (0, 0, 0))) for month in months]
    return [dict(zip(("month", "contacts", "families", "none"), row, strict=True)) for row in rows]
