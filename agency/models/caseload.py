"""CaseloadLimit, CaseloadException, AboveLimit: how many families a worker is planned to have at most, and why more."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinLengthValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.history import append_only, tracked
from agency.models.organisation import DateRange, Program
from agency.models.staff import User

RULE = 40  # 45 CFR 1302.52(d): planned families for one member of the family services staff, at most
MOST = 200


class InTimeQuerySet(models.QuerySet):
    def effective(self, on=None):
        """What has begun by that day, the newest first."""
        return self.filter(effective_on__lte=on or timezone.localdate()).order_by("-effective_on", "-pk")


@tracked
class CaseloadLimit(models.Model):
    """How many families a worker is planned to have at most, from a day: in the agency, or in one program."""

    program = models.ForeignKey(
        Program, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("only this program")
    )
    most = models.PositiveSmallIntegerField(
        _("planned families for one worker, at most"), validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    effective_on = models.DateField(_("from"), default=timezone.localdate)
    why = models.TextField(_("why"), blank=True, validators=[MinLengthValidator(10)])
    set_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    objects = InTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("caseload limit")
        verbose_name_plural = _("caseload limits")
        ordering = ["-effective_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_limit_a_day",
                fields=["program", "effective_on"],
                nulls_distinct=False,
                violation_error_message=_("Another limit begins on this day already. Choose another day."),
            ),
            models.CheckConstraint(
                name="limit_above_the_rule_says_why",
                condition=Q(most__range=(1, RULE)) | Q(most__range=(RULE + 1, MOST)) & ~Q(why=""),
                violation_error_message=_("The rule is 40. Write down why more still gives families good service."),
            ),
        ]

    def __str__(self):
        return str(self.most)


class ExceptionQuerySet(models.QuerySet):
    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on)))


@tracked
class CaseloadException(models.Model):
    """One worker may be planned more (or fewer) families than the limit, for a time and with the reason."""

    worker = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="caseload_exceptions")
    most = models.PositiveSmallIntegerField(
        _("planned families, at most"), validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    why = models.TextField(_("why"), validators=[MinLengthValidator(10)])
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"))
    allowed_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    allowed_at = models.DateTimeField(auto_now_add=True)

    objects = ExceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exception from the caseload limit")
        verbose_name_plural = _("exceptions from the caseload limit")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="caseload_exception_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.CheckConstraint(name="caseload_exception_says_why", condition=~Q(why="")),
            ExclusionConstraint(
                name="one_exception_at_a_time",
                expressions=[
                    ("worker", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("There is an exception for some of these days already."),
            ),
        ]

    def __str__(self):
        return str(self.most)


class AboveLimit(models.Model):
    """Why it was right that a worker came above the limit on a day. Never changed: a reviewer may ask for it."""

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    planned = models.PositiveSmallIntegerField()
    limit = models.PositiveSmallIntegerField()
    why = models.TextField(_("why"))
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reason for more families than the limit")
        verbose_name_plural = _("reasons for more families than the limit")
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(name="above_limit_says_why", condition=~Q(why="")),
            models.CheckConstraint(name="above_limit_is_above", condition=Q(planned__gt=F("limit"))),
        ]
        indexes = [models.Index(name="above_limit_of_a_worker", fields=["worker", "-on"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.planned} > {self.limit}"
