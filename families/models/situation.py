"""What a family is living through: without a home, foster care, child welfare, and plans other agencies made."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.database import Plain
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import ServiceCategory, User
from agency.privacy import Privacy
from families.models.family import Family, FamilyMember


class PeriodQuerySet(CaseQuerySet):
    """Facts that begin and end."""

    permission = Permission.ASSESSMENT_VIEW

    def in_force(self, on=None):
        """Those that hold on that day."""
        on = on or timezone.localdate()
        return self.filter(Q(began_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gte=on)))

    def during(self, first, last):
        """Those that held on any day from `first` to `last`."""
        return self.filter(Q(began_on__lte=last) & (Q(ended_on=None) | Q(ended_on__gte=first)))


def _ends_after_it_began(name):
    return models.CheckConstraint(
        name=name,
        condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
        violation_error_message=_("The last day cannot come before the first."),
    )


@tracked
class HomelessnessEpisode(Versioned):
    """A time without a home of their own, as the McKinney-Vento Act means it. Never a reason to ask for papers."""

    class Stays(models.TextChoices):
        SHARES_AFTER_LOSS = "shares_after_loss", _("with others, because a home was lost")
        MOTEL = "motel", _("a motel, hotel or campground, for lack of anything else")
        SHELTER = "shelter", _("an emergency shelter")
        TRANSITIONAL = "transitional", _("transitional housing")
        UNSHELTERED = "unsheltered", _("a car, a park or another place not meant for sleeping")
        SUBSTANDARD = "substandard", _("a place not fit to live in")
        HOSPITAL = "hospital", _("left in a hospital, with nowhere to go")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="homelessness")
    stays = models.CharField(_("where they stay"), max_length=20, choices=Stays)
    began_on = models.DateField(_("since"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    housing_acquired_on = models.DateField(_("found a home on"), null=True, blank=True)
    note = models.CharField(
        _("good to know"), max_length=300, blank=True, help_text=_("Never the name of a landlord or a host.")
    )
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = PeriodQuerySet.as_manager()
    privacy = Privacy(own="id version family recorded_by", private="stays began_on ended_on housing_acquired_on note")

    class Meta:
        verbose_name = _("time without a home")
        verbose_name_plural = _("times without a home")
        ordering = ["-began_on", "-pk"]
        constraints = [
            _ends_after_it_began("homelessness_ends_after_it_began"),
            models.CheckConstraint(
                name="housing_acquired_after_it_was_lost",
                condition=Q(housing_acquired_on=None) | Q(housing_acquired_on__gte=F("began_on")),
                violation_error_message=_("A home is found after the time without one began."),
            ),
        ]
        indexes = [models.Index(name="homelessness_in_time", fields=["family", "began_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_stays_display()


class ChildPeriodQuerySet(PeriodQuerySet):
    family = "child__family__"


@tracked
class FosterCare(Versioned):
    """A time in which a child lives with foster parents."""

    class Kind(models.TextChoices):
        NOT_RELATED = "not_related", _("foster parents who are not related")
        KIN = "kin", _("foster parents who are relatives")
        PREADOPTIVE = "preadoptive", _("parents who are adopting the child")
        GROUP = "group", _("a group home")
        OTHER = "other", _("another placement")

    child = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, related_name="foster_care", verbose_name=_("child")
    )
    kind = models.CharField(_("with whom"), max_length=15, choices=Kind)
    placed_by = models.CharField(_("placed by"), max_length=150, blank=True)
    began_on = models.DateField(_("since"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = ChildPeriodQuerySet.as_manager()
    privacy = Privacy(own="id version child recorded_by", private="kind placed_by began_on ended_on")

    class Meta:
        verbose_name = _("foster care")
        verbose_name_plural = _("foster care")
        ordering = ["-began_on", "-pk"]
        constraints = [_ends_after_it_began("foster_care_ends_after_it_began")]
        indexes = [models.Index(name="foster_care_in_time", fields=["child", "began_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_kind_display()

    @property
    def family_id(self):
        return self.child.family_id


class RestrictedPeriodQuerySet(PeriodQuerySet):
    permission = Permission.RESTRICTED_VIEW


@tracked
class ChildWelfareInvolvement(Versioned):
    """A child welfare agency works with this family. Restricted: only who may read restricted records sees it."""

    class Kind(models.TextChoices):
        SUPPORT = "support", _("voluntary or preventive support")
        ASSESSMENT = "assessment", _("an assessment or investigation")
        IN_HOME = "in_home", _("an open case, the child at home")
        OUT_OF_HOME = "out_of_home", _("an open case, the child away from home")
        REUNIFICATION = "reunification", _("coming home again")
        OTHER = "other", _("something else")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="child_welfare")
    child = models.ForeignKey(
        FamilyMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="child_welfare",
        verbose_name=_("which child"),
    )
    kind = models.CharField(_("what it is"), max_length=15, choices=Kind)
    agency_name = models.CharField(_("agency"), max_length=150, blank=True)
    caseworker = models.CharField(_("caseworker"), max_length=150, blank=True)
    caseworker_phone = models.CharField(_("caseworker’s phone"), max_length=40, blank=True)
    referred_to_us = models.BooleanField(_("they referred the child to us"), default=False)
    began_on = models.DateField(_("since"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(_("what staff must know"), max_length=500, blank=True)
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = RestrictedPeriodQuerySet.as_manager()
    privacy = Privacy(
        own="id version family recorded_by",
        restricted="child kind agency_name caseworker caseworker_phone referred_to_us began_on ended_on note",
    )

    class Meta:
        verbose_name = _("child welfare involvement")
        verbose_name_plural = _("child welfare involvement")
        ordering = ["-began_on", "-pk"]
        constraints = [
            _ends_after_it_began("child_welfare_ends_after_it_began"),
            models.CheckConstraint(
                name="a_referred_child_is_named", condition=Q(referred_to_us=False) | Q(child__isnull=False)
            ),
        ]
        indexes = [models.Index(name="child_welfare_in_time", fields=["family", "began_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.get_kind_display()


class PlanQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def visible_to(self, user, permission=None):
        """Plans that speak of treatment, safety or child welfare show only to who may read restricted records."""
        plans = super().visible_to(user, permission)
        return plans if user.may(Permission.RESTRICTED_VIEW) else plans.exclude(kind__in=ExistingPlan.RESTRICTED)

    def in_force(self, on=None):
        """Plans that have not ended by that day."""
        on = on or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on))


@tracked
class ExistingPlan(Versioned):
    """A plan another agency made with this family. Ours builds on it and does not repeat it (45 CFR 1302.52(e))."""

    class Kind(models.TextChoices):
        IFSP = "ifsp", _("early intervention plan (IFSP)")
        IEP = "iep", _("special education plan (IEP)")
        TANF = "tanf", _("TANF or employment plan")
        HOUSING = "housing", _("housing plan")
        HEALTH = "health", _("health care plan")
        CASE = "case", _("child welfare case plan")
        TREATMENT = "treatment", _("treatment plan")
        SAFETY = "safety", _("safety plan")
        OTHER = "other", _("another plan")

    class Shared(models.TextChoices):
        UNKNOWN = "unknown", _("not asked yet")
        YES = "yes", _("yes, we have a copy or have read it")
        ASKED = "asked", _("asked for")
        NO = "no", _("no, and the family would rather not")

    RESTRICTED = (Kind.CASE, Kind.TREATMENT, Kind.SAFETY)

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="existing_plans")
    member = models.ForeignKey(
        FamilyMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="existing_plans",
        verbose_name=_("whose plan"),
    )
    kind = models.CharField(_("kind of plan"), max_length=10, choices=Kind)
    category = models.ForeignKey(
        ServiceCategory,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("what it works on"),
    )
    agency_name = models.CharField(_("agency"), max_length=150)
    contact_name = models.CharField(_("whom to ask there"), max_length=150, blank=True)
    contact_phone = models.CharField(_("their phone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("their e-mail"), blank=True)
    says = models.TextField(_("what it says, in short"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    shared = models.CharField(_("shared with us"), max_length=10, choices=Shared, default=Shared.UNKNOWN)
    recorded_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    search_text = models.GeneratedField(
        expression=Plain(Concat("agency_name", Value(" "), "says", output_field=models.TextField())),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = PlanQuerySet.as_manager()
    privacy = Privacy(
        own="id version family recorded_by search_text",
        private="member kind category agency_name contact_name contact_phone contact_email says starts_on ends_on "
        "shared",
    )

    class Meta:
        verbose_name = _("plan elsewhere")
        verbose_name_plural = _("plans elsewhere")
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                name="plan_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]
        indexes = [GinIndex(name="plan_by_words", fields=["search_text"], opclasses=["gin_trgm_ops"])]
        triggers = [counts_versions()]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.agency_name}"

    @property
    def is_restricted(self):
        return self.kind in self.RESTRICTED

    @property
    def is_over(self):
        return self.ends_on is not None and self.ends_on < timezone.localdate()
