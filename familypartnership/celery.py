"""The Celery app: what happens later, and what happens every night."""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "familypartnership.settings")

app = Celery("familypartnership")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# The schedule stands here and is copied to the database by Beat, which also remembers there what it last ran:
# a Beat that was down at midnight catches up when it starts again.
app.conf.beat_schedule = {
    "monthly program reports": {
        "task": "reports.tasks.make_monthly_reports",
        "schedule": crontab(hour=2, minute=0, day_of_month=1),
    },
    "monthly program reports, catching up": {
        "task": "reports.tasks.make_monthly_reports",
        "schedule": crontab(hour=6, minute=0),
    },
    "rehearsals of the PIR": {
        "task": "reports.pir.tasks.rehearse_pirs",
        "schedule": crontab(hour=2, minute=30, day_of_month=1),
    },
    "rehearsals of the PIR, catching up": {
        "task": "reports.pir.tasks.rehearse_pirs",
        "schedule": crontab(hour=6, minute=30),
    },
    "links to kept views": {"task": "reports.standing.tasks.send_views", "schedule": crontab(hour="6-9", minute=20)},
    "old drafts": {"task": "agency.tasks.forget_old_drafts", "schedule": crontab(hour=3, minute=30)},
    "old copies": {"task": "goals.tasks.throw_away_old_copies", "schedule": crontab(hour=3, minute=50)},
    "old exports": {"task": "reports.exports.tasks.throw_away_old_exports", "schedule": crontab(hour=3, minute=55)},
    "old imports": {"task": "agency.imports.tasks.forget_old_imports", "schedule": crontab(hour=3, minute=50)},
    "silent partners": {"task": "referrals.tasks.remind_partners", "schedule": crontab(hour=7, minute=10)},
    # From four in the morning, each hour: everybody chose an hour of their own, and a missed hour is made up for.
    "reminders of the day": {"task": "workspace.tasks.send_reminders", "schedule": crontab(minute=5, hour="4-21")},
    "urgent reminders": {"task": "workspace.tasks.send_urgent_reminders", "schedule": crontab(minute=35)},
    "old reminders": {"task": "workspace.tasks.forget_old_digests", "schedule": crontab(hour=3, minute=45)},
    "tasks of a hand-over": {"task": "supervision.tasks.pass_tasks_on", "schedule": crontab(minute=20)},
    "counts of caseloads": {
        "task": "supervision.tasks.count_caseloads",
        "schedule": crontab(hour=4, minute=10, day_of_week=0),
    },
    "expired sessions": {"task": "agency.tasks.clear_sessions", "schedule": crontab(hour=3, minute=40)},
}


@setup_logging.connect
def configure_logging(**kwargs):
    """Celery logs the way the web does; without this it would install its own handlers."""
    import logging.config

    from django.conf import settings

    logging.config.dictConfig(settings.LOGGING)
