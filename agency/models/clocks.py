"""Deadline: the clocks. What is due is always computed from these and from dates; it is never stored."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agency.history import tracked
from agency.models.organisation import Program, ProgramOption
from agency.words import WordsField


class DeadlineQuerySet(models.QuerySet):
    def in_force(self, on):
        return self.filter(Q(effective_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on)))


@tracked
class Deadline(models.Model):
    """One rule about time: so many days after this, that is due. An agency or a rule may change it from a day on."""

    class Unit(models.TextChoices):
        DAYS = "days", _("days")
        BUSINESS_DAYS = "business_days", _("business days")
        PERCENT = "percent", _("percent of the season")

    code = models.SlugField(_("code"), max_length=40)
    name = WordsField(_("name"))
    explains = WordsField(_("why we do this"), default=dict, blank=True)
    starts_from = models.CharField(_("counted from"), max_length=40)
    length = models.PositiveSmallIntegerField(_("length"))
    unit = models.CharField(_("unit"), max_length=15, choices=Unit, default=Unit.DAYS)
    warn_before = models.PositiveSmallIntegerField(_("show this many days before"), default=7)
    escalate_after = models.PositiveSmallIntegerField(
        _("tell the supervisor this many days after"), null=True, blank=True
    )
    program = models.ForeignKey(
        Program, null=True, blank=True, on_delete=models.CASCADE, related_name="deadlines", verbose_name=_("program")
    )
    option = models.CharField(
        _("program option"), max_length=10, choices=ProgramOption, blank=True, default="", db_default=""
    )
    effective_on = models.DateField(_("in force from"))
    ends_on = models.DateField(_("in force until"), null=True, blank=True)
    only_new = models.BooleanField(_("only for what begins from that day"), default=False, db_default=False)
    why = models.CharField(_("why it changes"), max_length=200, blank=True, default="", db_default="")

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")
        ordering = ["code", "-effective_on"]
        constraints = [
            models.UniqueConstraint(
                name="clock_once_a_day_program_and_option",
                fields=["code", "program", "option", "effective_on"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="clock_ends_after_it_starts", condition=Q(ends_on=None) | Q(ends_on__gte=F("effective_on"))
            ),
        ]

    def __str__(self):
        return str(self.name)
