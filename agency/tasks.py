"""What happens at night in the agency's own room."""

from datetime import timedelta

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from agency.models import Draft

DRAFTS_KEPT = timedelta(days=60)


@shared_task
def forget_old_drafts():
    """Drafts nobody came back to for sixty days. Safe to run twice."""
    Draft.objects.filter(saved_at__lt=timezone.now() - DRAFTS_KEPT).delete()


@shared_task
def clear_sessions():
    """Sessions that ran out. Safe to run twice."""
    call_command("clearsessions")
