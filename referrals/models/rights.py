"""A parent's rights over what leaves: papers, grounds, a no to the school, own words (45 CFR 1303.22-24)."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.history import append_only, tracked
from agency.models import User
from agency.privacy import Privacy
from families.models import Assessment, Family, FamilyMember
from goals.models import Goal, ProgressNote
from partners.models import Mou
from referrals.models import guarding
from referrals.models.consent import Consent, Disclosure

Ground = Disclosure.Ground


class OfAConsentQuerySet(CaseQuerySet):
    family = "consent__family__"
    permission = Permission.REFERRAL_VIEW

    def visible_to(self, user, permission=None):
        """As far as the consent itself is visible."""
        return self.filter(consent__in=Consent.objects.visible_to(user, permission).values("pk"))


class ConsentPaper(models.Model):
    """A picture of the paper a parent signed. A better picture is one more row."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="papers")
    path = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    attached_at = models.DateTimeField(default=timezone.now)
    attached_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = OfAConsentQuerySet.as_manager()
    privacy = Privacy(own="id consent kind size digest attached_at attached_by", private="path")

    class Meta:
        verbose_name = _("picture of a signed consent")
        ordering = ["pk"]
        triggers = append_only()

    def __str__(self):
        return f"{self.kind} {self.attached_at:%Y-%m-%d}"


class OfADisclosureQuerySet(CaseQuerySet):
    family = "disclosure__family__"
    permission = Permission.REFERRAL_VIEW

    def visible_to(self, user, permission=None):
        """As far as the line itself is visible."""
        return self.filter(disclosure__in=Disclosure.objects.visible_to(user, permission).values("pk"))


def _only_with(ground, **facts):
    """A line under this ground has these facts."""
    return ~Q(ground=ground) | Q(**facts)


class DisclosureGround(models.Model):
    """What the rule asks of one named exception: the notice, the agreement, the court, the end. Never changed."""

    disclosure = models.OneToOneField(Disclosure, on_delete=models.PROTECT, related_name="facts")
    ground = models.CharField(max_length=20, choices=Ground)
    left_on = models.DateField()
    child = models.ForeignKey(
        FamilyMember, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("about which child")
    )
    notice_on = models.DateField(_("notice sent to the parent on"), null=True)
    is_copy_offered = models.BooleanField(_("a copy was offered"), default=False)
    refuse_until = models.DateField(_("they could refuse until"), null=True)
    is_notice_barred = models.BooleanField(_("the order forbids telling the parent"), default=False)
    agreement = models.ForeignKey(
        Mou, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("written agreement")
    )
    agreement_said = models.CharField(_("agreement that is not in our list"), max_length=200, blank=True)
    destroy_by = models.DateField(_("they destroy it by"), null=True)
    emergency = models.CharField(_("what the emergency is"), max_length=200, blank=True)
    ends_on = models.DateField(_("it ends on"), null=True)
    court = models.CharField(_("which court or office"), max_length=120, blank=True)
    case_number = models.CharField(_("number"), max_length=40, blank=True)
    is_counts_only = models.BooleanField(_("only counts left, nobody can be recognised"), default=False)

    objects = OfADisclosureQuerySet.as_manager()
    privacy = Privacy(
        own="id disclosure left_on child agreement",
        shareable=(
            "ground notice_on is_copy_offered refuse_until is_notice_barred agreement_said destroy_by ends_on "
            "is_counts_only"
        ),
        private="emergency court case_number",
    )

    class Meta:
        verbose_name = _("what allows a disclosure")
        constraints = [
            models.CheckConstraint(
                name="school_has_notice_and_time_to_refuse",
                condition=~Q(ground=Ground.SCHOOL)
                | Q(
                    child__isnull=False,
                    notice_on__isnull=False,
                    is_copy_offered=True,
                    refuse_until__gte=F("notice_on"),
                    refuse_until__lt=F("left_on"),
                ),
                violation_error_message=_("A school gets records only after the time to refuse is over."),
            ),
            models.CheckConstraint(
                name="acting_for_us_under_agreement",
                condition=_only_with(Ground.ACTING_FOR_US, agreement__isnull=False),
            ),
            models.CheckConstraint(
                name="audit_and_study_under_agreement",
                condition=~Q(ground__in=[Ground.AUDIT, Ground.STUDY])
                | (Q(agreement__isnull=False) | ~Q(agreement_said="")) & Q(destroy_by__gte=F("left_on")),
            ),
            models.CheckConstraint(
                name="emergency_is_named_and_ends",
                condition=~Q(ground=Ground.EMERGENCY) | ~Q(emergency="") & Q(ends_on__gte=F("left_on")),
            ),
            models.CheckConstraint(
                name="court_is_named_and_parent_told_or_barred",
                condition=~Q(ground=Ground.COURT)
                | ~Q(court="")
                & (Q(notice_on__isnull=False, is_notice_barred=False) | Q(notice_on=None, is_notice_barred=True)),
            ),
            models.CheckConstraint(
                name="meals_are_counts_only", condition=_only_with(Ground.MEALS, is_counts_only=True, child=None)
            ),
            models.CheckConstraint(
                name="foster_child_under_agreement",
                condition=~Q(ground=Ground.CHILD_WELFARE)
                | Q(child__isnull=False) & (Q(agreement__isnull=False) | ~Q(agreement_said="")),
            ),
        ]
        triggers = [
            *append_only(),
            guarding.no_school_after_a_no(),
            pgtrigger.Trigger(
                name="same_ground",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=(
                    "IF NOT EXISTS (SELECT 1 FROM referrals_disclosure d WHERE d.id = NEW.disclosure_id "
                    "AND d.exception = NEW.ground) THEN "
                    "RAISE EXCEPTION 'the facts belong to another ground than the disclosure'; END IF; RETURN NEW;"
                ),
            ),
        ]

    def __str__(self):
        return self.get_ground_display()


