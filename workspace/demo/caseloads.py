"""Who carries how much, over time: weekly counts, hand-overs that were made, somebody away, families that wait.

Written after the families, from who serves them: a few rows for each worker, however large the agency.
"""

from collections import Counter
from datetime import timedelta

from django.db.models import F

from agency.models import CaseloadException
from agency.planned import agency_wide
from families.models import Assignment
from supervision.models import Absence, CaseloadCount, Handed, HandOver
from supervision.past import OVER
from workspace.demo.texts import read

AT_ONCE = 2000
WEEKS, WEEKS_WHERE_MANY = range(1, 27), (1, 4, 5, 12, 13)
HANDED = 12  # hand-overs an agency of any size remembers
WAITING, ONE_OF = 4, 120  # families whose worker has left and nobody has come yet: at least so many, one of so many
LEFT = timedelta(days=4)
# Of a hundred families, about how many stood in each figure.
SHARES = {
    "no_contact": 6, "overdue": 46, "urgent": 3, "stuck": 7, "no_steps": 1, "old_referral": 7, "agreement": 40,
    "reoffer": 2, "not_welcomed": 4, "consultation": 4, "safety": 8, "father": 7, "snoozed": 1, "celebration": 9,
}  # fmt: skip
WEIGH = {"deep": 14, "urgent_deep": 2, "homeless": 6, "child_welfare": 4, "baby": 18}  # signs that are no figure


def leave_waiting(ground):
    """Some families have had nobody for a few days; half of them speak another language than English."""
    main = Assignment.objects.in_force(ground.today).filter(kind="primary", ends_on=None)
    main = main.filter(starts_on__lt=ground.today - LEFT, family__enrollments__exited_on=None)
    main = main.exclude(worker=ground.people["monica"]).exclude(family__name="Alvarez")
    main = main.exclude(family__assignments__kind="cover").order_by("-family").distinct()
    wanted = max(WAITING, ground.size.families // ONE_OF)
    others = list(main.exclude(family__language="en").values_list("pk", flat=True)[: wanted // 2])
    rest = list(main.filter(family__language="en").values_list("pk", flat=True)[: wanted - len(others)])
    Assignment.objects.filter(pk__in=[*others, *rest]).update(ends_on=ground.today - LEFT)


def carry(ground):
    """Everything of this chapter, in a few statements each."""
    told, rng = read("caseloads"), ground.random("caseloads")
    main = Assignment.objects.in_force(ground.today).filter(kind="primary")
    planned = Counter(main.order_by().values_list("worker", flat=True))
    _past(ground, planned, rng)
    _hand_overs(ground, told)
    _away(ground)
    _exceptions(ground, planned, told)


def _past(ground, planned, rng):
    """The counts of each week, with a little more trouble the further back."""
    last, most = ground.today - timedelta(days=(ground.today.weekday() + 1) % 7), agency_wide(ground.today)
    weeks = WEEKS_WHERE_MANY if ground.size.is_big else WEEKS
    CaseloadCount.objects.bulk_create(
        (
            CaseloadCount(worker_id=worker, on=last - timedelta(days=7 * week), figure=figure, n=n)
            for worker, families in sorted(planned.items())
            for week in weeks
            for figure, n in _counted(families, most, week, rng)
        ),
        AT_ONCE,
    )


def _counted(families, most, week, rng):
    families = max(1, families - rng.randrange(3))
    yield "planned", families
    yield OVER, int(families > most)
    for code, share in (SHARES | WEIGH).items():
        expected = families * share * (1 + week / 60) / 100
        yield code, min(families, int(expected + rng.random()))


def _hand_overs(ground, told):
    """Some of the times a family came to another worker, told as the act it was."""
    changed = Assignment.objects.filter(kind="primary", starts_on__lte=ground.today, handover_note="")
    changed = changed.filter(
        family__assignments__kind="primary", family__assignments__ends_on=F("starts_on") - timedelta(days=1)
    )
    rows = changed.annotate(ended=F("family__assignments"), old=F("family__assignments__worker"))
    for number, row in enumerate(rows.exclude(old=F("worker")).order_by("-starts_on", "pk")[:HANDED]):
        made = HandOver.objects.create(
            worker_id=row.old, starts_on=row.starts_on, why=told["why"][number % len(told["why"])]["en"],
            made_by=ground.people["denise"],
        )  # fmt: skip
        Handed.objects.create(
            hand_over=made, family_id=row.family_id, to_id=row.worker_id, ended_id=row.ended, begun=row
        )


def _away(ground):
    """Jamal is on leave, and Monica covers."""
    jamal, monica = ground.people["jamal"], ground.people["monica"]
    covers = list(Assignment.objects.in_force(ground.today).filter(kind="cover", worker=monica).order_by("pk"))
    if covers:
        days = {"starts_on": covers[0].starts_on, "ends_on": covers[0].ends_on}
        away = Absence.objects.create(worker=jamal, why="leave", added_by=ground.people["denise"], **days)
        away.covers.set(covers)


def _exceptions(ground, planned, told):
    """Whoever is planned more than the limit has it written down why: the fullest one, at least."""
    most, fullest = agency_wide(ground.today), max(planned, key=lambda pk: (planned[pk], -pk), default=None)
    if fullest and planned[fullest] > most:
        CaseloadException.objects.create(
            worker_id=fullest, most=planned[fullest], why=told["exception"]["en"], allowed_by=ground.people["thomas"],
            starts_on=ground.today - timedelta(days=40), ends_on=ground.today + timedelta(days=50),
        )  # fmt: skip
