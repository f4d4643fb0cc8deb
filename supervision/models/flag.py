"""CaseFlag, FlagEntry: a supervisor points at something in a family's record; the worker answers; both see the end."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import append_only, moves_only, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family
from supervision.states import FLAG, OPEN_FLAGS, FlagState


class FlagQuerySet(CaseQuerySet):
    permission = Permission.FLAG_VIEW

    def open(self):
        return self.filter(state__in=OPEN_FLAGS)


@tracked
class CaseFlag(models.Model):
    """One thing in a family's record that a supervisor wants looked at; what was said stands in its entries."""

    class Reason(models.TextChoices):
        CONTACT = "contact", _("nobody seems to be in touch")
        NEXT_STEP = "next_step", _("what comes next is not clear")
        SAFETY = "safety", _("somebody may not be safe")
        RECORD = "record", _("something in the record looks wrong or is missing")
        STRENGTH = "strength", _("good work, let us talk about it")
        OTHER = "other", _("something else")

    family = models.ForeignKey(Family, editable=False, on_delete=models.PROTECT, related_name="flags")
    reason = models.CharField(_("what it is about"), max_length=10, choices=Reason)
    state = models.CharField(max_length=10, choices=FlagState, default=FlagState.RAISED, editable=False)
    raised_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(default=timezone.now, editable=False)
    said_at = models.DateTimeField(default=timezone.now, editable=False)  # the last entry: from here on somebody waits

    objects = FlagQuerySet.as_manager()
    privacy = Privacy(own="id family state raised_by raised_at said_at", restricted="reason")

    class Meta:
        verbose_name = _("flag on a record")
        verbose_name_plural = _("flags on a record")
        ordering = ["-raised_at", "-pk"]
        indexes = [
            models.Index(name="flags_of_a_family", fields=["family", "-raised_at"]),
            models.Index(name="flags_waiting", fields=["family"], condition=Q(state__in=OPEN_FLAGS)),
        ]
        triggers = [moves_only(FLAG)]

    def __str__(self):
        return self.get_reason_display()

    def get_absolute_url(self):
        return reverse("supervision:flag", args=[self.pk])

    @property
    def is_open(self):
        return self.state in OPEN_FLAGS


class FlagEntryQuerySet(CaseQuerySet):
    family = "flag__family__"
    permission = Permission.FLAG_VIEW


class FlagEntry(models.Model):
    """What was said when a flag was raised, answered, raised again or settled. Never changed."""

    class Act(models.TextChoices):
        RAISED = "raised", _("raised")
        ANSWERED = "answer", _("answered")
        REOPENED = "reopen", _("asked again")
        CLOSED = "close", _("settled")

    flag = models.ForeignKey(CaseFlag, on_delete=models.PROTECT, related_name="entries")
    act = models.CharField(max_length=10, choices=Act)
    words = models.TextField(blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    objects = FlagEntryQuerySet.as_manager()
    privacy = Privacy(own="id flag act said_by said_at", restricted="words")

    class Meta:
        verbose_name = _("entry of a flag")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="flag_entry_says_something", condition=Q(act="close") | ~Q(words=""))
        ]
        triggers = append_only()

    def __str__(self):
        return self.get_act_display()
