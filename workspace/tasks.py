"""Reminders by mail, early in the day and whenever somebody is at risk. Each is safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from agency import audit
from agency.models import Digest, WorkRun
from workspace.reminders import log, sending

KEPT = timedelta(days=400)


@shared_task
def send_reminders(run_id=None):
    """The mail of the day for whoever is up for it. Runs each hour: an hour missed is made up for by the next."""
    log.watched(log.DAILY, sending.daily, run_id=run_id)


@shared_task
def send_urgent_reminders(run_id=None):
    """What is new and urgent since the last hour."""
    log.watched(log.URGENT, sending.urgently, run_id=run_id)


@shared_task
def forget_old_digests():
    """Reminders of more than a year ago. Safe to run twice."""
    Digest.objects.filter(for_on__lt=timezone.localdate() - KEPT).delete()


SENDS = {log.DAILY: send_reminders, log.URGENT: send_urgent_reminders}


@transaction.atomic
def ask_for(name, by):
    """A run somebody asks for by hand: only what is missing goes."""
    run = WorkRun.objects.create(name=name, asked_by=by)
    audit.record("reminders_asked_for", about=run, by=by, name=name)
    SENDS[name].delay_on_commit(run.pk)
    return run
