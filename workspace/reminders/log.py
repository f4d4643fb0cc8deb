"""What the run log knows of reminders: how many people, mails, why not the others, and errors by their type."""

from django.utils import timezone

from agency import runs
from agency.models import WorkRun
from workspace.reminders.sending import Account

DAILY, URGENT = "reminders", "urgent-reminders"
SAYS_EVERY = 10  # mails between two words about how far a run is


def watched(name, send, *, run_id=None, **how):
    """Sends, and writes down how it went; the account, for who wants to read it at once."""
    run, account = _the_run(run_id, name), Account()

    def told(done, total):
        if done % SAYS_EVERY == 0 or done == total:
            WorkRun.objects.filter(pk=run.pk).update(done=done, total=total)

    with runs.ending(run.pk):
        try:
            send(account, run=run, told=told, **how)
        finally:
            WorkRun.objects.filter(pk=run.pk).update(counts=account.as_counts())
    _forget_an_empty_hour(run, account)
    return account


def _the_run(run_id, name):
    """The run somebody asked for; else the one a killed worker has begun, so that none says "running" for ever."""
    if run_id:
        return WorkRun.objects.get(pk=run_id)
    begun = WorkRun.objects.filter(name=name, asked_by=None, state=WorkRun.State.RUNNING).first()
    return begun or WorkRun.objects.create(name=name)


def _forget_an_empty_hour(run, account):
    """The first run of a day stays in the log whatever it did; an hour in which nobody was up for a mail does not."""
    earlier = WorkRun.objects.filter(name=run.name, started_at__date=timezone.localdate(), pk__lt=run.pk)
    if run.asked_by_id is None and not account.did_something and earlier.exists():
        run.delete()
