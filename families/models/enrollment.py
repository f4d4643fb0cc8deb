"""Enrollment: one child, or one pregnant woman, in one program."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet
from agency.history import tracked
from agency.models import Center, Program, ProgramOption
from agency.privacy import Privacy
from families.models.family import Family, FamilyMember


class EnrollmentQuerySet(CaseQuerySet):
    def in_force(self, on=None):
        """Places held on that day."""
        on = on or timezone.localdate()
        return self.filter(Q(entered_on__lte=on) & (Q(exited_on=None) | Q(exited_on__gte=on)))

    def still_open(self, on=None):
        """Places held on that day or promised for a later one."""
        on = on or timezone.localdate()
        return self.filter(Q(exited_on=None) | Q(exited_on__gte=on))

    def during(self, first, last):
        """Places held on any day from `first` to `last`: a family still counts after it left."""
        return self.filter(Q(entered_on__lte=last) & (Q(exited_on=None) | Q(exited_on__gte=first)))


@tracked
class Enrollment(models.Model):
    """A place held in a program from entry to exit. A family counts once a program, however many places it holds."""

    Option = ProgramOption

    class ExitReason(models.TextChoices):
        MOVED = "moved", _("moved away")
        KINDERGARTEN = "kindergarten", _("went on to kindergarten")
        TRANSFER = "transfer", _("went on to another program of ours")
        CENTER = "center", _("went on to another center of ours")
        OTHER_CARE = "other_care", _("chose other care")
        SCHEDULE = "schedule", _("hours or transport did not fit")
        BIRTH = "birth", _("the baby was born")
        UNKNOWN = "unknown", _("not known")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="enrollments")
    member = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, related_name="enrollments", verbose_name=_("child, or pregnant woman")
    )
    program = models.ForeignKey(
        Program, on_delete=models.PROTECT, related_name="enrollments", verbose_name=_("program")
    )
    center = models.ForeignKey(Center, on_delete=models.PROTECT, related_name="enrollments", verbose_name=_("center"))
    option = models.CharField(_("option"), max_length=10, choices=Option, default=Option.CENTER)
    entered_on = models.DateField(_("first day"))
    exited_on = models.DateField(_("last day"), null=True, blank=True)
    exit_reason = models.CharField(_("why they left"), max_length=20, choices=ExitReason, blank=True)

    continues = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="followed_by"
    )
    # The day the family's clocks count from where that is not the first day (docs/decisions/0024): a place that went on
    # at another center counts from the first one, a place that came along when a family became two from that day.
    clocks_from = models.DateField(null=True, editable=False)

    objects = EnrollmentQuerySet.as_manager()
    privacy = Privacy(
        own="id family member continues clocks_from",
        shareable="program center option entered_on exited_on",
        private="exit_reason",
    )

    class Meta:
        verbose_name = _("enrollment")
        verbose_name_plural = _("enrollments")
        ordering = ["-entered_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="exit_not_before_entry",
                condition=Q(exited_on=None) | Q(exited_on__gte=F("entered_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.CheckConstraint(
                name="exit_with_a_reason", condition=Q(exited_on=None, exit_reason="") | Q(exited_on__isnull=False)
            ),
            models.UniqueConstraint(
                name="one_open_place_a_program",
                fields=["member", "program"],
                condition=Q(exited_on=None),
                violation_error_message=_("This person has a place in this program already."),
            ),
        ]
        indexes = [
            models.Index(name="places_at_a_center", fields=["center", "family"]),
            models.Index(name="places_in_a_program", fields=["program", "entered_on"]),
        ]

    def __str__(self):
        return f"{self.program}, {self.center}"
