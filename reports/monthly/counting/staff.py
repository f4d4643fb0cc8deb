"""Families per worker beside the limit (45 CFR 1302.52(d)); hours of supervision and of learning."""

from django.utils.translation import gettext_lazy as _

from agency import planned
from reports.kinds import Figure

MAIN = _("Who is main worker of a family served in the month, on its last day.")
RULE = _("The planned count of the rule (45 CFR 1302.52(d)), never mixed with weighted workload.")
HOURS = _("Hours of training of staff are not recorded in this system; these hours are.")


def _staff(name, counts, records=MAIN, rule=RULE):
    return Figure(name, counts, records, rule, of_families=False, of_staff=True)


FIGURES = {
    "workers": _staff(_("family service workers"), _("Staff who are main worker of a family served in the month.")),
    "caseload_limit": _staff(
        _("planned families at most"), _("The agency’s limit of families per worker."), _("The agency’s settings.")
    ),
    "caseload_largest": _staff(
        _("largest caseload"), _("Most families of one worker at the end of the month.")
    ),
    "workers_over_limit": _staff(
        _("workers above the limit"), _("Staff who are main worker of more families than planned.")
    ),
    "without_worker": Figure(
        _("families without a main worker"), _("Served in the month, nobody assigned at its end."), MAIN
    ),
    "supervision_sessions": _staff(
        _("supervision sessions held"), _("With these workers in the month. What was said in them is counted nowhere."),
        _("Supervision sessions."), "",
    ),
    "supervision_hours": _staff(
        _("hours of supervision"), _("The length of those sessions."), _("Supervision sessions."), HOURS
    ),
    "parent_hours": _staff(
        _("hours parents spent learning with us"),
        _("Length of workshops and parenting classes of the month, for each adult of a family served who came."),
        _("Attendance of activities."), HOURS,
    ),
}  # fmt: skip

SQL = """
, main AS MATERIALIZED (
    SELECT a.worker_id, a.family_id
    FROM families_assignment a JOIN enrolled USING (family_id)
    WHERE a.kind = 'primary' AND a.starts_on <= %(last)s AND (a.ends_on IS NULL OR a.ends_on >= %(last)s)
), loads AS (
    SELECT worker_id, count(*) AS families FROM main GROUP BY worker_id
), sessions AS (
    SELECT count(*) AS held, coalesce(sum(minutes), 0) AS minutes
    FROM supervision_session
    WHERE state IN ('held', 'signed') AND held_on BETWEEN %(first)s AND %(last)s
      AND worker_id IN (SELECT worker_id FROM loads)
), learning AS (
    SELECT coalesce(sum(v.minutes), 0) AS minutes
    FROM families_attendance a JOIN enrolled USING (family_id) JOIN families_activity v ON v.id = a.activity_id
    WHERE a.is_present AND v.posted_at IS NOT NULL AND v.kind IN ('workshop', 'class')
      AND v.held_on BETWEEN %(first)s AND %(last)s
)
SELECT array_agg(worker_id), array_agg(families),
       (SELECT array_agg(family_id ORDER BY family_id) FROM enrolled
        WHERE NOT EXISTS (SELECT FROM main WHERE main.family_id = enrolled.family_id)),
       (SELECT held FROM sessions), (SELECT minutes FROM sessions), (SELECT minutes FROM learning)
FROM loads
"""


def count(scope, found):
    workers, families, without, sessions, supervised, learned = scope.ask(SQL)[0]
    loads = dict(zip(workers or [], families or [], strict=True))
    limits = planned.limits(loads, scope.last)
    found.lists([("without_worker", without)])
    found.numbers |= {
        "workers": len(loads),
        "caseload_limit": planned.agency_wide(scope.last),
        "caseload_largest": max(loads.values(), default=0),
        "workers_over_limit": sum(load > limits[worker] for worker, load in loads.items()),
        "supervision_sessions": sessions,
        "supervision_hours": _hours(supervised),
        "parent_hours": _hours(learned),
    }


def _hours(minutes):
    """Hours with one decimal, halves up."""
    return (int(minutes) * 10 + 30) // 60 / 10
