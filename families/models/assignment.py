"""Assignment and ReviewerAccess: who serves a family, from when to when, and who may look for a while."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet
from agency.history import tracked
from agency.models import User
from agency.models.organisation import DateRange
from agency.privacy import Privacy
from families.models.family import Family


class DatedQuerySet(CaseQuerySet):
    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on)))


@tracked
class Assignment(models.Model):
    """One member of staff serves one family: as main worker, as cover for a while, or on its team."""

    class Kind(models.TextChoices):
        PRIMARY = "primary", _("main worker")
        COVER = "cover", _("covering for a colleague")
        TEAM = "team", _("on the team")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="assignments")
    worker = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("member of staff")
    )
    kind = models.CharField(_("as"), max_length=10, choices=Kind, default=Kind.PRIMARY)
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    handover_note = models.TextField(_("what the next worker should know"), blank=True)
    assigned_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    privacy = Privacy(own="id family worker kind starts_on ends_on assigned_by", private="handover_note")

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                name="assignment_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
            ExclusionConstraint(
                name="one_main_worker_at_a_time",
                expressions=[
                    ("family", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind="primary"),
                violation_error_message=_("This family has a main worker in these days already."),
            ),
        ]
        indexes = [models.Index(name="families_of_a_worker", fields=["worker", "ends_on"])]

    def __str__(self):
        return f"{self.worker}, {self.get_kind_display()}"


class ReviewerAccess(models.Model):
    """A family on the list a reviewer may read, until a date."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField()

    objects = DatedQuerySet.as_manager()
    privacy = Privacy(own="id user family starts_on ends_on")

    class Meta:
        verbose_name = _("family on a reviewer's list")
        constraints = [models.UniqueConstraint(name="on_a_list_once", fields=["user", "family"])]

    def __str__(self):
        return f"{self.user_id} {self.family_id}"
