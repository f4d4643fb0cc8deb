"""ReportRun and ReportFamilies: a report as it was on the day it was made. Later entries never change it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, programs_reached, reaches_everything
from agency.history import append_only
from agency.models import Program, User
from reports.periods import Month
from reports.pir_models import (  # noqa: F401  its tables, in a file of their own
    PirFiledFigure,
    PirForm,
    PirItem,
    PirReference,
    PirSaid,
    PirWorkbook,
)


class ReportRunQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Reports of the programs the person's roles reach; agency-wide ones for who reads everywhere."""
        if reaches_everything(user, Permission.REPORT_VIEW):
            return self.all()
        return self.filter(program__in=programs_reached(user, Permission.REPORT_VIEW))


class ReportRun(models.Model):
    """One frozen report: its parameters, the moment it looked at the records, its figures and their hash."""

    class Name(models.TextChoices):
        MONTHLY = "monthly", _("Monthly program report")

    name = models.CharField(max_length=20, choices=Name)
    program = models.ForeignKey(Program, null=True, on_delete=models.PROTECT, related_name="report_runs")
    period = models.CharField(max_length=10)
    edition = models.PositiveSmallIntegerField(default=1)
    as_of = models.DateTimeField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ReportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-period", "program__name", "-edition"]
        constraints = [
            models.UniqueConstraint(
                name="one_edition_of_a_report", fields=["name", "program", "period", "edition"], nulls_distinct=False
            ),
            models.CheckConstraint(name="period_is_a_month", condition=Q(period__regex=r"^\d{4}-(0[1-9]|1[0-2])$")),
        ]
        indexes = [BrinIndex(name="reports_in_time", fields=["made_at"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.get_name_display()} {self.period}"

    def get_absolute_url(self):
        return reverse("reports:report", args=[self.pk])

    @property
    def month(self):
        return Month.named(self.period)


class FamiliesQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(run__in=ReportRun.objects.visible_to(user))


class ReportFamilies(models.Model):
    """The families behind one number of a frozen report, as they were counted then."""

    run = models.ForeignKey(ReportRun, on_delete=models.PROTECT, related_name="families")
    figure = models.CharField(max_length=60)
    family_ids = ArrayField(models.BigIntegerField())

    objects = FamiliesQuerySet.as_manager()

    class Meta:
        verbose_name = _("families behind a number")
        constraints = [models.UniqueConstraint(name="one_list_a_figure", fields=["run", "figure"])]
        triggers = append_only()

    def __str__(self):
        return self.figure
