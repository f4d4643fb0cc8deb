"""Reminders of the whole agency: the fullest morning there is, and the hour in which every urgent thing is new."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from agency.models import Digest
from workspace.bench.measure import Budget, measured
from workspace.reminders import sending

BUDGET = Budget(p95_ms=30_000)


def rows(runs):
    yield measured("Reminders, a Monday", BUDGET, _monday, runs=runs, warm=1)
    yield measured("Reminders, all at risk is new", BUDGET, _alarm, runs=runs, warm=1)


def _monday():
    """A mail for everybody, with the week of each team and the month of the agency. Taken back."""
    on = timezone.localdate() + timedelta(days=7 - timezone.localdate().weekday())
    return _sent(sending.daily, on=on)


def _alarm():
    return _sent(sending.urgently)


def _sent(send, **how):
    account = sending.Account()
    with transaction.atomic():
        Digest.objects.all().delete()
        send(account, **how)
        transaction.set_rollback(True)
    return account
