"""Mou and what belongs to it: parties, topics, submissions, duties, changes, files, the annex on data."""

from datetime import timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import append_only, counts_versions, moves_only, tracked
from agency.models import Program, User
from partners.models.partner import Partner
from partners.models.partnership import AgreementsQuerySet, OwnedQuerySet
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


class MouFile(models.Model):
    """A paper that belongs to an agreement, as it was handed in. A better copy is a further file, never a change."""

    class Kind(models.TextChoices):
        SIGNED = "signed", _("the signed agreement")
        ANNEX = "annex", _("annex")
        AMENDMENT = "amendment", _("change to it")
        EVIDENCE = "evidence", _("proof of submission or notice")
        OTHER = "other", _("other paper")

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind)
    number = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=200)
    content_kind = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of an agreement")
        ordering = ["kind", "-number"]
        constraints = [models.UniqueConstraint(name="file_number_once", fields=["mou", "kind", "number"])]
        triggers = append_only()

    def __str__(self):
        return _("%(kind)s, version %(number)s") % {"kind": self.get_kind_display(), "number": self.number}


class MouSubmission(models.Model):
    """An agreement was sent to whom it must go (Head Start Act 642(e)(5)(B))."""

    class To(models.TextChoices):
        HHS = "hhs", _("the Department of Health and Human Services")
        STATE = "state", _("the State Head Start Collaboration Director")

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="submissions")
    to = models.CharField(_("to"), max_length=5, choices=To)
    sent_on = models.DateField(_("sent on"), default=timezone.localdate)
    how = models.CharField(_("how"), max_length=200, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="submitted_once_to_each",
                fields=["mou", "to"],
                violation_error_message=_("It has been sent there already."),
            )
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.get_to_display()} {self.sent_on}"


@tracked
class MouAmendment(models.Model):
    """A change both sides agreed to while it was in force. The agreement stays; this stands beside it."""

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField(editable=False)
    what = models.TextField(_("what changes"))
    signed_on = models.DateField(_("signed on"))
    effective_on = models.DateField(_("in force from"))
    new_end_on = models.DateField(_("new last day"), null=True, blank=True)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("change to an agreement")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(name="amendment_number_once", fields=["mou", "number"])]

    def __str__(self):
        return _("change %(number)s") % {"number": self.number}


@tracked
class Obligation(Versioned):
    """What one side has promised in an agreement, once or again and again."""

    class Side(models.TextChoices):
        OURS = "ours", _("we")
        THEIRS = "theirs", _("they")
        BOTH = "both", _("both")

    class Repeats(models.TextChoices):
        NEVER = "", _("once")
        MONTHLY = "monthly", _("every month")
        QUARTERLY = "quarterly", _("every three months")
        YEARLY = "yearly", _("every year")

    mou = models.ForeignKey(Mou, on_delete=models.CASCADE, related_name="obligations")
    what = models.CharField(_("what was promised"), max_length=300)
    side = models.CharField(_("by whom"), max_length=10, choices=Side, default=Side.OURS)
    our_owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who, on our side")
    )
    their_owner = models.CharField(_("who, on their side"), max_length=200, blank=True)
    due_on = models.DateField(_("next due on"), null=True, blank=True)
    repeats = models.CharField(_("how often"), max_length=10, choices=Repeats, blank=True, default=Repeats.NEVER)
    ended_on = models.DateField(_("settled on"), null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("obligation")
        verbose_name_plural = _("obligations")
        ordering = ["ended_on", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="our_obligation_has_an_owner",
                condition=Q(side="theirs") | Q(our_owner__isnull=False),
                violation_error_message=_("Name who of us looks after it."),
            ),
            models.CheckConstraint(
                name="repeating_has_a_day",
                condition=Q(repeats="") | Q(due_on__isnull=False),
                violation_error_message=_("Say when it is due for the first time."),
            ),
        ]
        indexes = [models.Index(name="open_obligations", fields=["due_on"], condition=Q(ended_on=None))]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what


class ObligationMet(models.Model):
    """An obligation was met, for the day it was due."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="met")
    due_on = models.DateField(null=True)
    met_on = models.DateField(_("done on"), default=timezone.localdate)
    how = models.CharField(_("how"), max_length=300, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("obligation met")
        ordering = ["-met_on", "-pk"]
        triggers = append_only()

    def __str__(self):
        return f"{self.obligation} {self.met_on}"


@tracked
class DataAnnex(Versioned):
    """What an agreement says about personal data: which, what for, how kept, when destroyed (45 CFR 1303.22(d))."""

    mou = models.OneToOneField(Mou, on_delete=models.CASCADE, related_name="annex")
    records = models.TextField(_("which records"))
    purpose = models.TextField(_("what for"))
    safeguards = models.TextField(_("how they keep them safe"))
    destruction = models.CharField(_("when and how they destroy them"), max_length=300)
    receives_on = models.DateField(_("may receive records from"), default=timezone.localdate)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("annex on data")
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.mou}"


class AnnexReview(models.Model):
    """The yearly look at a third party that holds our families' data (45 CFR 1303.22(d))."""

    class Finding(models.TextChoices):
        FINE = "fine", _("as agreed")
        UPDATE = "update", _("the agreement needs an update")
        BROKEN = "broken", _("the agreement was broken")

    annex = models.ForeignKey(DataAnnex, on_delete=models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField(_("looked at on"), default=timezone.localdate)
    finding = models.CharField(_("what we found"), max_length=10, choices=Finding)
    note = models.TextField(_("in words"), blank=True)
    remedy = models.TextField(_("how they put it right, or that access ends"), blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a data annex")
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="broken_annex_says_the_remedy",
                condition=~Q(finding="broken") | ~Q(remedy=""),
                violation_error_message=_("Say how they put it right, or that access ends."),
            )
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.get_finding_display()} {self.reviewed_on}"


@tracked
class PreschoolException(Versioned):
    """Why a program has no agreement with publicly funded preschool, and who was told (Head Start Act 642(e)(5)(D))."""

    class Why(models.TextChoices):
        NONE_HERE = "none_here", _("there is no publicly funded preschool in our area")
        UNWILLING = "unwilling", _("the entity is unable or unwilling to enter one")

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="preschool_exceptions")
    why = models.CharField(_("why"), max_length=10, choices=Why)
    told = models.TextField(_("what happened"), blank=True)
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("with whom")
    )
    since_on = models.DateField(_("since"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)
    hhs_told_on = models.DateField(_("HHS was told on"), null=True, blank=True)
    state_told_on = models.DateField(_("the State Collaboration Director was told on"), null=True, blank=True)

    objects = AgreementsQuerySet.as_manager()

    class Meta:
        verbose_name = _("exception from the preschool agreement")
        ordering = ["-since_on"]
        constraints = [
            models.CheckConstraint(
                name="exception_ends_after_it_starts",
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                violation_error_message=_("The last day cannot come before the first."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_why_display()
