"""Relation and SecondHome: who each adult is to each child, and where a child of two homes sleeps."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.privacy import Privacy
from families.models.family import FamilyMember, Household
from families.models.together import relation_of_one_family, second_home_of_one_family


class RelationQuerySet(CaseQuerySet):
    family = "child__family__"


@tracked
class Relation(Versioned):
    """What one adult is to one child. The mother of the first may be the stepmother of the second."""

    class Custody(models.TextChoices):
        UNKNOWN = "unknown", _("not asked yet")
        FULL = "full", _("has custody alone")
        SHARED = "shared", _("shares custody")
        FOSTER = "foster", _("foster placement")
        NONE = "none", _("has no custody")

    class LivesWith(models.TextChoices):
        UNKNOWN = "unknown", _("not asked yet")
        ALWAYS = "always", _("always")
        PART = "part", _("part of the time")
        NO = "no", _("no")

    adult = models.ForeignKey(FamilyMember, on_delete=models.CASCADE, related_name="relations_to_children")
    child = models.ForeignKey(FamilyMember, on_delete=models.CASCADE, related_name="relations_to_adults")
    relationship = models.CharField(
        _("who they are to the child"),
        max_length=20,
        choices=FamilyMember.Relationship,
        default=FamilyMember.Relationship.UNKNOWN,
    )
    is_father_figure = models.BooleanField(_("father or father figure"), default=False)
    custody = models.CharField(_("custody"), max_length=10, choices=Custody, default=Custody.UNKNOWN)
    lives_with = models.CharField(_("the child lives with them"), max_length=10, choices=LivesWith, default="unknown")
    may_be_told = models.BooleanField(_("may be told about this child"), default=True)
    court_says = models.CharField(
        _("what a court says"), max_length=300, blank=True, help_text=_("Only what staff must know to keep to it.")
    )

    objects = RelationQuerySet.as_manager()
    privacy = Privacy(
        own="id version adult child",
        shareable="relationship",
        private="is_father_figure custody lives_with may_be_told",
        restricted="court_says",
    )

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_relation_a_pair", fields=["adult", "child"]),
            models.CheckConstraint(name="nobody_is_their_own_child", condition=~Q(adult=F("child"))),
        ]
        triggers = [counts_versions(), relation_of_one_family()]

    def __str__(self):
        return self.get_relationship_display()

    @property
    def family_id(self):
        return self.child.family_id


class SecondHomeQuerySet(CaseQuerySet):
    family = "member__family__"

    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on)))


@tracked
class SecondHome(Versioned):
    """Another roof under which a child sleeps on some days. `FamilyMember.household` stays the main home."""

    member = models.ForeignKey(FamilyMember, on_delete=models.CASCADE, related_name="second_homes")
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, related_name="second_home_of", verbose_name=_("second home")
    )
    days = models.CharField(
        _("which days"), max_length=100, blank=True, help_text=_("“Every other weekend, and Wednesday nights.”")
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = SecondHomeQuerySet.as_manager()
    privacy = Privacy(own="id version member household", private="days starts_on ends_on")

    class Meta:
        verbose_name = _("second home")
        verbose_name_plural = _("second homes")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="second_home_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]
        triggers = [counts_versions(), second_home_of_one_family()]

    def __str__(self):
        return str(self.household)

    @property
    def family_id(self):
        return self.member.family_id
