"""A few due things that their worker has put aside, one of them for the second time: so the lists of it are alive."""

from agency.due import Clocks
from agency.models import Deadline
from families.actions import waiting
from families.models import Assignment, Family
from supervision.worklist import everything_due, is_overdue, may_wait

STORY = "Alvarez"  # the family that is told about stays as it is told
KINDS = ("check_in", "check_in_latest", "next_step", "goal_step", "rights_notice", "enrollment_snapshot")
SAID = (
    ("They are with her mother until the end of the week.", 7),
    ("The paper is ordered; the school office sends it.", 3),
    ("He starts the night shift and asked us to call after the first week.", 10),
)
WORKERS = 2  # who put something aside


def put_some(stage):
    """The first overdue things of two workers, one of each family; the first of each worker for the second time."""
    for worker in _workers(stage):
        things = _late(worker)
        for number, (item, (reason, days)) in enumerate(zip(things, SAID, strict=False)):
            for _time in range(2 if number == 0 else 1):
                waiting.put_aside(
                    family=Family.objects.get(pk=item.family_id), kind=item.kind, about=item.about, days=days,
                    reason=reason, at_most=_limit(), by=worker,
                )  # fmt: skip


def _workers(stage):
    monica = stage.people["monica"]
    main = Assignment.objects.in_force().filter(kind=Assignment.Kind.PRIMARY).exclude(worker=monica)
    others = [row.worker for row in main.select_related("worker").order_by("worker_id", "pk").distinct("worker_id")]
    return [monica, *others][:WORKERS]


def _late(worker):
    families = Assignment.objects.in_force().filter(worker=worker, kind=Assignment.Kind.PRIMARY)
    families = families.exclude(family__name=STORY).order_by("family").values_list("family", flat=True)
    clocks, found = Clocks(), {}
    for item in everything_due(list(families), worker, clocks):
        if item.kind in KINDS and may_wait(item) and is_overdue(item, clocks.on):
            found.setdefault(item.family_id, item)
    return list(found.values())


def _limit():
    return Deadline.objects.filter(code="snooze_limit", program=None).order_by("-effective_on").first().length
