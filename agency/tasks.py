"""What happens later, or at night, in the agency's own room."""

from datetime import timedelta
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.core.management import call_command
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from agency import held
from agency.imports.tasks import forget_old_imports, look_at_import, undo_import, write_import
from agency.models import Agency, Draft, User

__all__ = ["forget_old_imports", "look_at_import", "undo_import", "write_import"]  # Celery looks for tasks here

DRAFTS_KEPT = timedelta(days=60)


@shared_task
def forget_old_drafts():
    """Drafts nobody came back to for sixty days, but for families whose record is held. Safe to run twice."""
    old = Draft.objects.filter(saved_at__lt=timezone.now() - DRAFTS_KEPT)
    kept = held.among(old.exclude(family_id=None).order_by().values_list("family_id", flat=True).distinct())
    old.exclude(family_id__in=kept).delete()


@shared_task
def clear_sessions():
    """Sessions that ran out. Safe to run twice."""
    call_command("clearsessions")


@shared_task(autoretry_for=(SMTPException, ConnectionError), retry_backoff=True, max_retries=5)
def email_invitation(user_id):
    """Send the link with which somebody chooses their first password. Safe to run twice: the link works once."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or user.has_usable_password():
        return
    words = {"user": user, "agency": Agency.objects.first(), "url": set_password_url(user)}
    with translation.override(user.language):
        subject = render_to_string("emails/invitation_subject.txt", words).strip()
        body = render_to_string("emails/invitation.txt", words)
    send_mail(subject, body, None, [user.email])


def set_password_url(user):
    """The address, good once and for some days, at which this person chooses a password."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return settings.SITE_URL + path
