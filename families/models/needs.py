"""Need and ServiceReceived: what is hard, and the help that really came. Two facts, never one field."""

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import ProgramYear, ServiceCategory, User
from agency.privacy import Privacy
from families.models.activity import Activity
from families.models.assessment import Answer
from families.models.enrollment import Enrollment
from families.models.family import Family, FamilyMember


class NeedQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def visible_to(self, user, permission=None):
        """Restricted needs show only to who may read restricted records."""
        needs = super().visible_to(user, permission)
        return needs if user.may(Permission.RESTRICTED_VIEW) else needs.filter(category__is_restricted=False)

    def open(self):
        return self.filter(closed_on=None)

    def urgent(self):
        return self.open().filter(urgency=Need.Degree.HIGH)


@tracked
class Need(Versioned):
    """Something that is hard for a family, whether or not anybody works on it."""

    class Degree(models.IntegerChoices):
        LOW = 1, _("can wait")
        MIDDLE = 2, _("soon")
        HIGH = 3, _("today")

    class Intensity(models.IntegerChoices):
        LIGHT = 1, _("a push is enough")
        STEADY = 2, _("steady support")
        DEEP = 3, _("a lot of support")

    class Closing(models.TextChoices):
        MET = "met", _("the need is met")
        PARTLY = "partly", _("partly met, and that is enough")
        CHANGED = "changed", _("no longer what they want to work on")
        LEFT = "left", _("the family left the program")

    class Through(models.TextChoices):
        SERVICE = "service", _("help they received")
        GOAL = "goal", _("a goal they worked on")
        FAMILY = "family", _("the family itself")
        CIRCLE = "circle", _("relatives, friends or neighbors")
        ELSEWHERE = "elsewhere", _("another agency, without us")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="needs")
    category = models.ForeignKey(
        ServiceCategory, on_delete=models.PROTECT, related_name="+", verbose_name=_("kind of need")
    )
    what = models.CharField(
        _("what is hard"), max_length=200, help_text=_("In a few words, as the family would say it.")
    )
    answer = models.ForeignKey(
        Answer, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="needs"
    )
    urgency = models.PositiveSmallIntegerField(_("how soon"), choices=Degree, default=Degree.MIDDLE)
    intensity = models.PositiveSmallIntegerField(_("how much support"), choices=Intensity, default=Intensity.STEADY)
    interest = models.CharField(
        _("do they want to work on it"), max_length=5, choices=Answer.WorkOn, default=Answer.WorkOn.NOW
    )
    opened_on = models.DateField(_("told us on"), default=timezone.localdate)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    first_step_at = models.DateTimeField(null=True, editable=False)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closing = models.CharField(_("how it ended"), max_length=10, choices=Closing, blank=True)
    closed_through = models.CharField(
        _("what made the difference"), max_length=10, choices=Through, blank=True, default="", db_default=""
    )
    closed_with = models.ForeignKey(
        "ServiceReceived",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("which help"),
    )
    reopened_on = models.DateField(_("open again since"), null=True, editable=False)
    rank = models.PositiveSmallIntegerField(_("place the family gave it"), null=True, editable=False)
    added_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = NeedQuerySet.as_manager()
    privacy = Privacy(
        own="id version family answer added_by opened_at first_step_at closed_with",
        shareable="category what",
        private="urgency intensity interest opened_on closed_on closing closed_through reopened_on rank",
    )

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["closed_on", "-urgency", "opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="need_closed_with_an_end",
                condition=Q(closed_on=None, closing="") | Q(closed_on__isnull=False) & ~Q(closing=""),
            ),
            models.CheckConstraint(
                name="need_through_something_once_closed",
                condition=Q(closed_on=None, closed_through="", closed_with=None) | Q(closed_on__isnull=False),
            ),
            models.UniqueConstraint(name="one_need_an_answer", fields=["answer"], condition=Q(answer__isnull=False)),
        ]
        indexes = [
            models.Index(name="open_needs", fields=["family"], condition=Q(closed_on=None)),
            models.Index(name="urgent_needs", fields=["opened_at"], condition=Q(closed_on=None, urgency=3)),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.what

    @property
    def is_open(self):
        return self.closed_on is None

    @property
    def is_urgent(self):
        return self.is_open and self.urgency == self.Degree.HIGH


class ServiceReceivedQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def counting_in(self, year):
        """Help that counts in the report of this program year: received while the family held a place in its program.

        A family with places in two programs is found in both. A year chosen by hand, with a reason, stands alone.
        """
        return self.filter(_counts_in(year))

    def saying_if_counting_in(self, year):
        """Each with `counts`: whether `counting_in` would find it."""
        return self.annotate(counts=ExpressionWrapper(_counts_in(year), output_field=models.BooleanField()))


def _counts_in(year):
    by_day = Q(counts_because="", received_on__gte=year.starts_on)
    if year.next_starts_on:
        by_day &= Q(received_on__lt=year.next_starts_on)
    places = Enrollment.objects.filter(family=OuterRef("family"), program=year.program_id)
    held = places.filter(Q(exited_on=None) | Q(exited_on__gte=OuterRef("received_on")))
    by_day &= Q(Exists(held.filter(entered_on__lte=OuterRef("received_on"))))
    return by_day | (Q(program_year=year) & ~Q(counts_because=""))


@tracked
class ServiceReceived(models.Model):
    """Help a family really received. Only this counts in the PIR; a referral alone never does."""

    class Source(models.TextChoices):
        PROGRAM = "program", _("from our program")
        REFERRAL = "referral", _("from a partner, through our referral")
        FAMILY = "family", _("the family found it themselves")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="services_received")
    category = models.ForeignKey(
        ServiceCategory, on_delete=models.PROTECT, related_name="+", verbose_name=_("kind of help")
    )
    what = models.CharField(_("what they received"), max_length=200)
    received_on = models.DateField(_("on"))
    program_year = models.ForeignKey(
        ProgramYear, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("counts in")
    )
    source = models.CharField(_("where it came from"), max_length=10, choices=Source, default=Source.PROGRAM)
    need = models.ForeignKey(
        Need,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services_received",
        verbose_name=_("for this need"),
    )
    counts_because = models.CharField(
        _("why it counts in that year"), max_length=200, blank=True, default="", db_default="",
        help_text=_("Only when you choose the year yourself: a visit before the first day, help in the summer after."),
    )  # fmt: skip
    activity = models.ForeignKey(
        Activity, null=True, editable=False, on_delete=models.PROTECT, related_name="services_received"
    )
    participants = models.ManyToManyField(FamilyMember, blank=True, related_name="+", verbose_name=_("who took part"))
    # Nobody of ours when a partner or the family told it through a link.
    recorded_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ServiceReceivedQuerySet.as_manager()
    privacy = Privacy(
        own="id family program_year need activity recorded_by recorded_at",
        shareable="category what received_on",
        private="source counts_because",
    )

    class Meta:
        verbose_name = _("help received")
        verbose_name_plural = _("help received")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_service_an_activity_and_family",
                fields=["activity", "family"],
                condition=Q(activity__isnull=False),
            )
        ]
        indexes = [
            models.Index(name="help_of_a_family", fields=["family", "-received_on"]),
            models.Index(name="help_in_time", fields=["received_on", "category"]),
        ]

    def __str__(self):
        return self.what
