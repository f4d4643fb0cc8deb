"""Export: one table that somebody took along as a file: what, for which purpose, how many rows, until when."""

from datetime import timedelta

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.models import WorkRun

KEPT_FOR = timedelta(days=3)


class ExportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Only whoever asked for it, as long as they may export."""
        return self.filter(run__asked_by=user) if user.may(Permission.REPORT_EXPORT) else self.none()

    def expired(self):
        return self.filter(expires_at__lte=timezone.now()).exclude(path="")


def in_three_days():
    return timezone.now() + KEPT_FOR


class Export(models.Model):
    """What one person asked for, and the file that came of it. The file goes after three days, the row stays."""

    class Type(models.TextChoices):
        CSV = "csv", _("CSV, opens everywhere")
        XLSX = "xlsx", _("Excel workbook")
        PARQUET = "parquet", _("Parquet, for analysts")

    run = models.OneToOneField(WorkRun, on_delete=models.PROTECT, related_name="export")
    what = models.SlugField(max_length=20)  # the code of the table (reports.exports.tables)
    where = models.CharField(max_length=40)  # as in the address: agency, a program, delegate:…, center:…
    period = models.CharField(max_length=30)
    file_type = models.CharField(_("file"), max_length=10, choices=Type, default=Type.CSV)
    purpose = models.CharField(_("what it is for"), max_length=300)
    with_words = models.BooleanField(_("with the words of the notes"), default=False)
    why_words = models.CharField(_("why the words are needed"), max_length=300, blank=True)
    row_count = models.PositiveIntegerField(null=True)
    family_count = models.PositiveIntegerField(null=True)
    family_ids = ArrayField(models.BigIntegerField(), null=True)  # whose; of a file that tells nobody none are kept
    notes = models.JSONField(default=dict)  # what was left out or made coarser, by code
    path = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(default=in_three_days)

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="export_says_why", condition=~Q(purpose="")),
            models.CheckConstraint(
                name="words_of_notes_with_a_reason", condition=Q(with_words=False, why_words="") | ~Q(why_words="")
            ),
            models.CheckConstraint(name="exported_file_is_known", condition=Q(path="") | ~Q(digest="")),
        ]
        indexes = [models.Index(name="exports_to_throw_away", fields=["expires_at"], condition=~Q(path=""))]
        triggers = [
            pgtrigger.ReadOnly(
                name="asked_as_it_was",
                fields=["run", "what", "where", "period", "file_type", "purpose", "with_words", "why_words"],
            ),
            pgtrigger.Protect(name="export_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.what} {self.period}"

    def get_absolute_url(self):
        return reverse("reports:export", args=[self.pk])

    @property
    def is_there(self):
        """Its file may still be fetched."""
        return bool(self.path) and self.expires_at > timezone.now()
