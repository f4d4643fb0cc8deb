"""DataAnnex: what an agreement says about personal data, and the yearly look at it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import append_only, counts_versions, tracked
from agency.models import User
from partners.models.mou import Mou
from partners.models.partnership import AgreementsQuerySet


@tracked
class DataAnnex(Versioned):
    """What an agreement says about personal data: which, what for, how kept, when destroyed (45 CFR 1303.22(d))."""

    mou = models.OneToOneField(Mou, on_delete=models.CASCADE, related_name="annex")
    records = models.TextField(_("which records"))
    purpose = models.TextField(_("what for"))
    safeguards = models.TextField(_("how they keep them safe"))
    destruction = models.CharField(_("when and how they destroy them"), max_length=300)
    receives_on = models.DateField(_("may receive records from"), default=timezone.localdate)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("annex on data")
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.mou}"


class AnnexReview(models.Model):
    """The yearly look at a third party that holds our families' data (45 CFR 1303.22(d))."""

    class Finding(models.TextChoices):
        FINE = "fine", _("as agreed")
        UPDATE = "update", _("the agreement needs an update")
        BROKEN = "broken", _("the agreement was broken")

    annex = models.ForeignKey(DataAnnex, on_delete=models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField(_("looked at on"), default=timezone.localdate)
    finding = models.CharField(_("what we found"), max_length=10, choices=Finding)
    note = models.TextField(_("in words"), blank=True)
    remedy = models.TextField(_("how they put it right, or that access ends"), blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a data annex")
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="broken_annex_says_the_remedy",
                condition=~Q(finding="broken") | ~Q(remedy=""),
                violation_error_message=_("Say how they put it right, or that access ends."),
            )
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.get_finding_display()} {self.reviewed_on}"
