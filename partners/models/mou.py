"""Mou: an agreement with a partner, who signs it, and what it says point by point."""

from datetime import timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import counts_versions, moves_only, tracked
from agency.models import Program, User
from partners.models.partner import Partner
from partners.models.partnership import AgreementsQuerySet
from partners.states import MOU, MouState, Standing
from partners.topics import CHILD_WELFARE, DISABILITIES, GENERAL, PRESCHOOL

SUBMIT_WITHIN = timedelta(days=30)  # Head Start Act 642(e)(5)(B): to HHS and to the State Collaboration Director
RENEW_AFTER_YEARS = 2  # Head Start Act 642(e)(5)(C), at the start of the school year


def in_force_condition(on, prefix=""):
    """Agreements in force on a day: signed, begun, not over and not ended early by then."""
    known = Q(**{f"{prefix}state__in": [MouState.SIGNED, MouState.TERMINATED], f"{prefix}effective_on__lte": on})
    not_over = Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": on})
    not_ended = Q(**{f"{prefix}terminated_on": None}) | Q(**{f"{prefix}terminated_on__gt": on})
    return known & not_over & not_ended


class MouQuerySet(AgreementsQuerySet):
    def in_force(self, on=None):
        return self.filter(in_force_condition(on or timezone.localdate()))

    def binding(self, program):
        """Those that bind this program (by key): they name it, or none at all."""
        return self.filter(Q(programs=program) | Q(programs=None))

    def with_standing(self, on=None):
        """With `standing`: how each stands on that day. One that a later one has replaced is renewed, not lapsed."""
        on = on or timezone.localdate()
        renewed = Mou.objects.filter(renews=OuterRef("pk"), state=MouState.SIGNED, effective_on__lte=on)
        over = Q(state=MouState.TERMINATED) & (Q(terminated_on=None) | Q(terminated_on__lte=on))
        return self.annotate(
            standing=Case(
                When(state=MouState.DRAFT, then=Value(Standing.DRAFT)),
                When(state=MouState.IN_REVIEW, then=Value(Standing.IN_REVIEW)),
                When(state=MouState.SET_ASIDE, then=Value(Standing.SET_ASIDE)),
                When(over, then=Value(Standing.TERMINATED)),
                When(effective_on__gt=on, then=Value(Standing.COMING)),
                When(Exists(renewed), then=Value(Standing.RENEWED)),
                When(in_force_condition(on), then=Value(Standing.IN_FORCE)),
                default=Value(Standing.LAPSED),
            )
        )


@tracked
class Mou(Versioned):
    """An agreement with a partner: a memorandum of understanding, a contract, a procedure both signed."""

    class Kind(models.TextChoices):
        PRESCHOOL = "preschool", _("publicly funded preschool")
        DISABILITIES = "lea_disabilities", _("school district: children with disabilities")
        TRANSITION = "lea_transition", _("school district: the way into kindergarten")
        PART_C = "part_c", _("early intervention (Part C)")
        CHILD_WELFARE = "child_welfare", _("child welfare")
        HEALTH = "health", _("health care")
        DATA = "data_sharing", _("sharing data")
        ONSITE = "onsite", _("services at our centers")
        CONTRACT = "contract", _("contract")
        OTHER = "other", _("other agreement")

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="mous", verbose_name=_("partner"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    title = models.CharField(_("title"), max_length=300)
    programs = models.ManyToManyField(
        Program, blank=True, related_name="mous", verbose_name=_("programs it binds"), help_text=_("None means all.")
    )
    state = models.CharField(max_length=12, choices=MouState, default=MouState.DRAFT, editable=False)
    summary = models.TextField(_("what it says, in short"), blank=True)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who looks after it")
    )
    signed_on = models.DateField(_("signed by all on"), null=True, blank=True)
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    review_on = models.DateField(_("look at it together on"), null=True, blank=True)
    ends_on = models.DateField(_("in force until"), null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField(
        _("days of notice to end it"), null=True, blank=True, help_text=_("As it says; empty when it does not say.")
    )
    terminated_on = models.DateField(_("ended on"), null=True, blank=True, editable=False)
    reason = models.CharField(_("why"), max_length=300, blank=True, editable=False)
    renews = models.OneToOneField(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="renewed_by"
    )
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = MouQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement with a partner")
        verbose_name_plural = _("agreements with partners")
        ordering = ["partner__name", "-effective_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="mou_signed_with_days",
                condition=~Q(state="signed") | Q(signed_on__isnull=False, effective_on__isnull=False),
            ),
            models.CheckConstraint(
                name="mou_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(effective_on=None) | Q(ends_on__gte=F("effective_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
            models.CheckConstraint(
                name="mou_ended_early_says_why",
                condition=Q(state="terminated", terminated_on__isnull=False) & ~Q(reason="")
                | ~Q(state="terminated") & Q(terminated_on=None),
            ),
            models.CheckConstraint(name="no_mou_renews_itself", condition=Q(renews=None) | ~Q(renews=F("pk"))),
        ]
        indexes = [models.Index(name="mous_ending", fields=["ends_on"], condition=Q(state="signed"))]
        triggers = [counts_versions(), moves_only(MOU)]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("partners:mou", args=[self.pk])

    @property
    def topics_asked(self):
        """The points an agreement of this kind should settle, in their order."""
        return {
            Mou.Kind.PRESCHOOL: PRESCHOOL,
            Mou.Kind.CHILD_WELFARE: CHILD_WELFARE,
            Mou.Kind.DISABILITIES: DISABILITIES,
            Mou.Kind.PART_C: DISABILITIES,
        }.get(self.kind, GENERAL)

    @property
    def must_be_submitted(self):
        """Only the agreement with publicly funded preschool goes to HHS and to the State."""
        return self.kind == Mou.Kind.PRESCHOOL


@tracked
class MouParty(models.Model):
    """One who signs, for us or for a partner; more than two may."""

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="parties")
    organization = models.CharField(_("organization"), max_length=300)
    signer = models.CharField(_("who signs"), max_length=200, blank=True)
    title = models.CharField(_("in which office"), max_length=200, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("party")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="party_once", fields=["mou", "organization"])]

    def __str__(self):
        return self.organization


@tracked
class MouTopic(Versioned):
    """One point of an agreement: what it says, and where one can see that it is done."""

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="topics")
    code = models.SlugField(max_length=30)
    text = models.TextField(_("what it says"), blank=True)
    evidence = models.CharField(_("what shows it"), max_length=300, blank=True)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("point of an agreement")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="topic_once_a_mou", fields=["mou", "code"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.code
