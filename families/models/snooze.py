"""Snooze: something due that somebody put aside for some days, why, and until when."""

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet
from agency.history import tracked
from agency.models import User
from agency.privacy import Privacy
from families.models.family import Family


class SnoozeQuerySet(CaseQuerySet):
    def in_force(self, on=None):
        """What is put aside on that day; on its last day it is back."""
        on = on or timezone.localdate()
        return self.filter(set_on__lte=on, until_on__gt=on, ended_at=None)


@tracked
class Snooze(models.Model):
    """One due thing of a family, put aside with a reason until a day; on that day it is back by itself."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="snoozes")
    kind = models.CharField(max_length=40, editable=False)  # as agency.due.Due.kind
    about = models.BigIntegerField(default=0, editable=False)  # as agency.due.Due.about
    set_on = models.DateField(default=timezone.localdate, editable=False)
    until_on = models.DateField(_("back on"))
    at_most = models.PositiveSmallIntegerField(editable=False)  # days the agency allowed when it was put aside
    reason = models.CharField(_("why it can wait"), max_length=200, validators=[MinLengthValidator(3)])
    by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, editable=False)  # taken back before its day

    objects = SnoozeQuerySet.as_manager()
    privacy = Privacy(
        own="id family kind about",
        shareable="",
        private="set_on until_on at_most reason by at ended_at",
    )

    class Meta:
        verbose_name = _("something put aside")
        verbose_name_plural = _("what is put aside")
        ordering = ["-set_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="put_aside_once_a_day", fields=["family", "kind", "about", "set_on"], condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="put_aside_for_no_longer_than_allowed",
                condition=Q(until_on__gt=F("set_on"))
                & Q(until_on__lte=ExpressionWrapper(F("set_on") + F("at_most"), output_field=DateField())),
                violation_error_message=_("Nothing is put aside for so long."),
            ),
            models.CheckConstraint(name="put_aside_with_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="urgent_needs_are_never_put_aside", condition=~Q(kind="urgent_need")),
        ]
        indexes = [models.Index(name="put_aside_of_a_family", fields=["family", "until_on"])]

    def __str__(self):
        return f"{self.kind}: {self.reason}"
