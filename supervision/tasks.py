"""What this room does by night. Each is safe to run twice."""

from celery import shared_task
from django.utils import timezone

from supervision import past
from supervision.actions import assigning


@shared_task
def pass_tasks_on():
    """What old workers had taken on goes to those who start today."""
    assigning.pass_on(timezone.localdate())


@shared_task
def count_caseloads():
    """The week's counts of every worker, for the team's own past."""
    past.freeze(timezone.localdate())
