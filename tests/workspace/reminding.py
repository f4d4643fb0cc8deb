"""What the tests of reminders share: a day and an hour, and people who want their mail on every day of the week."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from agency.models import ReminderChoice
from agency.models.reminders import EVERY_DAY
from workspace.reminders import sending


def at(hour, day=None):
    """That hour, local time, today or on `day`."""
    return timezone.make_aware(datetime.combine(day or timezone.localdate(), time(hour, 5)))


def listens(*people, **choice):
    """These people want their mail whatever weekday it is; a test must not depend on the day it runs."""
    for person in people:
        chosen = {"days": EVERY_DAY, "weekly": False, "monthly": False} | choice
        ReminderChoice.objects.update_or_create(user=person, defaults=chosen)


def send(now=None, **how):
    account = sending.Account()
    sending.daily(account, now=now or at(12), **how)
    return account


def alarm(now=None):
    account = sending.Account()
    sending.urgently(account, now=now or timezone.now())
    return account


def next_weekday(number, after=None):
    """The first such day of the week (Monday is 1) after today, or after `after`."""
    day = (after or timezone.localdate()) + timedelta(days=1)
    while day.isoweekday() != number:
        day += timedelta(days=1)
    return day


def numbers(mail):
    """The lines of a mail that count something: label → number."""
    lines = (line.strip().removeprefix("- ").rpartition(": ") for line in mail.body.splitlines())
    return {label: int(n) for label, _colon, n in lines if n.isdigit()}
