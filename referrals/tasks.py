"""What happens later between us and partners: mails with links and codes, and a friendly word where none came back."""

from smtplib import SMTPException

from celery import shared_task
from django.db import transaction

from agency.due import Clocks
from referrals.links import mailing

again_when_mail_fails = {
    "autoretry_for": (SMTPException, ConnectionError, TimeoutError),
    "retry_backoff": True,
    "max_retries": 5,
}


@shared_task(**again_when_mail_fails)
@transaction.atomic
def email_link(link_id):
    """Tell a partner that a referral waits. Safe to run twice."""
    mailing.send_link(link_id)


@shared_task(**again_when_mail_fails)
@transaction.atomic
def email_code(code_id):
    """The digits that open the door. Safe to run twice."""
    mailing.send_code(code_id)


@shared_task
def remind_partners():
    """Each morning: who has been silent for a while, and mails that never went. Safe to run twice."""
    for link_id in mailing.to_remind(Clocks()):
        remind_partner.delay(link_id)
    for link_id in mailing.never_mailed():
        email_link.delay(link_id)


@shared_task(**again_when_mail_fails)
@transaction.atomic
def remind_partner(link_id):
    """A friendly word to one address. Safe to run twice: the second finds it reminded."""
    mailing.remind(link_id)
