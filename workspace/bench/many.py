"""Work done once for many families: an activity posted to two hundred of them."""

from django.db import transaction
from django.utils import timezone

from agency.access import Permission
from agency.models import ServiceCategory
from families.actions import activities
from families.models import Activity, Attendance, Family
from workspace.bench.measure import Budget, measured

FAMILIES = 200
POST = Budget(p95_ms=1_000, statements=40)
RUNS = 5


def rows(by):
    """Invited and posted, everybody there, by a supervisor; each time undone."""
    mine = Family.objects.visible_to(by, Permission.ASSESSMENT_EDIT).filter(enrollments__exited_on=None)
    families = list(mine.order_by("pk").values_list("pk", flat=True).distinct()[:FAMILIES])
    yield measured(f"Activity, posted to {len(families)}", POST, lambda: _posted(families, by), runs=RUNS)


def _posted(families, by):
    with transaction.atomic():
        activity = Activity.objects.create(
            title="Bench", category=ServiceCategory.objects.order_by("pk").first(), added_by=by,
            held_on=timezone.localdate(), in_kind_minutes=60,
        )  # fmt: skip
        activities.invite(activity=activity, families=families, by=by)
        came = set(Attendance.objects.filter(activity=activity).values_list("pk", flat=True))
        activities.keep_attendance(activity=activity, came=came, fathers=set(), by=by)
        transaction.set_rollback(True)
