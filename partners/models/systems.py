"""SystemParticipation: a program in its State's quality rating and data systems (45 CFR 1302.53(b)(2)-(4))."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import Program
from partners.models.partnership import AgreementsQuerySet


class ParticipationQuerySet(AgreementsQuerySet):
    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(since_on__lte=on) & (Q(until_on=None) | Q(until_on__gte=on)))


@tracked
class SystemParticipation(Versioned):
    """From one day to another, a program takes part in such a system, or does not, and says why."""

    class System(models.TextChoices):
        QRIS = "qris", _("quality rating and improvement system (QRIS)")
        STATE_DATA = "state_data", _("state education data system")

    class Answer(models.TextChoices):
        TAKES_PART = "yes", _("takes part")
        PREPARING = "preparing", _("prepares to take part")
        NOT_PRACTICABLE = "no", _("does not take part: not practicable")
        OWN_CHOICE = "choice", _("has chosen not to (American Indian and Alaska Native program)")

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="systems", verbose_name=_("program"))
    system = models.CharField(_("system"), max_length=12, choices=System)
    answer = models.CharField(_("how it stands"), max_length=10, choices=Answer)
    name = models.CharField(_("its name in our State"), max_length=200, blank=True)
    level = models.CharField(_("rating or level"), max_length=100, blank=True)
    why = models.TextField(_("why, and what would change it"), blank=True)
    since_on = models.DateField(_("since"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)
    next_rating_on = models.DateField(_("next rating or delivery"), null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation in a system")
        ordering = ["program__name", "system", "-since_on"]
        constraints = [
            models.UniqueConstraint(
                name="one_answer_a_system",
                fields=["program", "system"],
                condition=Q(until_on=None),
                violation_error_message=_("This program has an answer for this system already. End that one first."),
            ),
            models.CheckConstraint(
                name="participation_ends_after_it_starts",
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.CheckConstraint(
                name="not_practicable_says_why",
                condition=~Q(answer="no") | ~Q(why=""),
                violation_error_message=_("Say why it is not practicable, and what would change it."),
            ),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.get_system_display()}: {self.get_answer_display()}"
