"""Gap: help a family looked for with us and nobody near could give. The community assessment counts them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.models import User
from agency.privacy import Privacy
from families.models import Need
from referrals.models.referral import Referral


class GapQuerySet(CaseQuerySet):
    family = "need__family__"
    permission = Permission.REFERRAL_VIEW

    def visible_to(self, user, permission=None):
        rows = super().visible_to(user, permission)
        return rows if user.may(Permission.RESTRICTED_VIEW) else rows.exclude(need__category__is_restricted=True)


class Gap(models.Model):
    """We looked for a service for a need and found none that would do, for one reason (45 CFR 1302.11(b))."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="gaps")
    reason = models.CharField(_("why none would do"), max_length=20, choices=Referral.Barrier)
    note = models.CharField(_("what was looked for"), max_length=300, blank=True)
    noted_on = models.DateField(default=timezone.localdate, editable=False)
    noted_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = GapQuerySet.as_manager()
    privacy = Privacy(own="id need noted_by noted_on", private="reason note")

    class Meta:
        verbose_name = _("gap in what there is")
        verbose_name_plural = _("gaps in what there is")
        ordering = ["-noted_on", "-pk"]
        constraints = [models.UniqueConstraint(name="one_gap_a_need_and_reason", fields=["need", "reason"])]

    def __str__(self):
        return self.get_reason_display()
