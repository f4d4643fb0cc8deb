"""Referral and ReferralEvent: what we asked of a partner, and everything that happened to it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import append_only, counts_versions, moves_only, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember, Need, ServiceReceived
from goals.models import Goal
from partners.models import Service
from referrals.models import guarding
from referrals.models.consent import Consent, Disclosure
from referrals.states import OPEN, REFERRAL, WAITING, ReferralState

# States that a referral reaches without anything about the family having left: the number was given, or nothing was.
WITHOUT_CONSENT = ["draft", "informed", "withdrawn", "received", "completed", "not_received", "rerouted"]


class ReferralQuerySet(CaseQuerySet):
    permission = Permission.REFERRAL_VIEW

    def visible_to(self, user, permission=None):
        """A referral for a restricted kind of need shows only to who may read restricted records."""
        rows = super().visible_to(user, permission)
        return rows if user.may(Permission.RESTRICTED_VIEW) else rows.exclude(need__category__is_restricted=True)

    def open(self):
        return self.filter(state__in=OPEN)

    def waiting(self):
        """Sent, and the partner or the appointment is still to come."""
        return self.filter(state__in=WAITING)


@tracked
class Referral(Versioned):
    """One need, brought to one partner's service: by name with consent, or by giving the information only."""

    class HowSent(models.TextChoices):
        LINK = "link", _("by secure link in an e-mail")
        PHONE = "phone", _("by phone")
        LETTER = "letter", _("by printed letter")
        FAX = "fax", _("by fax")
        IN_PERSON = "in_person", _("in person")

    class NeedMet(models.TextChoices):
        YES = "yes", _("yes")
        PARTLY = "partly", _("partly")
        NO = "no", _("no")

    class Confirmed(models.TextChoices):
        FAMILY = "family", _("the family")
        PARTNER = "partner", _("the partner")
        STAFF = "staff", _("staff saw it")

    class Barrier(models.TextChoices):
        NOT_ELIGIBLE = "not_eligible", _("not eligible")
        NO_CAPACITY = "no_capacity", _("no place")
        WAIT = "wait", _("the wait is too long")
        COST = "cost", _("cost")
        TRANSPORT = "transport", _("no way to get there")
        CHILD_CARE = "child_care", _("no child care")
        HOURS = "hours", _("hours do not fit")
        LANGUAGE = "language", _("language")
        DOCUMENTS = "documents", _("papers are missing")
        NO_CONTACT = "no_contact", _("could not be reached")
        CHANGED_MIND = "changed_mind", _("the family decided otherwise")
        OTHERWISE = "otherwise", _("solved another way")
        SAFETY = "safety", _("it would not be safe")
        CLOSED = "closed", _("the partner has closed")
        UNKNOWN = "unknown", _("not known")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="referrals")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("for this need"))
    goal = models.ForeignKey(
        Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("for this goal")
    )
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("to")
    )
    about = models.ForeignKey(
        FamilyMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("for whom")
    )
    state = models.CharField(max_length=15, choices=ReferralState, default=ReferralState.DRAFT, editable=False)
    reason = models.CharField(_("what we ask them for"), max_length=300)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    how_sent = models.CharField(_("how it goes there"), max_length=10, choices=HowSent, blank=True)
    handed_over_to = models.CharField(_("warm hand-off: who spoke with whom"), max_length=200, blank=True)
    consent = models.ForeignKey(Consent, null=True, editable=False, on_delete=models.PROTECT, related_name="referrals")
    disclosure = models.OneToOneField(
        Disclosure, null=True, editable=False, on_delete=models.PROTECT, related_name="referral"
    )
    sent_on = models.DateField(null=True, editable=False)
    appointment_on = models.DateField(_("appointment on"), null=True, blank=True)
    appointment_time = models.TimeField(_("at"), null=True, blank=True)
    wait_place = models.PositiveSmallIntegerField(_("place on their list"), null=True, blank=True)
    expected_on = models.DateField(_("expected on"), null=True, blank=True)
    rerouted_from = models.OneToOneField(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="rerouted_to"
    )
    service_received = models.OneToOneField(
        ServiceReceived, null=True, editable=False, on_delete=models.PROTECT, related_name="referral"
    )
    need_met = models.CharField(_("is the need met"), max_length=10, choices=NeedMet, blank=True)
    confirmed_by = models.CharField(_("who says so"), max_length=10, choices=Confirmed, blank=True)
    satisfaction = models.PositiveSmallIntegerField(
        _("how it was for the family, 1 to 5"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    barrier = models.CharField(_("what stood in the way"), max_length=20, choices=Barrier, blank=True)
    closed_on = models.DateField(null=True, editable=False)
    made_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField(default=timezone.localdate, editable=False)

    objects = ReferralQuerySet.as_manager()
    privacy = Privacy(
        own="id version family need goal service about consent disclosure service_received rerouted_from "
        "made_by made_on",
        shareable="state reason is_urgent sent_on appointment_on appointment_time",
        private="how_sent handed_over_to wait_place expected_on need_met confirmed_by satisfaction barrier closed_on",
    )

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="sent_with_consent_and_service",
                condition=Q(state__in=WITHOUT_CONSENT)
                | Q(consent__isnull=False, service__isnull=False, sent_on__isnull=False),
            ),
            models.CheckConstraint(
                name="received_with_its_service",
                condition=~Q(state__in=["received", "completed"]) | Q(service_received__isnull=False),
            ),
            models.CheckConstraint(
                name="completed_with_an_outcome",
                condition=~Q(state="completed") | ~Q(need_met="") & ~Q(confirmed_by=""),
            ),
            models.CheckConstraint(
                name="an_hour_has_its_day", condition=Q(appointment_time=None) | Q(appointment_on__isnull=False)
            ),
            models.CheckConstraint(
                name="satisfaction_in_range", condition=Q(satisfaction=None) | Q(satisfaction__range=(1, 5))
            ),
        ]
        indexes = [
            models.Index(name="referrals_waiting", fields=["family", "sent_on"], condition=Q(state__in=list(WAITING))),
            models.Index(name="referrals_by_state", fields=["state", "-made_on"]),
        ]
        triggers = [counts_versions(), moves_only(REFERRAL), guarding.restricted_is_named()]

    def __str__(self):
        return str(self.service or self.reason)

    def get_absolute_url(self):
        return reverse("referrals:referral", args=[self.pk])

    @property
    def is_waiting(self):
        return self.state in WAITING

    @property
    def is_open(self):
        return self.state in OPEN


