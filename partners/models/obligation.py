"""Obligation: what a side has promised in an agreement, and each time it was met."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import append_only, counts_versions, tracked
from agency.models import User
from partners.models.mou import Mou
from partners.models.partnership import AgreementsQuerySet, OwnedQuerySet


@tracked
class Obligation(Versioned):
    """What one side has promised in an agreement, once or again and again."""

    class Side(models.TextChoices):
        OURS = "ours", _("we")
        THEIRS = "theirs", _("they")
        BOTH = "both", _("both")

    class Repeats(models.TextChoices):
        NEVER = "", _("once")
        MONTHLY = "monthly", _("every month")
        QUARTERLY = "quarterly", _("every three months")
        YEARLY = "yearly", _("every year")

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="obligations")
    what = models.CharField(_("what was promised"), max_length=300)
    side = models.CharField(_("by whom"), max_length=10, choices=Side, default=Side.OURS)
    our_owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who, on our side")
    )
    their_owner = models.CharField(_("who, on their side"), max_length=200, blank=True)
    due_on = models.DateField(_("next due on"), null=True, blank=True)
    repeats = models.CharField(_("how often"), max_length=10, choices=Repeats, blank=True, default=Repeats.NEVER)
    ended_on = models.DateField(_("settled on"), null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("obligation")
        verbose_name_plural = _("obligations")
        ordering = ["ended_on", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="our_obligation_has_an_owner",
                condition=Q(side="theirs") | Q(our_owner__isnull=False),
                violation_error_message=_("Name who of us looks after it."),
            ),
            models.CheckConstraint(
                name="repeating_has_a_day",
                condition=Q(repeats="") | Q(due_on__isnull=False),
                violation_error_message=_("Say when it is due for the first time."),
            ),
        ]
        indexes = [models.Index(name="open_obligations", fields=["due_on"], condition=Q(ended_on=None))]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what


class ObligationMet(models.Model):
    """An obligation was met, for the day it was due."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="met")
    due_on = models.DateField(null=True)
    met_on = models.DateField(_("done on"), default=timezone.localdate)
    how = models.CharField(_("how"), max_length=300, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("obligation met")
        ordering = ["-met_on", "-pk"]
        triggers = append_only()

    def __str__(self):
        return f"{self.obligation} {self.met_on}"
