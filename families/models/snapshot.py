"""Snapshot and SnapshotYear: how a family lives on the day it comes, and on the day its year with us ends."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet, Permission
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import ProgramYear, User
from agency.privacy import Privacy
from families.models.family import Family


class SnapshotQuerySet(CaseQuerySet):
    permission = Permission.ASSESSMENT_VIEW

    def incomplete(self):
        """Snapshots with something that has not been asked yet."""
        lacking = [Q(moment=moment) & _not_asked(names) for moment, names in Snapshot.ASKED.items()]
        return self.filter(lacking[0] | lacking[1])


def _not_asked(names):
    condition = Q(**{names[0]: ""})
    for name in names[1:]:
        condition |= Q(**{name: ""})
    return condition


@tracked
class Snapshot(Versioned):
    """What the yearly report asks of each family, as the family said it on one day. "" means nobody has asked yet."""

    class Moment(models.TextChoices):
        ENROLLMENT = "enrollment", _("when they came")
        END = "end", _("at the end of their year")

    class Said(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNSAID = "unsaid", _("would rather not say")

    class Parents(models.TextChoices):
        TWO = "two_parents", _("two parents")
        ONE = "one_parent", _("one parent")
        UNSAID = "unsaid", _("would rather not say")

    class Figure(models.TextChoices):
        PARENTS = "biological", _("parents by birth, adoption or marriage")
        MOTHER = "mother_only", _("the mother only")
        FATHER = "father_only", _("the father only")
        GRANDPARENTS = "grandparents", _("grandparents")
        RELATIVES = "relatives", _("other relatives")
        FOSTER = "foster", _("foster parents, not relatives")
        OTHER = "other", _("somebody else")

    class Education(models.TextChoices):
        LESS = "less", _("less than high school")
        HIGH_SCHOOL = "high_school", _("high school or GED")
        SOME_COLLEGE = "some_college", _("some college, a trade or an associate degree")
        DEGREE = "degree", _("a bachelor’s degree or more")
        UNSAID = "unsaid", _("would rather not say")

    class Housing(models.TextChoices):
        OWNS = "owns", _("owns their home")
        RENTS = "rents", _("rents")
        SHARES = "shares", _("lives with others by choice")
        SHARES_AFTER_LOSS = "shares_after_loss", _("stays with others after losing their home")
        SHELTER = "shelter", _("in a shelter or transitional housing")
        MOTEL = "motel", _("in a motel")
        UNSHELTERED = "unsheltered", _("in a car, outside or another place not meant to live in")
        OTHER = "other", _("something else")
        UNSAID = "unsaid", _("would rather not say")

    WORK = ("employed", "in_training", "in_school")
    HELP = ("tanf", "ssi", "wic", "snap")
    AT_END = ("education", *WORK, *HELP, "housing")
    ASKED = {
        Moment.ENROLLMENT: ("parents", "figure", *AT_END, "military_active", "military_veteran"),
        Moment.END: AT_END,
    }

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="snapshots")
    moment = models.CharField(max_length=10, choices=Moment, editable=False)
    program_years = models.ManyToManyField(
        ProgramYear, through="SnapshotYear", related_name="+", verbose_name=_("speaks for")
    )
    taken_on = models.DateField(_("they told us on"), default=timezone.localdate)
    taken_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")

    parents = models.CharField(_("a family with"), max_length=12, choices=Parents, blank=True)
    figure = models.CharField(_("who raises the child"), max_length=12, choices=Figure, blank=True)
    figure_other = models.CharField(_("who that is"), max_length=100, blank=True)
    education = models.CharField(
        _("most schooling of a parent"), max_length=12, choices=Education, blank=True,
        help_text=_("Of the parent who went furthest."),
    )  # fmt: skip
    employed = models.CharField(_("a parent has work"), max_length=6, choices=Said, blank=True)
    in_training = models.CharField(_("a parent is in job training"), max_length=6, choices=Said, blank=True)
    in_school = models.CharField(_("a parent goes to school"), max_length=6, choices=Said, blank=True)
    military_active = models.CharField(_("a parent is in the military now"), max_length=6, choices=Said, blank=True)
    military_veteran = models.CharField(_("a parent is a veteran"), max_length=6, choices=Said, blank=True)
    tanf = models.CharField(
        _("TANF"), max_length=6, choices=Said, blank=True, help_text=_("Cash help or other services of TANF.")
    )
    ssi = models.CharField(_("SSI"), max_length=6, choices=Said, blank=True)
    wic = models.CharField(_("WIC"), max_length=6, choices=Said, blank=True)
    snap = models.CharField(_("SNAP"), max_length=6, choices=Said, blank=True, help_text=_("Also called food stamps."))
    housing = models.CharField(_("their home"), max_length=20, choices=Housing, blank=True)

    objects = SnapshotQuerySet.as_manager()
    privacy = Privacy(
        own="id version family moment taken_on taken_by",
        private=(
            "parents figure figure_other education employed in_training in_school military_active military_veteran "
            "tanf ssi wic snap housing"
        ),
    )

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["-taken_on", "-pk"]
        indexes = [models.Index(name="snapshots_of_a_family", fields=["family", "moment", "-taken_on"])]
        triggers = [counts_versions()]

    def __str__(self):
        return str(self.get_moment_display())

    def get_absolute_url(self):
        return reverse("families:snapshot-edit", args=[self.family_id, self.pk])

    def asked(self):
        """The names of what this snapshot should hold."""
        return self.ASKED[self.moment]

    def missing(self):
        """The names of what nobody has asked yet."""
        return [name for name in self.asked() if not getattr(self, name)]

    @property
    def is_at_work(self):
        """True, False, or None when it was not said: a parent works, trains for work, or goes to school."""
        said = {getattr(self, name) for name in self.WORK}
        return True if self.Said.YES in said else (False if said == {self.Said.NO} else None)


@tracked
class SnapshotYear(models.Model):
    """A program year for which a snapshot speaks: one set of facts serves both programs of a family, entered once."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="years")
    program_year = models.ForeignKey(ProgramYear, on_delete=models.PROTECT, related_name="snapshots")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    moment = models.CharField(max_length=10, choices=Snapshot.Moment)

    objects = SnapshotQuerySet.as_manager()
    privacy = Privacy(own="id snapshot program_year family moment")

    class Meta:
        verbose_name = _("program year of a snapshot")
        constraints = [
            models.UniqueConstraint(
                name="one_snapshot_a_year_and_moment",
                fields=["family", "program_year", "moment"],
                violation_error_message=_("This family has such a snapshot for this year already."),
            )
        ]

    def __str__(self):
        return f"{self.snapshot_id} {self.program_year_id}"
