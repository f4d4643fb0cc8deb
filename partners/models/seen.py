"""What colleagues have seen and heard of a service: still right or wrong, room or a wait, what families say, a stop."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.history import tracked
from agency.models import User
from partners.models.partner import Partner
from partners.models.service import Service
from partners.models.shared import DirectoryQuerySet, ManagersQuerySet, Published


class VerificationQuerySet(DirectoryQuerySet):
    def unsettled(self):
        """What was reported wrong and nobody has looked into yet, oldest first."""
        return self.filter(verdict=Verification.Verdict.WRONG, settled_on=None).order_by("said_at")


class Verification(models.Model):
    """Somebody looked at a service's entry and said: still right, or what is wrong."""

    class Verdict(models.TextChoices):
        RIGHT = "right", _("still right")
        WRONG = "wrong", _("something is wrong")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="verifications")
    verdict = models.CharField(max_length=10, choices=Verdict)
    what = models.CharField(_("what is wrong"), max_length=300, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of an entry")
        ordering = ["-said_at"]
        constraints = [
            models.CheckConstraint(name="wrong_says_what", condition=~Q(verdict="wrong") | ~Q(what="")),
        ]

    def __str__(self):
        return f"{self.get_verdict_display()} {self.said_at:%Y-%m-%d}"


class Unit(Published):
    """What a publisher counts room in: beds, places (HSDS unit)."""

    name = models.CharField(_("name"), max_length=100)
    scheme = models.CharField(_("list it comes from"), max_length=100, blank=True)
    identifier = models.CharField(_("its code there"), max_length=100, blank=True)
    uri = models.URLField(_("web page"), max_length=500, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit of room")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class CapacityQuerySet(DirectoryQuerySet):
    def latest(self):
        """The newest word on each service."""
        return self.order_by("service_id", "-seen_at", "-pk").distinct("service_id")


class ServiceCapacity(Published):
    """Whether a service had room: as a colleague saw it, or its partner or publisher said (HSDS service_capacity)."""

    class State(models.TextChoices):
        OPEN = "open", _("has room")
        WAITING = "waiting", _("has a waiting list")
        FULL = "full", _("full")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="capacities")
    state = models.CharField(_("room"), max_length=10, choices=State)
    wait = models.CharField(_("how long the wait is"), max_length=200, blank=True)
    seen_at = models.DateTimeField(_("seen on"), default=timezone.now)
    seen_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_partners_word = models.BooleanField(default=False, db_default=False, editable=False)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    available = models.DecimalField(_("free"), max_digits=10, decimal_places=2, null=True, blank=True)
    maximum = models.DecimalField(_("in all"), max_digits=10, decimal_places=2, null=True, blank=True)
    description = models.TextField(_("in words"), blank=True)

    objects = CapacityQuerySet.as_manager()

    class Meta:
        verbose_name = _("room in a service")
        ordering = ["-seen_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="room_seen_by_somebody_or_published",
                condition=Q(seen_by__isnull=False) | Q(available__isnull=False) | Q(is_partners_word=True),
            ),
        ]
        indexes = [models.Index(name="room_by_service", fields=["service", "-seen_at"])]

    def __str__(self):
        return ", ".join(part for part in (str(self.get_state_display()), self.wait) if part)


class FamilyWordQuerySet(DirectoryQuerySet):
    def shown(self):
        """What nobody has taken back, newest first."""
        return self.filter(withdrawn_on=None).order_by("-heard_on", "-pk")


class FamilyWord(models.Model):
    """What a family said about a service, in few words. Never who said it: there is no way from here to a family."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="family_words")
    said = models.CharField(
        _("what a family said"), max_length=200, help_text=_("In few words, without names or anything that tells who.")
    )
    heard_on = models.DateField(_("heard on"), default=timezone.localdate)
    heard_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = FamilyWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("what families said")
        ordering = ["-heard_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="word_taken_back_by_somebody",
                condition=Q(withdrawn_on=None, withdrawn_by=None)
                | Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self):
        return self.said


class DoNotReferQuerySet(ManagersQuerySet):
    def in_force(self):
        return self.filter(ended_on=None)


@tracked
class DoNotRefer(models.Model):
    """A manager's stop: families are not sent to this partner, or to one of its services, and why."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="stops")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="stops")
    reason = models.TextField(_("why"), help_text=_("Only managers read this."))
    since = models.DateField(_("since"), default=timezone.localdate)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(_("lifted on"), null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = DoNotReferQuerySet.as_manager()

    class Meta:
        verbose_name = _("do not refer")
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_stop_at_a_time",
                fields=["partner", "service"],
                condition=Q(ended_on=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="stop_lifted_by_somebody",
                condition=Q(ended_on=None, ended_by=None) | Q(ended_on__isnull=False, ended_by__isnull=False),
            ),
        ]

    def __str__(self):
        return self.reason
