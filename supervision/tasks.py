"""What this room does by itself. Each is safe to run twice."""

from celery import shared_task
from django.utils import timezone

from supervision import past
from supervision.actions import decisions


@shared_task
def pass_tasks_on():
    """What was taken on for a family goes to the worker it has now."""
    decisions.pass_on(timezone.localdate())


@shared_task
def count_caseloads():
    """The week's counts of every worker, for the team's own past."""
    past.freeze(timezone.localdate())
