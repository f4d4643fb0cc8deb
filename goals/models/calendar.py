"""CalendarFeed: the secret address under which a person's own calendar reads their agenda."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models import User


class FeedQuerySet(models.QuerySet):
    def open(self):
        return self.filter(revoked_at=None)


class CalendarFeed(models.Model):
    """One address a person gave to their calendar. Only its hash is kept, and it can be taken back."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    last_read_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        constraints = [
            models.UniqueConstraint(name="one_calendar_address", fields=["user"], condition=Q(revoked_at=None))
        ]

    def __str__(self):
        return f"{self.user_id} {self.made_at:%Y-%m-%d}"
