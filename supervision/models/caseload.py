"""LoadWeight, CaseloadCount: what makes a family take more time, and how many stood in each figure on a day."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.history import append_only, tracked
from agency.models import InTimeQuerySet, User


class Sign(models.TextChoices):
    """What makes a family take more time than another. None of it changes the planned count."""

    URGENT = "urgent", _("an urgent need without a first step")
    DEEP = "deep", _("a need that takes a lot of support")
    URGENT_DEEP = "urgent_deep", _("one need that is both: urgent, and a lot of support")
    HOMELESS = "homeless", _("no home of their own")
    CHILD_WELFARE = "child_welfare", _("child welfare is involved")
    BABY = "baby", _("a baby, or one on the way")
    NO_CONTACT = "no_contact", _("nobody has spoken with them lately")


@tracked
class LoadWeight(models.Model):
    """What one sign adds to the weighted load, from a day."""

    sign = models.CharField(_("sign"), max_length=20, choices=Sign)
    weight = models.DecimalField(
        _("adds"), max_digits=3, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )
    effective_on = models.DateField(_("from"), default=timezone.localdate)
    set_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    objects = InTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("weight of a sign")
        verbose_name_plural = _("weights of signs")
        ordering = ["sign", "-effective_on"]
        constraints = [
            models.UniqueConstraint(name="one_weight_a_day", fields=["sign", "effective_on"]),
            models.CheckConstraint(name="weight_up_to_five", condition=Q(weight__range=(0, 5))),
        ]

    def __str__(self):
        return f"{self.sign}: {self.weight}"


class CaseloadCount(models.Model):
    """How many families stood in one figure of one worker on a day: counts for the team's own past, never a name."""

    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    figure = models.CharField(max_length=20)  # as supervision.figures; "planned" for all families
    n = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("count of a caseload")
        constraints = [models.UniqueConstraint(name="counted_once_a_day", fields=["on", "worker", "figure"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.worker_id} {self.on} {self.figure}: {self.n}"
