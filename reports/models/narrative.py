"""ReportNarrative: what a manager says to the figures, for the board and the policy council."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import User
from reports.models.run import ReportRun

NO_NAMES = _("The board reads this. Name no family and no child.")


class NarrativeQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(run__in=ReportRun.objects.visible_to(user))


@tracked
class ReportNarrative(Versioned):
    """Words beside a frozen report. The figures stand; the words may be worked on, and old words are kept."""

    run = models.OneToOneField(ReportRun, on_delete=models.PROTECT, related_name="narrative")
    went_well = models.TextField(_("what went well"), blank=True, help_text=NO_NAMES)
    concerns = models.TextField(_("what worries us"), blank=True)
    next_steps = models.TextField(_("what we do about it"), blank=True)
    asks = models.TextField(_("what we ask of the board and the policy council"), blank=True)
    written_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NarrativeQuerySet.as_manager()

    PARTS = ("went_well", "concerns", "next_steps", "asks")

    class Meta:
        verbose_name = _("words to a report")
        verbose_name_plural = _("words to reports")
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.run_id}"

    @property
    def parts(self):
        """The parts that hold words, each with its heading."""
        found = [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in self.PARTS]
        return [{"title": title, "text": text} for title, text in found if text.strip()]
