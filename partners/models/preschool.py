"""PreschoolException: why a program has no agreement with publicly funded preschool."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import Program
from partners.models.partner import Partner
from partners.models.partnership import AgreementsQuerySet


@tracked
class PreschoolException(Versioned):
    """Why a program has no agreement with publicly funded preschool, and who was told (Head Start Act 642(e)(5)(D))."""

    class Why(models.TextChoices):
        NONE_HERE = "none_here", _("there is no publicly funded preschool in our area")
        UNWILLING = "unwilling", _("the entity is unable or unwilling to enter one")

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="preschool_exceptions")
    why = models.CharField(_("why"), max_length=10, choices=Why)
    told = models.TextField(_("what happened"), blank=True)
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("with whom")
    )
    since_on = models.DateField(_("since"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)
    hhs_told_on = models.DateField(_("HHS was told on"), null=True, blank=True)
    state_told_on = models.DateField(_("the State Collaboration Director was told on"), null=True, blank=True)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("exception from the preschool agreement")
        ordering = ["-since_on"]
        constraints = [
            models.CheckConstraint(
                name="exception_ends_after_it_starts",
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                violation_error_message=_("The last day cannot come before the first."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_why_display()
