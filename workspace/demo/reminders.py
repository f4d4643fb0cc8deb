"""The nights before today: what the run log says of the reminders, and one mail of the day in the letterbox."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from agency.models import Digest, OutboxMail, User, WorkRun
from workspace.reminders import log, sending, who

NIGHTS = 6
MORNING = time(6, 5)
A_MAIL = timedelta(milliseconds=60)


def remind(stage):
    """Six mornings in the log, one with a mail server that was away; Monica's last mail stands in the outbox."""
    staff = User.objects.working().count()
    for back in range(NIGHTS, 0, -1):
        _morning(stage.today - timedelta(days=back), staff, is_refused=back == NIGHTS // 2)
    _a_mail(_last_weekday(stage.today), stage.people["monica"])


def _morning(on, staff, *, is_refused):
    began = timezone.make_aware(datetime.combine(on, MORNING))
    if on.isoweekday() > 5:
        _run(began, {"people": staff, "mails": 0, "not_today": staff})
        return
    quiet = max(1, staff // 5)
    counts = {"people": staff, "mails": staff - quiet, "nothing": quiet}
    if is_refused:
        error = sending.MailServerAway.__name__
        _run(began, {"people": staff, "mails": 0, "ConnectionRefusedError": 3}, state="failed", error=error)
        began += timedelta(hours=1)
    _run(began, counts)


def _run(began, counts, **more):
    mails = counts["mails"]
    WorkRun.objects.create(
        name=log.DAILY, started_at=began, finished_at=began + (mails + 20) * A_MAIL, done=mails, total=mails,
        counts=counts, **{"state": "done"} | more,
    )  # fmt: skip


def _last_weekday(today):
    return next(day for back in range(1, 4) if (day := today - timedelta(days=back)).isoweekday() < 6)


def _a_mail(on, user):
    """What this person's families wait for, in the words of the real mail."""
    reader = next(one for one in who.readers(timezone.localdate()) if one.user.pk == user.pk)
    [letter] = sending.letters([reader], [reader], on)
    if letter.mail is None:
        return
    at = timezone.make_aware(datetime.combine(on, MORNING))
    for row in letter.rows:
        row.state, row.at = Digest.State.SENT, at
        row.save()
    OutboxMail.objects.create(at=at, to=user.email, subject=letter.mail.subject, body=letter.mail.body)
