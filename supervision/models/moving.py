"""HandOver, Handed, Absence: families that change their worker for good, or for the days somebody is away."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Assignment, Family


class HandOverQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(undone_at=None)


@tracked
class HandOver(models.Model):
    """Some or all families of one worker go to colleagues on a day. It can be taken back until that day."""

    worker = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(_("the new worker starts"), default=timezone.localdate)
    why = models.CharField(_("why"), max_length=200, blank=True)
    tells_families = models.BooleanField(_("the worker tells each family first"), default=True)
    made_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    letters_at = models.DateTimeField(null=True, editable=False)  # when letters were first made
    undone_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="hand_over_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]
        indexes = [models.Index(name="hand_overs_of_a_worker", fields=["worker", "-starts_on"])]

    def __str__(self):
        return str(self.starts_on)

    def get_absolute_url(self):
        return reverse("supervision:hand-over", args=[self.pk])

    def may_be_undone(self, on=None):
        """Until the day on which the new worker starts."""
        return self.undone_at is None and (on or timezone.localdate()) < self.starts_on


class HandedQuerySet(CaseQuerySet):
    permission = Permission.FAMILY_ASSIGN


class Handed(models.Model):
    """One family of a hand-over: who came, and what ended. Their note for each other stands on the new assignment."""

    hand_over = models.ForeignKey(HandOver, on_delete=models.PROTECT, related_name="families")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended = models.ForeignKey(Assignment, null=True, on_delete=models.SET_NULL, related_name="+")
    begun = models.ForeignKey(Assignment, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = HandedQuerySet.as_manager()
    privacy = Privacy(own="id hand_over family to ended begun")

    class Meta:
        verbose_name = _("family handed over")
        constraints = [models.UniqueConstraint(name="handed_over_once", fields=["hand_over", "family"])]

    def __str__(self):
        return str(self.pk)


class AbsenceQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Who is away on that day, unless somebody said that they are back."""
        on = on or timezone.localdate()
        return self.filter(starts_on__lte=on, ends_on__gte=on, back_at=None)


@tracked
class Absence(models.Model):
    """A worker is away for some days, and colleagues cover: each for some of the families, and only in these days."""

    class Why(models.TextChoices):
        LEAVE = "leave", _("on leave")
        SICK = "sick", _("sick")
        TRAINING = "training", _("in training")
        OTHER = "other", _("away")

    worker = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField(_("first day away"), default=timezone.localdate)
    ends_on = models.DateField(_("last day away"))
    why = models.CharField(_("why"), max_length=10, choices=Why, default=Why.LEAVE)
    covers = models.ManyToManyField(Assignment, editable=False, related_name="+")
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    back_at = models.DateTimeField(null=True, editable=False)  # somebody said that the worker is back before the day

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="absence_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]
        indexes = [models.Index(name="absences_of_a_worker", fields=["worker", "-starts_on"])]

    def __str__(self):
        return f"{self.starts_on}–{self.ends_on}"

    def get_absolute_url(self):
        return reverse("supervision:absence", args=[self.pk])