class EventQuerySet(CaseQuerySet):
    family = "referral__family__"
    permission = Permission.REFERRAL_VIEW

    def moves(self):
        """What brought a referral on; not tries, and not answers that stand beside what we have."""
        return self.exclude(from_state=F("to_state"))

    def unsettled(self):
        """Answers that say something else than we have, and nobody has looked into."""
        return self.filter(differs=True, settled_by=None)


class ReferralEvent(models.Model):
    """One thing that happened to a referral: a move, a try that changed nothing, or an answer beside what we have."""

    class Source(models.TextChoices):
        STAFF = "staff", _("our staff")
        FAMILY = "family", _("the family")
        PARTNER = "partner", _("the partner")

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="events")
    from_state = models.CharField(max_length=15, choices=ReferralState)
    to_state = models.CharField(max_length=15, choices=ReferralState)
    source = models.CharField(_("who told us"), max_length=10, choices=Source, default=Source.STAFF)
    note = models.CharField(_("what they said"), max_length=500, blank=True)
    said = models.CharField(max_length=20, blank=True, default="", db_default="")  # the move's name, as they told it
    told = models.JSONField(null=True)  # what came with it: the day of an appointment, what stood in the way
    differs = models.BooleanField(default=False, db_default=False)
    settles = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="settled_by")
    happened_on = models.DateField(_("on"), default=timezone.localdate)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = EventQuerySet.as_manager()
    privacy = Privacy(
        own="id referral recorded_at recorded_by settles differs",
        shareable="from_state to_state source happened_on",
        private="note said told",
    )

    class Meta:
        verbose_name = _("event of a referral")
        ordering = ["happened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="told_by_staff_names_them", condition=~Q(source="staff") | Q(recorded_by__isnull=False)
            ),
            models.CheckConstraint(
                name="an_answer_beside_ours_moves_nothing",
                condition=Q(differs=False) | ~Q(said="") & Q(from_state=F("to_state")),
            ),
        ]
        indexes = [models.Index(name="answers_that_differ", fields=["referral"], condition=Q(differs=True))]
        triggers = append_only()

    def __str__(self):
        return f"{self.from_state} → {self.to_state}"
