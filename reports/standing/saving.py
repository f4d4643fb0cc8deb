"""Keeping a view of a report, and sending its link on the days that were chosen: each once, whatever happens."""

import logging
from datetime import timedelta
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from agency import audit
from agency.access import Permission
from reports.models import SavedView, ViewMail, ViewSchedule

logger = logging.getLogger(__name__)
NOT_TAKEN = (SMTPException, OSError)  # what a mail server that is away, or does not want a mail, answers with


@transaction.atomic
def keep(*, view, query, every, by):
    """The view and, where somebody wants it, its mails. The first comes on the next such day, not today."""
    view.query = query
    view.save()
    ViewSchedule.objects.filter(view=view).delete()  # of the view in whose place it stands now
    if every:
        schedule = ViewSchedule(view=view, every=every)
        schedule.next_on = schedule.after(timezone.localdate())
        schedule.save()
    audit.record("report_view_kept", by=by, report=view.kind, every=every)


@transaction.atomic
def drop(*, view, by):
    audit.record("report_view_dropped", by=by, report=view.kind)
    view.delete()


def due(on=None):
    """The keys of schedules whose day has come."""
    return list(
        ViewSchedule.objects.filter(next_on__lte=on or timezone.localdate()).order_by("pk").values_list("pk", flat=True)
    )


def send_all(on=None):
    """Each mail that is due; how many went. One that a mail server does not take stays due, the others still go."""
    went = 0
    for key in due(on):
        try:
            went += send(key, on=on)
        except NOT_TAKEN as error:
            logger.warning("The mail about view schedule %s was not taken: %s", key, type(error).__name__)
    return went


@transaction.atomic
def send(key, on=None):
    """One mail for its day, with a row that says so: both stand or neither. True when it went.

    After days without power one mail comes, not one for each day that was missed.
    """
    on = on or timezone.localdate()
    waiting = ViewSchedule.objects.select_for_update(of=("self",)).select_related("view__user")
    schedule = waiting.filter(pk=key, next_on__lte=on).first()
    if schedule is None:
        return False
    due_on, user = schedule.next_on, schedule.view.user
    schedule.next_on = schedule.after(on)
    schedule.save(update_fields=["next_on"])
    if not (user.is_active and user.email and user.may(Permission.REPORT_VIEW)):
        return False
    new = ViewMail.objects.get_or_create(schedule=schedule, due_on=due_on)[1]
    if new:
        mail(schedule.view, due_on).send()
    return new


def mail(view, due_on):
    """A link and nothing else: what the report counts is read by whoever signs in."""
    user = view.user
    words = {"url": settings.SITE_URL + view.get_absolute_url()}
    with translation.override(user.language):
        subject = " ".join(render_to_string("emails/view_subject.txt", words).split())
        body = render_to_string("emails/view.txt", words)
    key = f"view-{view.pk}-{due_on:%Y%m%d}@{urlsplit(settings.SITE_URL).hostname}"
    headers = {"Message-ID": f"<{key}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, None, [user.email], headers=headers)


def forget_old_mails(on=None):
    """The rows of mails of a year ago: nothing can send those again."""
    before = (on or timezone.localdate()) - timedelta(days=366)
    return ViewMail.objects.filter(due_on__lt=before).delete()[0]


def mine_and_shared(user):
    """The views on this person's page of reports."""
    return SavedView.objects.visible_to(user).select_related("user", "schedule").order_by("name", "pk")
