"""Families per worker beside the limit (45 CFR 1302.52(d)); hours of supervision and of learning."""

from django.utils.translation import gettext_lazy as _

from agency import planned
from reports.kinds import Figure

MAIN = _("Who is main worker of a family served in the month, on its last day.")
RULE = _("The planned count of the rule (45 CFR 1302.52(d)), never mixed with weighted workload.")
HOURS = _("Hours of training of staff are not recorded in this system; these hours are.")
ABSENCES = _("Absences of staff, entered with who covers for them.")


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
    "supervision_learning": _staff(
        _("of these, sessions that named something to learn"),
        _("What it was stays between the worker and the supervisor."), _("Supervision sessions."), "",
    ),
    "training_days": _staff(
        _("working days away in training"),
        _("Mondays to Fridays of the month on which one of these workers was away in training, added up."),
        ABSENCES, _("Days without an absence, and hours, are not recorded in this system."),
    ),
    "parent_hours": Figure(
        _("hours parents spent learning with us"),
        _("Length of workshops and parenting classes of the month, for each adult of a family served who came."),
        _("Attendance of activities."), of_families=False,
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
    SELECT count(*) AS held, coalesce(sum(minutes), 0) AS minutes, count(*) FILTER (WHERE training <> '') AS learning
    FROM supervision_session
    WHERE state IN ('held', 'signed') AND held_on BETWEEN %(first)s AND %(last)s
      AND worker_id IN (SELECT worker_id FROM loads)
), training AS (
    SELECT count(*) AS days
    FROM supervision_absence a
    CROSS JOIN LATERAL generate_series(
        greatest(a.starts_on, %(first)s), least(a.ends_on, %(last)s, (a.back_at AT TIME ZONE %(zone)s)::date - 1),
        interval '1 day') AS day
    WHERE a.why = 'training' AND a.starts_on <= %(last)s AND a.ends_on >= %(first)s
      AND a.worker_id IN (SELECT worker_id FROM loads) AND extract(isodow FROM day) < 6
), learning AS (
    SELECT coalesce(sum(v.minutes), 0) AS minutes, array_agg(DISTINCT family_id) AS families
    FROM families_attendance a JOIN enrolled USING (family_id) JOIN families_activity v ON v.id = a.activity_id
    WHERE a.is_present AND v.posted_at IS NOT NULL AND v.kind IN ('workshop', 'class')
      AND v.held_on BETWEEN %(first)s AND %(last)s
)
SELECT array_agg(worker_id), array_agg(families),
       (SELECT array_agg(family_id ORDER BY family_id) FROM enrolled
        WHERE NOT EXISTS (SELECT FROM main WHERE main.family_id = enrolled.family_id)),
       (SELECT ARRAY[held, minutes, learning] FROM sessions), (SELECT days FROM training),
       (SELECT minutes FROM learning), (SELECT families FROM learning)
FROM loads
"""


def count(scope, found):
    workers, families, without, (sessions, supervised, named), away, learned, learners = scope.ask(SQL)[0]
    loads = dict(zip(workers or [], families or [], strict=True))
    limits = planned.limits(loads, scope.last)
    found.lists([("without_worker", without)])
    found.lists_of([("parent_hours", _hours(learned), learners)])
    found.numbers |= {
        "workers": len(loads),
        "caseload_limit": planned.agency_wide(scope.last),
        "caseload_largest": max(loads.values(), default=0),
        "workers_over_limit": sum(load > limits[worker] for worker, load in loads.items()),
        "supervision_sessions": sessions,
        "supervision_hours": _hours(supervised),
        "supervision_learning": named,
        "training_days": away,
    }


def _hours(minutes):
    """Hours with one decimal, halves up."""
    return (int(minutes) * 10 + 30) // 60 / 10
