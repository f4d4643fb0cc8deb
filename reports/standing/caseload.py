"""Caseload and workload: planned families beside the limit, and the weighted load beside them; month after month."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import planned
from agency.models import User
from reports.periods import Month
from reports.standing import labels
from reports.standing.frame import Block, Measure, Standing
from supervision.load import weights

RULE = gettext_lazy(
    "The planned count is what the rule limits (45 CFR 1302.52(d)). The weighted load is for talking together."
)
MAIN = gettext_lazy("Who is main worker of a family that holds a place, on that day.")
MOST_MONTHS = 24

WORKERS = {
    "planned": Measure(gettext_lazy("Families"), gettext_lazy("Whose main worker this person is.")),
    "limit": Measure(gettext_lazy("Limit"), gettext_lazy("Families this person is planned to have at most."), "staff"),
    "over": Measure(gettext_lazy("Above it"), gettext_lazy("Families above the limit."), "staff"),
    "deep": Measure(
        gettext_lazy("A lot of support"), gettext_lazy("Families with an open need that takes a lot of support.")
    ),
    "urgent": Measure(
        gettext_lazy("Urgent"), gettext_lazy("Families with an open need for today, without a first step.")
    ),
    "homeless": Measure(gettext_lazy("No home"), gettext_lazy("Families without a home of their own.")),
    "weighted": Measure(
        gettext_lazy("Weighted"),
        gettext_lazy("Families, and what these three signs add by the agency’s weights."),
        "level",
    ),
}
MONTHS = {
    "planned": Measure(gettext_lazy("Families"), gettext_lazy("With a main worker on the last day of the month.")),
    "workers": Measure(gettext_lazy("Workers"), gettext_lazy("Who were main worker of any of them."), "staff"),
    "average": Measure(gettext_lazy("Families a worker"), gettext_lazy("The one by the other."), "level"),
    "largest": Measure(gettext_lazy("Largest caseload"), gettext_lazy("Most families of one worker."), "staff"),
    "nobody": Measure(gettext_lazy("Nobody"), gettext_lazy("Families with a place and no main worker.")),
}

# On each of the days, who served which family that held a place; nobody where none did.
SERVED = """
, days AS (SELECT unnest(%(days)s::date[]) AS day)
SELECT d.day, a.worker_id, array_agg(DISTINCT p.family_id)
FROM days d
JOIN places p ON p.entered_on <= d.day AND (p.exited_on IS NULL OR p.exited_on >= d.day)
LEFT JOIN families_assignment a ON a.family_id = p.family_id AND a.kind = 'primary'
     AND a.starts_on <= d.day AND (a.ends_on IS NULL OR a.ends_on >= d.day)
GROUP BY d.day, a.worker_id
"""
SIGNS = """
SELECT 'deep', n.family_id FROM families_need n JOIN enrolled USING (family_id)
WHERE n.intensity = 3 AND n.opened_on <= %(day)s AND (n.closed_on IS NULL OR n.closed_on > %(day)s)
UNION
SELECT 'urgent', n.family_id FROM families_need n JOIN enrolled USING (family_id)
WHERE n.urgency = 3 AND n.opened_on <= %(day)s AND (n.closed_on IS NULL OR n.closed_on > %(day)s)
  AND (n.first_step_at IS NULL OR (n.first_step_at AT TIME ZONE %(zone)s)::date > %(day)s)
UNION
SELECT 'homeless', h.family_id FROM families_homelessnessepisode h JOIN enrolled USING (family_id)
WHERE h.began_on <= %(day)s AND (h.ended_on IS NULL OR h.ended_on >= %(day)s)
"""


def months(codes):
    return {code: str(Month.named(code).title) for code in codes}


class Caseload(Standing):
    code = "caseload"
    title = gettext_lazy("Caseload and workload")
    lead = gettext_lazy("How many families each worker serves, beside the limit and the weight of what they carry.")
    blocks = (
        Block("workers", gettext_lazy("Each worker"), gettext_lazy("Worker"), WORKERS, labels.workers, MAIN, RULE,
              "beside", ("planned", "limit"), gettext_lazy("Families, and the limit")),
        Block("months", gettext_lazy("Month after month"), gettext_lazy("Month"), MONTHS, months, MAIN, RULE,
              "line", ("average",), gettext_lazy("Families a worker, on the last day of each month"), keeps_order=True),
    )  # fmt: skip

    def rows(self, scope):
        last = min(scope.last, timezone.localdate())
        days = {_day(month, last): month for month in _months(scope, last)}
        served = defaultdict(dict)
        for day, worker, ids in scope.ask(SERVED, days=list(days)):
            served[day][worker] = ids
        yield from _workers(scope, served[max(days)], max(days))
        for day, month in days.items():
            yield from _month(str(month), served[day])

    def head(self, report):
        workers = report.content["rows"]["workers"]
        over = [code for code in workers if report.number(f"workers.{code}.over")]
        found = report.content["rows"]["months"][-1:]
        said = _("%(n)s workers above their limit") % {"n": len(over)}
        return [
            (f"months.{month}.{column}", said if column == "planned" else "") for month in found for column in MONTHS
        ][:4]


def _months(scope, last):
    """The months of these days that have begun, oldest first, and not too many."""
    found = [Month.of(max(last, scope.first))]
    while found[0].first > scope.first and len(found) < MOST_MONTHS:
        found.insert(0, found[0].previous())
    return found


def _day(month, last):
    return max(month.first, min(month.last, last))


def _workers(scope, served, day):
    signs = defaultdict(set)
    for sign, family in scope.ask(SIGNS, day=day):
        signs[sign].add(family)
    staff = [worker for worker in served if worker]
    limits, adds = planned.limits(staff, day), weights(day)
    for worker in (
        User.objects.filter(pk__in=staff).order_by("last_name", "first_name", "pk").values_list("pk", flat=True)
    ):
        ids, row = set(served[worker]), str(worker)
        yield "workers", row, "planned", len(ids), ids
        yield "workers", row, "limit", limits[worker], None
        yield "workers", row, "over", max(0, len(ids) - limits[worker]), None
        for sign in ("deep", "urgent", "homeless"):
            yield "workers", row, sign, None, ids & signs[sign]
        weight = sum(adds[sign] * len(ids & signs[sign]) for sign in ("deep", "urgent", "homeless"))
        yield "workers", row, "weighted", len(ids) + weight, None


def _month(month, served):
    ids = {one for worker, families in served.items() if worker for one in families}
    loads = [len(families) for worker, families in served.items() if worker]
    yield "months", month, "planned", None, ids
    yield "months", month, "workers", len(loads), None
    yield "months", month, "average", sum(loads) / len(loads) if loads else 0, None
    yield "months", month, "largest", max(loads, default=0), None
    yield "months", month, "nobody", None, served.get(None, [])


KIND = Caseload()
