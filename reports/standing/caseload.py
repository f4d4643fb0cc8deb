"""Caseload and workload: planned families beside the limit, and the weighted load beside them; month after month."""

from collections import Counter, defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import planned
from agency.models import User
from reports.periods import Month
from reports.scope import NARROWS
from reports.standing import labels
from reports.standing.blocks import Block, Measure
from reports.standing.frame import Standing
from reports.standing.signs import shown
from supervision.load import weighted, weights
from supervision.models import CaseloadCount

RULE = gettext_lazy(
    "The planned count is what the rule limits (45 CFR 1302.52(d)). The weighted load is for talking together."
)
MAIN = gettext_lazy("Who is main worker of a family that holds a place, on that day.")
MOST_MONTHS = 24

WORKERS = {
    "planned": Measure(gettext_lazy("Families"), gettext_lazy("Whose main worker this person is.")),
    "limit": Measure(gettext_lazy("Limit"), gettext_lazy("Families this person is planned to have at most."), "staff"),
    "over": Measure(gettext_lazy("Above it"), gettext_lazy("Families above the limit."), "staff", tells_first=True),
    "weighted": Measure(
        gettext_lazy("Weighted"), gettext_lazy("Families, and what the signs below add by the agency’s weights."),
        "level",
    ),
}  # fmt: skip
SHOW = gettext_lazy("Families that show it on the last day.")
SIGNS = {
    "any": Measure(gettext_lazy("Any sign"), gettext_lazy("Families that show at least one of these signs.")),
    "urgent": Measure(gettext_lazy("Urgent"), gettext_lazy("With an open need for today, without a first step.")),
    "deep": Measure(gettext_lazy("A lot of support"), gettext_lazy("With an open need that takes a lot of support.")),
    "urgent_deep": Measure(
        gettext_lazy("Both in one"), gettext_lazy("With one open need that is urgent and takes a lot of support.")
    ),
    "homeless": Measure(gettext_lazy("No home"), gettext_lazy("Without a home of their own.")),
    "child_welfare": Measure(
        gettext_lazy("Child welfare"), gettext_lazy("With child welfare involved."), is_restricted=True
    ),
    "baby": Measure(gettext_lazy("A baby"), gettext_lazy("With a child under one year, or one on the way.")),
    "no_contact": Measure(
        gettext_lazy("No contact"), gettext_lazy("Nobody has spoken with them for longer than the check-in clock says.")
    ),
}
MONTHS = {
    "planned": Measure(gettext_lazy("Families"), gettext_lazy("With a main worker on the last day of the month.")),
    "workers": Measure(gettext_lazy("Workers"), gettext_lazy("Who were main worker of any of them."), "staff"),
    "average": Measure(gettext_lazy("Families a worker"), gettext_lazy("The one by the other."), "level"),
    "largest": Measure(
        gettext_lazy("Largest caseload"), gettext_lazy("Most families of one worker."), "staff", tells_first=True
    ),
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
COURSE = {
    "planned": Measure(
        gettext_lazy("Families"), gettext_lazy("Of these workers, in the last weekly count of the month.")
    ),
    "weighted": Measure(
        gettext_lazy("Weighted"), gettext_lazy("These families, and what their signs add by the weights of that day."),
        "level",
    ),
    "each": Measure(
        gettext_lazy("Weighted, a worker"), gettext_lazy("The weighted load by the workers counted."), "level"
    ),
    "no_contact": Measure(gettext_lazy("No contact"), gettext_lazy("Longer than the check-in clock says.")),
    "overdue": Measure(gettext_lazy("Past its day"), gettext_lazy("Families in which something was past its day.")),
}  # fmt: skip
FROZEN = gettext_lazy(
    "Once a week each worker’s whole caseload is counted and kept as it was. A dash where nothing was counted."
)


def months(codes):
    return {code: str(Month.named(code).title) for code in codes}


class Caseload(Standing):
    code = "caseload"
    title = gettext_lazy("Caseload and workload")
    lead = gettext_lazy("How many families each worker serves, beside the limit and the weight of what they carry.")
    blocks = (
        Block("workers", gettext_lazy("Each worker"), gettext_lazy("Worker"), WORKERS, labels.workers, MAIN, RULE,
              "beside", ("planned", "limit"), gettext_lazy("Families, and the limit")),
        Block("signs", gettext_lazy("What makes it heavier"), gettext_lazy("Worker"), SIGNS, labels.workers, MAIN,
              SHOW),
        Block("months", gettext_lazy("Month after month"), gettext_lazy("Month"), MONTHS, months, MAIN, RULE,
              "line", ("average",), gettext_lazy("Families a worker, on the last day of each month"), keeps_order=True),
        Block("course", gettext_lazy("How heavy it was"), gettext_lazy("Month"), COURSE, months, FROZEN,
              shape="line", draws=("each",), note=gettext_lazy("Weighted load a worker, at the end of each month"),
              keeps_order=True),
    )  # fmt: skip

    def rows(self, scope, figure=""):
        last = min(scope.last, timezone.localdate())
        days = {_day(month, last): month for month in _months(scope, last)}
        served = defaultdict(dict)
        for day, worker, ids in scope.ask(SERVED, days=list(days)):
            served[day][worker] = set(ids)
        today = {worker: ids for worker, ids in served[max(days)].items() if worker}
        yield from _workers(today, shown(scope, max(days)), max(days))
        for day, month in days.items():
            yield from _month(str(month), served[day])
        if not NARROWS.keys() & scope.filters.keys():  # a weekly count knows nothing of languages and options
            yield from _course(scope, today)

    def sums(self, content):
        """Each family has one main worker, unless somebody wrote down two."""
        found = [f"workers.{worker}.planned" for worker in content["rows"]["workers"]]
        last = content["rows"]["months"][-1:]
        return [*super().sums(content), *((f"months.{month}.planned", found) for month in last)]

    def following(self, content, hidden):
        """A weighted load tells a sign that is hidden; the largest caseload tells whose it is."""
        rows, found = content["rows"], super().following(content, hidden)
        for worker in rows["signs"]:
            if any(f"signs.{worker}.{sign}" in hidden for sign in SIGNS):
                found.add(f"workers.{worker}.weighted")
        if any(f"workers.{worker}.planned" in hidden for worker in rows["workers"]):
            found |= {f"months.{month}.largest" for month in rows["months"][-1:]}
        return found

    def head(self, report):
        workers = report.content["rows"]["workers"]
        over = [f"workers.{code}.over" for code in workers]
        found = report.content["rows"]["months"][-1:]
        said = _("%(n)s workers above their limit") % {"n": sum(1 for code in over if report.number(code))}
        said = "" if report.hidden.intersection(over) else said
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


def _workers(served, signs, day):
    """Planned count and limit; beside them, never mixed in, the weighted load and the signs it is made of."""
    limits, adds = planned.limits(served, day), weights(day)
    staff = User.objects.filter(pk__in=served).order_by("last_name", "first_name", "pk").values_list("pk", flat=True)
    for worker in staff:
        ids, row = served[worker], str(worker)
        mine = {sign: ids & families for sign, families in signs.items()}
        yield "workers", row, "planned", len(ids), ids
        yield "workers", row, "limit", limits[worker], None
        yield "workers", row, "over", max(0, len(ids) - limits[worker]), None
        yield "workers", row, "weighted", weighted(len(ids), {sign: len(of) for sign, of in mine.items()}, adds), None
        for sign, families in mine.items():
            yield "signs", row, sign, None, families
        yield "signs", row, "any", None, set().union(*mine.values())


def _month(month, served):
    ids = set().union(*(families for worker, families in served.items() if worker))
    loads = [len(families) for worker, families in served.items() if worker]
    yield "months", month, "planned", None, ids
    yield "months", month, "workers", len(loads), None
    yield "months", month, "average", sum(loads) / len(loads) if loads else 0, None
    yield "months", month, "largest", max(loads, default=0), None
    yield "months", month, "nobody", None, served.get(None, [])


def _course(scope, served):
    """The last weekly count of each month, of the workers of these families."""
    staff = [scope.caseload_of.pk] if scope.caseload_of else list(served)
    rows = CaseloadCount.objects.filter(worker__in=staff, on__range=(scope.first, scope.last)).order_by("on")
    counts, counted = defaultdict(Counter), defaultdict(set)
    for day, worker, name, n in rows.values_list("on", "worker", "figure", "n"):
        counts[day][name] += n
        counted[day].add(worker)
    for day in {Month.of(day): day for day in sorted(counts)}.values():
        yield from _week(str(Month.of(day)), counts[day], len(counted[day]), weights(day))


def _week(month, counts, workers, adds):
    for column in ("planned", "no_contact", "overdue"):
        yield "course", month, column, counts[column], None
    if adds.keys() <= counts.keys():  # else it was counted before the signs were written down each week
        load = weighted(counts["planned"], {sign: counts[sign] for sign in adds}, adds)
        yield "course", month, "weighted", load, None
        yield "course", month, "each", load / workers, None


KIND = Caseload()
