"""ReportRun and ReportFamilies: a report as it was on the day it was made. Later entries never change it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, programs_reached_whole, reaches_everything
from agency.history import append_only
from agency.models import Program, User

# A month, a program year, a year that is a calendar year, or any days: 2026-10, 2026-27, 2026, 2026-10-01..2026-10-31
PERIOD = r"^(\d{4}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$"


class ReportRunQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Frozen reports count whole programs, so only who reaches the whole program reads them (decision 0015).

        A delegate's reports are read by whoever reaches all of its programs, the agency's by who reaches everything.
        """
        if reaches_everything(user, Permission.REPORT_VIEW):
            return self.all()
        mine = programs_reached_whole(user, Permission.REPORT_VIEW)
        if not mine:
            return self.none()
        others = Program.objects.exclude(pk__in=mine).values("delegate_name")
        delegates = Program.objects.filter(pk__in=mine).exclude(Q(delegate_name="") | Q(delegate_name__in=others))
        return self.filter(Q(program__in=mine) | Q(program=None, delegate__in=delegates.values("delegate_name")))

    def of(self, kind, scope):
        """The editions of one report, newest first."""
        return self.filter(
            name=kind.code, program=scope.program, delegate=scope.delegate, period=str(scope.period),
            filters=scope.filters,
        ).order_by("-edition")  # fmt: skip


class ReportRun(models.Model):
    """One frozen report: its parameters, the moment it looked at the records, its figures and their hash."""

    name = models.CharField(max_length=20)  # the code of its kind (reports.kinds)
    program = models.ForeignKey(Program, null=True, on_delete=models.PROTECT, related_name="report_runs")
    delegate = models.CharField(max_length=200, blank=True, default="", db_default="")  # all programs of a delegate
    filters = models.JSONField(default=dict, db_default={}, blank=True)  # what else was chosen, by name
    period = models.CharField(max_length=30)
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
        ordering = ["-period", "program__name", "delegate", "-edition"]
        constraints = [
            models.UniqueConstraint(
                name="one_edition_of_a_scope",
                fields=["name", "program", "delegate", "filters", "period", "edition"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="period_is_named", condition=Q(period__regex=PERIOD)),
            models.CheckConstraint(name="a_program_or_a_delegate", condition=Q(program=None) | Q(delegate="")),
        ]
        indexes = [BrinIndex(name="reports_in_time", fields=["made_at"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.kind.title} {self.period}"

    def get_absolute_url(self):
        return reverse("reports:report", args=[self.pk])

    @cached_property
    def kind(self):
        from reports import kinds  # the kinds count with these models

        return kinds.named(self.name)

    @cached_property
    def when(self):
        """The month, the program year or the days it is about."""
        return self.kind.period.named(self.period)

    @property
    def where(self):
        """Whose report it is, as a title."""
        return str(self.program) if self.program_id else self.delegate or _("The whole agency")


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

    @classmethod
    def keep(cls, run, lists):
        """Keep the lists of a run, {figure: keys}, in one statement.

        Each travels as one array literal: as a row of single values ten thousand keys take the database a second.
        """
        rows = [cls(run=run, figure=figure, family_ids=_literal(keys)) for figure, keys in lists.items() if keys]
        cls.objects.bulk_create(rows)


def _literal(keys):
    return "{" + ",".join(map(str, keys)) + "}"