class RefusalQuerySet(CaseQuerySet):
    permission = Permission.REFERRAL_VIEW

    def standing(self, on=None):
        """What a parent has said no to and not taken back by that day."""
        on = on or timezone.localdate()
        return self.filter(Q(taken_back_on=None) | Q(taken_back_on__gt=on), refused_on__lte=on)


@tracked
class SchoolRefusal(models.Model):
    """A parent says no to a school getting a child's records (45 CFR 1303.22(b)). It binds until taken back."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="school_refusals")
    child = models.ForeignKey(
        FamilyMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("about which child")
    )
    parent = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("who says no"))
    refused_on = models.DateField(_("on"), default=timezone.localdate)
    school = models.CharField(_("the school that asked"), max_length=200, blank=True)
    taken_back_on = models.DateField(_("taken back on"), null=True, blank=True)
    taken_back_by = models.ForeignKey(
        FamilyMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who takes it back"),
    )
    kept_at = models.DateTimeField(default=timezone.now)
    kept_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = RefusalQuerySet.as_manager()
    privacy = Privacy(
        own="id family child parent taken_back_by kept_at kept_by", private="refused_on school taken_back_on"
    )

    class Meta:
        verbose_name = _("no to a school")
        verbose_name_plural = _("noes to a school")
        ordering = ["-refused_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="refusal_taken_back_by_somebody",
                condition=Q(taken_back_on=None, taken_back_by=None)
                | Q(taken_back_on__gte=F("refused_on"), taken_back_by__isnull=False),
            ),
            models.UniqueConstraint(name="one_no_a_child", fields=["child"], condition=Q(taken_back_on=None)),
        ]

    def __str__(self):
        return f"{self.child_id} {self.refused_on}"


class StatementQuerySet(CaseQuerySet):
    def visible_to(self, user, permission=None):
        """A statement is as open as what it contests."""
        rows = super().visible_to(user, permission)
        goals, talks = Goal.objects.visible_to(user).values("pk"), Assessment.objects.visible_to(user).values("pk")
        notes, left = (
            ProgressNote.objects.visible_to(user).values("pk"),
            Disclosure.objects.visible_to(user).values("pk"),
        )
        rows = rows.filter(Q(note=None) | Q(note__in=notes), Q(disclosure=None) | Q(disclosure__in=left))
        return rows.filter(Q(goal=None) | Q(goal__in=goals), Q(assessment=None) | Q(assessment__in=talks))


class ParentStatement(models.Model):
    """A parent's own words about a part of the record they contest. It goes wherever that part goes (1303.24(c))."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="statements")
    note = models.ForeignKey(
        ProgressNote, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("note")
    )
    assessment = models.ForeignKey(
        Assessment, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("assessment")
    )
    goal = models.ForeignKey(Goal, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("goal"))
    disclosure = models.ForeignKey(
        Disclosure, null=True, on_delete=models.PROTECT, related_name="statements", verbose_name=_("what left")
    )
    words = models.TextField(_("in their own words"))
    parent = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("who says so"))
    written_on = models.DateField(_("written on"), default=timezone.localdate)
    kept_at = models.DateTimeField(default=timezone.now)
    kept_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = StatementQuerySet.as_manager()
    privacy = Privacy(
        own="id family note assessment goal disclosure parent kept_at kept_by", shareable="words written_on"
    )

    class Meta:
        verbose_name = _("parent’s statement")
        verbose_name_plural = _("parents’ statements")
        ordering = ["written_on", "pk"]
        constraints = [
            models.CheckConstraint(name="statement_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="statement_about_one_thing",
                condition=(
                    Q(note__isnull=False, assessment=None, goal=None, disclosure=None)
                    | Q(note=None, assessment__isnull=False, goal=None, disclosure=None)
                    | Q(note=None, assessment=None, goal__isnull=False, disclosure=None)
                    | Q(note=None, assessment=None, goal=None, disclosure__isnull=False)
                ),
            ),
        ]
        triggers = append_only()

    def __str__(self):
        return f"{self.parent} {self.written_on}"
