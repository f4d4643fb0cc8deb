"""Two entries for one partner: what was put together, how to take it back, and pairs that are two after all."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models import User
from partners.models.partner import Partner
from partners.models.shared import ManagersQuerySet

TAKEN_BACK_WITHIN = timedelta(days=30)


class TwoPartners(models.Model):
    """A manager has looked: these two only look like one. Nobody is asked again."""

    one = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    objects = ManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("two partners after all")
        constraints = [
            models.UniqueConstraint(name="two_partners_once", fields=["one", "other"]),
            models.CheckConstraint(name="older_partner_first", condition=Q(one__lt=F("other"))),
        ]

    def __str__(self):
        return f"{self.one}, {self.other}"


class PartnerMergeQuerySet(ManagersQuerySet):
    def in_force(self):
        return self.filter(undone_at=None)


class PartnerMerge(models.Model):
    """One partner's rows went to another; what moved and what was overwritten is kept, so that it can go back."""

    kept = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    merged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    merged_at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(_("what the kept entry said before"), default=dict)
    moved = models.JSONField(_("keys of the rows that moved, by table and field"), default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = PartnerMergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("partners put together")
        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="partner_gone_once", fields=["gone"], condition=Q(undone_at=None)),
            models.CheckConstraint(name="merge_of_two_partners", condition=~Q(kept=F("gone"))),
            models.CheckConstraint(
                name="merge_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.gone} → {self.kept}"

    def can_be_undone(self):
        return self.undone_at is None and timezone.now() - self.merged_at <= TAKEN_BACK_WITHIN
