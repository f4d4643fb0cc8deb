"""AccessEvent and AuditEvent: who looked, and who did what. The database refuses to change them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.history import append_only
from agency.models.staff import User


class AccessEvent(models.Model):
    """One page, search, print or export that showed identifiable families to one person.

    The families stand as numbers in a list: one row a page, and the row outlives the family's merge or destruction.
    """

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=100)
    family_ids = ArrayField(models.BigIntegerField())
    reason = models.CharField(max_length=300, blank=True)
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("look at a record")
        indexes = [
            GinIndex(name="access_of_a_family", fields=["family_ids"]),
            models.Index(name="access_by_a_person", fields=["by", "-at"]),
            BrinIndex(name="access_in_time", fields=["at"]),
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.page} {self.at:%Y-%m-%d %H:%M}"


class AuditEvent(models.Model):
    """One thing somebody did. `facts` holds codes, numbers and dates; never names or typed words."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    event = models.SlugField(max_length=60)
    about_type = models.CharField(max_length=60, blank=True)
    about_id = models.CharField(max_length=40, blank=True)
    family_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("entry in the log")
        indexes = [
            models.Index(name="audit_about", fields=["about_type", "about_id"]),
            models.Index(name="audit_of_a_family", fields=["family_id", "-at"]),
            BrinIndex(name="audit_in_time", fields=["at"]),
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.event} {self.at:%Y-%m-%d %H:%M}"
