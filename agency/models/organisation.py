"""Agency, Program, ProgramOption, Center, ProgramYear, Closure: who we are and when we are open."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.history import counts_versions, tracked


class DateRange(Func):
    """`daterange(start, end)`, both ends included; an empty end means "until further notice"."""

    function = "DATERANGE"
    output_field = DateRangeField()

    def __init__(self, start, end):
        super().__init__(start, end, RangeBoundary(inclusive_lower=True, inclusive_upper=True))


@tracked
class Agency(models.Model):
    """The organisation this installation belongs to. There is one."""

    class PrivacyRegime(models.TextChoices):
        HEAD_START = "1303", _("Head Start privacy rules (45 CFR 1303 subpart C)")
        FERPA = "ferpa", _("FERPA")
        IDEA = "idea", _("IDEA Part B or Part C confidentiality")

    name = models.CharField(_("name of the agency"), max_length=200)
    grant_numbers = models.CharField(_("grant numbers"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.TextField(_("address, as it stands on letters"), blank=True)
    privacy_regime = models.CharField(
        _("privacy rules that govern child records"),
        max_length=10,
        choices=PrivacyRegime,
        default=PrivacyRegime.HEAD_START,
        help_text=_("A school-run program is often under FERPA instead (45 CFR 1303.21)."),
    )
    caseload_limit = models.PositiveSmallIntegerField(
        _("planned families per family service worker, at most"), default=40, validators=[MinValueValidator(1)]
    )
    small_cell = models.PositiveSmallIntegerField(
        _("smallest count shown in de-identified reports"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Smaller counts, and the counts from which they could be worked out, are hidden."),
    )
    logo = models.CharField(max_length=200, blank=True, default="", db_default="", editable=False)  # agency/files.py
    logo_kind = models.CharField(max_length=60, blank=True, default="", db_default="", editable=False)
    publishes_directory = models.BooleanField(
        _("anybody may read the partner directory over the internet"),
        default=False,
        db_default=False,
        help_text=_("Other programs can then read it by machine (HSDS). Never confidential places or staff contacts."),
    )
    signs_supervision = models.BooleanField(
        _("worker and supervisor both sign their sessions"),
        default=False,
        db_default=False,
        help_text=_("A session both have signed cannot be changed any more."),
    )
    school_notice_days = models.PositiveSmallIntegerField(
        _("days a parent has to refuse before a school gets records"),
        default=10,
        db_default=10,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
        help_text=_("Counted from the notice sent to the parent (45 CFR 1303.22(b))."),
    )
    refuses_unreviewed = models.BooleanField(
        _("nothing goes by name to a partner whose data agreement is missing or was not looked at for a year"),
        default=False,
        db_default=False,
        help_text=_("Otherwise the send page warns (45 CFR 1303.22(d))."),
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("agency")
        constraints = [models.CheckConstraint(name="one_agency", condition=Q(pk=1))]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """There is one agency, in row 1."""
        self.pk = 1
        super().save(*args, **kwargs)


@tracked
class Program(models.Model):
    """One grant's program. Each files its own PIR, a delegate's too."""

    class Kind(models.TextChoices):
        HEAD_START = "hs", _("Head Start")
        EARLY_HEAD_START = "ehs", _("Early Head Start")
        AIAN = "aian", _("American Indian and Alaska Native Head Start")
        AIAN_EARLY = "aian_ehs", _("American Indian and Alaska Native Early Head Start")
        MIGRANT = "mshs", _("Migrant and Seasonal Head Start")
        MIGRANT_EARLY = "mshs_ehs", _("Migrant and Seasonal Early Head Start")

    code = models.SlugField(_("short code"), max_length=20, unique=True, help_text=_("Used in reports and commands."))
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    grant_number = models.CharField(_("grant number"), max_length=40, blank=True)
    delegate_name = models.CharField(
        _("delegate agency"), max_length=200, blank=True, help_text=_("Only when a delegate agency runs this program.")
    )
    number = models.CharField(
        _("program number"), max_length=3, blank=True, default="", db_default="",
        help_text=_("As the yearly federal report (PIR) knows it: 000 or 200 is the grantee itself."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("agency:program", args=[self.pk])

    def year_on(self, day):
        """The program year that holds `day`, or None. Summer between two years belongs to the one before."""
        return self.years.filter(starts_on__lte=day).order_by("-starts_on").first()


@tracked
class Center(models.Model):
    """A place of ours, under one program. Home visitors have a center too: the one they start from."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="centers", verbose_name=_("program"))
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=300, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=10, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    closed_on = models.DateField(_("closed for good on"), null=True, blank=True)

    class Meta:
        verbose_name = _("center")
        verbose_name_plural = _("centers")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                name="center_once_in_a_program",
                fields=["program", "name"],
                violation_error_message=_("This program has a center of this name already."),
            )
        ]

    def __str__(self):
        return self.name


class ProgramOption(models.TextChoices):
    """How a child is served: at a center, at home, in a family child care home."""

    CENTER = "center", _("center-based")
    HOME = "home", _("home-based")
    FAMILY_CHILD_CARE = "fcc", _("family child care")
    LOCAL = "local", _("locally designed")
    PREGNANCY = "pregnancy", _("pregnancy")


@tracked
class ProgramYear(models.Model):
    """One program's year or season, first to last day of service."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="years", verbose_name=_("program"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("program year")
        verbose_name_plural = _("program years")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                name="year_ends_after_it_starts",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("The last day must come after the first."),
            ),
            ExclusionConstraint(
                name="years_of_a_program_do_not_overlap",
                expressions=[
                    ("program", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This program has a year in these days already."),
            ),
        ]

    def __str__(self):
        if self.starts_on.year == self.ends_on.year:
            return str(self.starts_on.year)
        return f"{self.starts_on.year}-{self.ends_on:%y}"

    @property
    def is_running(self):
        return self.starts_on <= timezone.localdate() <= self.ends_on

    @cached_property
    def next_starts_on(self):
        """The first day of the program's next year, or None. The summer before it belongs to this one."""
        later = ProgramYear.objects.filter(program=self.program_id, starts_on__gt=self.starts_on)
        return later.aggregate(first=models.Min("starts_on"))["first"]


@tracked
class Closure(models.Model):
    """Days on which a program is closed: they are no business days for its clocks."""

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="closures", verbose_name=_("program"))
    starts_on = models.DateField(_("first closed day"))
    ends_on = models.DateField(_("last closed day"))
    reason = models.CharField(_("why"), max_length=100)

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                name="closure_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last closed day cannot come before the first."),
            )
        ]

    def __str__(self):
        return self.reason
