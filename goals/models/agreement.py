"""PartnershipAgreement, AgreementVersion, Signature: offered, written together, signed, frozen."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import append_only, counts_versions, moves_only, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Family, FamilyMember
from goals.states import AGREEMENT, AgreementState


class AgreementQuerySet(CaseQuerySet):
    permission = Permission.GOAL_VIEW

    def open(self):
        return self.exclude(state=AgreementState.CLOSED)


@tracked
class PartnershipAgreement(Versioned):
    """What a family and the program agree to do together (45 CFR 1302.52(c)(3)); or that the family chose otherwise."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="agreements")
    state = models.CharField(max_length=10, choices=AgreementState, default=AgreementState.OFFERED, editable=False)
    offered_on = models.DateField(_("offered on"), default=timezone.localdate)
    answered_on = models.DateField(_("they answered on"), null=True, blank=True)
    reoffer_on = models.DateField(_("ask again on"), null=True, blank=True)
    their_words = models.TextField(_("what they said"), blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    offered_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AgreementQuerySet.as_manager()
    privacy = Privacy(
        own="id version family offered_by",
        shareable="state offered_on answered_on closed_on",
        private="reoffer_on their_words",
    )

    class Meta:
        verbose_name = _("partnership agreement")
        verbose_name_plural = _("partnership agreements")
        ordering = ["-offered_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_open_agreement",
                fields=["family"],
                condition=~Q(state="closed"),
                violation_error_message=_("This family has an agreement already."),
            ),
            models.CheckConstraint(
                name="not_ready_with_a_day", condition=~Q(state="not_ready") | Q(reoffer_on__isnull=False)
            ),
            models.CheckConstraint(
                name="answered_with_a_day", condition=Q(state="offered") | Q(answered_on__isnull=False)
            ),
        ]
        triggers = [counts_versions(), moves_only(AGREEMENT)]

    def __str__(self):
        return f"{self.get_state_display()} {self.offered_on}"

    def get_absolute_url(self):
        return reverse("goals:agreement", args=[self.family_id])

    def latest_version(self):
        return self.versions.order_by("-number").first()


class VersionQuerySet(CaseQuerySet):
    family = "agreement__family__"
    permission = Permission.AGREEMENT_VIEW


class AgreementVersion(models.Model):
    """The agreement as it stood when it was signed: the words, and a hash of them. The database refuses changes."""

    agreement = models.ForeignKey(PartnershipAgreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=5)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    reason = models.CharField(max_length=300, blank=True)
    frozen_at = models.DateTimeField(default=timezone.now)
    frozen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = VersionQuerySet.as_manager()
    privacy = Privacy(
        own="id agreement number content_hash frozen_at frozen_by language", shareable="content", private="reason"
    )

    class Meta:
        verbose_name = _("signed version")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(name="version_number_once", fields=["agreement", "number"])]
        triggers = append_only()

    def __str__(self):
        return _("version %(number)s") % {"number": self.number}


class SignatureQuerySet(CaseQuerySet):
    family = "agreement_version__agreement__family__"
    permission = Permission.AGREEMENT_VIEW


class Signature(models.Model):
    """One person's name under one frozen version, and how it came there (45 CFR 1303.22(a)(3))."""

    class Method(models.TextChoices):
        DRAWN = "drawn", _("signed on the screen")
        TYPED = "typed", _("typed name, person known to staff")
        PAPER = "paper", _("signed on paper")
        VERBAL = "verbal", _("said yes, with a witness")

    class KnownBy(models.TextChoices):
        """How the person was told to be who they are (45 CFR 1303.22(a)(3)); staff by their own log-in."""

        KNOWN = "known", _("staff know them in person")
        CARD = "card", _("they showed a card with their picture")
        LOGIN = "login", _("signed in")

    agreement_version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="signatures")
    member = models.ForeignKey(FamilyMember, null=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    signer_name = models.CharField(max_length=200)
    method = models.CharField(_("how"), max_length=10, choices=Method)
    strokes = models.JSONField(null=True, help_text=_("The drawn line, as points."))
    witness = models.CharField(_("witness"), max_length=200, blank=True)
    known_by = models.CharField(
        _("how we know who they are"), max_length=10, choices=KnownBy, default=KnownBy.KNOWN, db_default="known"
    )
    signed_at = models.DateTimeField(default=timezone.now)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = SignatureQuerySet.as_manager()
    privacy = Privacy(
        own="id agreement_version member staff taken_by",
        shareable="signer_name method signed_at",
        private="strokes witness known_by",
    )

    class Meta:
        verbose_name = _("signature")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="family_or_staff_signs", condition=Q(member=None) ^ Q(staff=None)),
            models.CheckConstraint(name="verbal_with_a_witness", condition=~Q(method="verbal") | ~Q(witness="")),
            models.CheckConstraint(name="drawn_with_strokes", condition=~Q(method="drawn") | Q(strokes__isnull=False)),
        ]
        triggers = append_only()

    def __str__(self):
        return self.signer_name
