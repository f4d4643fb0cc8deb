"""Consultation: somebody thought along about a family with which child welfare is involved. Restricted."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family


class ConsultationQuerySet(CaseQuerySet):
    permission = Permission.RESTRICTED_VIEW


@tracked
class Consultation(Versioned):
    """Who was consulted about the family, when, and what was decided; only for who may read restricted records."""

    class With(models.TextChoices):
        SUPERVISOR = "supervisor", _("the supervisor")
        MENTAL_HEALTH = "mental_health", _("the mental health consultant")
        CHILD_WELFARE = "child_welfare", _("the child welfare agency")
        TEAM = "team", _("several of our staff together")
        OTHER = "other", _("somebody else")

    family = models.ForeignKey(Family, editable=False, on_delete=models.PROTECT, related_name="consultations")
    held_on = models.DateField(_("day"), default=timezone.localdate)
    consulted = models.CharField(_("who was consulted"), max_length=15, choices=With, default=With.SUPERVISOR)
    people = models.CharField(_("names"), max_length=200, blank=True)
    decided = models.TextField(_("what was decided"))
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = ConsultationQuerySet.as_manager()
    privacy = Privacy(own="id version family recorded_by", restricted="held_on consulted people decided")

    class Meta:
        verbose_name = _("consultation about child welfare")
        verbose_name_plural = _("consultations about child welfare")
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(name="consultations_of_a_family", fields=["family", "-held_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_consulted_display()
