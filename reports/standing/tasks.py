"""The mails about kept views, each morning. Safe to run at any moment and as often as one likes."""

from celery import shared_task

from reports.standing import saving


@shared_task
def send_views():
    """The links that are due today, and those of days without power."""
    saving.forget_old_mails()
    return saving.send_all()
