"""Activity and Attendance: what we do with many families at once, and which adult really came."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission, centers_reached, programs_reached, reaches_everything
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import Center, Program, ServiceCategory, User
from agency.privacy import Privacy
from families.models.family import Family, FamilyMember


class ActivityQuerySet(models.QuerySet):
    """Activities name no family themselves; who came is told by `Attendance`, which does."""

    def visible_to(self, user):
        """Those at the centers and in the programs this person works for, the agency's own, and their own."""
        if not user.may(Permission.ASSESSMENT_VIEW):
            return self.none()
        seen = self if user.may(Permission.RESTRICTED_VIEW) else self.exclude(category__is_restricted=True)
        if reaches_everything(user, Permission.ASSESSMENT_VIEW):
            return seen
        centers = Center.objects.filter(centers_reached(user, Permission.ASSESSMENT_VIEW))
        programs = programs_reached(user, Permission.ASSESSMENT_VIEW)
        ours = Q(center__in=centers) | Q(center=None, program__in=programs) | Q(center=None, program=None)
        return seen.filter(ours | Q(added_by=user))

    def posted(self):
        return self.filter(posted_at__isnull=False)


@tracked
class Activity(Versioned):
    """A workshop, a conference, a meeting. It is prepared, then posted to the families who came; a slip is undone."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", _("workshop")
        CLASS = "class", _("parenting class")
        CONFERENCE = "conference", _("parent-teacher conference")
        HOME_VISIT = "home_visit", _("home visit")
        SOCIALIZATION = "socialization", _("group socialization")
        EVENT = "event", _("family event")
        COMMITTEE = "committee", _("parent committee")
        POLICY_COUNCIL = "policy_council", _("policy council")
        VOLUNTEERING = "volunteering", _("volunteering")
        OTHER = "other", _("something else")

    class FatherItem(models.TextChoices):
        """What the yearly report asks about fathers and father figures (C.46.a-e in 2022-23)."""

        ASSESSMENT = "assessment", _("the family’s assessment")
        GOALS = "goals", _("setting the family’s goals")
        CHILD = "child", _("their child’s development")
        GOVERNANCE = "governance", _("decisions of the program")
        PARENTING = "parenting", _("parenting education")

    kind = models.CharField(_("what it is"), max_length=15, choices=Kind, default=Kind.WORKSHOP)
    title = models.CharField(_("what we call it"), max_length=150)
    program = models.ForeignKey(
        Program, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("program")
    )
    center = models.ForeignKey(
        Center, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("center")
    )
    category = models.ForeignKey(
        ServiceCategory,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("kind of help"),
        help_text=_("Each family who came has received this. Leave it empty when it is no help of its own."),
    )
    father_item = models.CharField(
        _("for fathers it counts as"), max_length=12, choices=FatherItem, blank=True,
        help_text=_("Counted for the adults marked as father or father figure."),
    )  # fmt: skip
    held_on = models.DateField(_("on"), default=timezone.localdate)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    in_kind_minutes = models.PositiveSmallIntegerField(
        _("in-kind minutes for each adult"), default=0, help_text=_("Time families give that we may report as in kind.")
    )
    line = models.CharField(
        _("what each family’s story says"),
        max_length=200,
        blank=True,
        help_text=_("Name no other family in it. Left empty, the story says what we call it."),
    )
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField(null=True, editable=False)
    posted_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="activity_at_one_place",
                condition=Q(program=None) | Q(center=None),
                violation_error_message=_("Choose a program or a center, not both."),
            ),
            models.CheckConstraint(
                name="activity_posted_by_somebody",
                condition=Q(posted_at=None, posted_by=None) | Q(posted_at__isnull=False, posted_by__isnull=False),
            ),
        ]
        indexes = [models.Index(name="activities_in_time", fields=["-held_on", "-id"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("families:activity", args=[self.pk])

    @property
    def is_posted(self):
        return self.posted_at is not None


class AttendanceQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def counted(self):
        """Adults who really came to something that stands: not the ones expected, not what was undone."""
        return self.filter(is_present=True, activity__posted_at__isnull=False)


@tracked
class Attendance(models.Model):
    """One adult on the list of an activity, who came or did not."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="attendances")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="attendances")
    member = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, related_name="attendances")
    is_present = models.BooleanField(_("came"), default=False)
    is_father_figure = models.BooleanField(_("father or father figure"), default=False)
    in_kind_minutes = models.PositiveSmallIntegerField(_("in-kind minutes"), default=0)

    objects = AttendanceQuerySet.as_manager()
    privacy = Privacy(own="id activity family member", private="is_present is_father_figure in_kind_minutes")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="on_a_list_of_an_activity_once", fields=["activity", "member"])]

    def __str__(self):
        return f"{self.activity_id} {self.member_id}"
