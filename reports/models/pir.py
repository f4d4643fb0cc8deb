"""PirForm and PirItem: the federal yearly report's questions of one year, as data; and what is filed beside them."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import append_only, counts_versions, tracked
from agency.models import Program, ProgramYear, User
from agency.words import WordsField

USED_STANDS = """
IF EXISTS (
    SELECT FROM reports_pirform
    WHERE used_at IS NOT NULL
    AND (TG_OP <> 'INSERT' AND id = OLD.form_id OR TG_OP <> 'DELETE' AND id = NEW.form_id)
) THEN RAISE EXCEPTION 'pgtrigger: Cannot change a used row of % table', TG_TABLE_NAME; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""


class PirFormQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(in_use_since__isnull=False)


@tracked
class PirForm(Versioned):
    """One year's form: item numbers move from year to year, so each has its own. A report made with it seals it."""

    year = models.CharField(
        _("form of"),
        max_length=7,
        validators=[RegexValidator(r"^\d{4}-\d{2}$", _("Write the form’s year like 2022-23."))],
    )
    edition = models.PositiveSmallIntegerField(default=1, editable=False)
    title = models.CharField(_("title"), max_length=150, blank=True)
    in_use_since = models.DateField(_("in use since"), null=True, editable=False)
    used_at = models.DateTimeField(null=True, editable=False)  # the first report made with it
    copied_from = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="copies")
    revision = models.PositiveSmallIntegerField(null=True, editable=False)  # of what we ship (pir.loading); else null
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = PirFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("PIR form")
        verbose_name_plural = _("PIR forms")
        ordering = ["-year", "-edition"]
        constraints = [
            models.UniqueConstraint(name="one_edition_of_a_pir_form", fields=["year", "edition"]),
            models.CheckConstraint(
                name="pir_form_used_only_when_in_use", condition=Q(used_at=None) | Q(in_use_since__isnull=False)
            ),
        ]
        triggers = [
            counts_versions(),
            pgtrigger.Protect(
                name="used_stands",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__used_at__isnull=False),
            ),
        ]

    def __str__(self):
        if self.edition == 1:
            return self.year
        return _("%(year)s, edition %(number)s") % {"year": self.year, "number": self.edition}

    def get_absolute_url(self):
        return reverse("reports:pir-form", args=[self.pk])

    @property
    def is_draft(self):
        return self.in_use_since is None

    @property
    def is_sealed(self):
        return self.used_at is not None


@tracked
class PirItem(models.Model):
    """One question of a form: its number and words of that year, and the rule by which we answer it in any year."""

    form = models.ForeignKey(PirForm, on_delete=models.CASCADE, related_name="items")
    number = models.CharField(
        _("number"),
        max_length=12,
        validators=[RegexValidator(r"^[A-D]\.\d+(\.[a-z])?(\.\d+)?(-\d)?$", _("Write the number like C.44.b."))],
    )
    sort = models.PositiveSmallIntegerField(_("place on the form"), default=0)
    wording = WordsField(_("what it asks"))
    rule = models.SlugField(_("rule"), max_length=40)  # reports.pir.rules
    key = models.SlugField(_("of what"), max_length=40, blank=True)  # which service, or which number kept by hand
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts", verbose_name=_("part of")
    )
    categories = ArrayField(models.SlugField(max_length=50), verbose_name=_("kinds of help"), default=list, blank=True)
    is_confirmed = models.BooleanField(_("compared with the federal form"), default=True, db_default=True)

    class Meta:
        verbose_name = _("PIR item")
        verbose_name_plural = _("PIR items")
        ordering = ["form", "sort", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="of_used_form_stands",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=USED_STANDS,
            )
        ]

    def __str__(self):
        return f"{self.number} {self.wording}"

    @property
    def code(self):
        """What it is called in every year, whatever its number: the rule, and of what."""
        return f"{self.rule}:{self.key}" if self.key else self.rule

    @property
    def mapped_as(self):
        """Its number in the service catalogue: need (-1) and received (-2) of 2018-19 are one letter there."""
        return self.number.partition("-")[0]


@tracked
class PirSaid(Versioned):
    """What a person says about a program's year: why a check does not hold, or a number no record of ours holds."""

    program_year = models.ForeignKey(ProgramYear, on_delete=models.PROTECT, related_name="pir_said")
    code = models.CharField(max_length=100)  # "check:…" or "item:…", never a number of a form
    text = models.TextField(_("explanation"), blank=True)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    said_by = models.ForeignKey(User, editable=False, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("remark on a PIR")
        constraints = [models.UniqueConstraint(name="one_pir_remark", fields=["program_year", "code"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.code


class PirWorkbook(models.Model):
    """A workbook in the federal layout, read in to compare with: read = imported + unchanged + held + skipped."""

    year = models.CharField(_("its year"), max_length=7)  # the program year it reports, "2021-22"
    form = models.ForeignKey(PirForm, on_delete=models.PROTECT, related_name="+", verbose_name=_("form"))
    called = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    read_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("PIR workbook")
        ordering = ["-read_at", "-pk"]
        triggers = append_only()

    def __str__(self):
        return self.called

    def get_absolute_url(self):
        return reverse("reports:pir-workbook", args=[self.pk])


class PirFiledFigure(models.Model):
    """One cell of such a workbook. Without a program or a code it is held: kept to be read, never compared."""

    workbook = models.ForeignKey(PirWorkbook, on_delete=models.PROTECT, related_name="figures")
    program = models.ForeignKey(Program, null=True, on_delete=models.PROTECT, related_name="+")
    told_as = models.CharField(max_length=120)  # grant, program number and type as the workbook says them
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=90, blank=True)  # PirItem.code
    value = models.CharField(max_length=60, blank=True)
    count = models.IntegerField(null=True)

    class Meta:
        verbose_name = _("number of a PIR workbook")
        indexes = [models.Index(name="pir_filed_of_a_program", fields=["program", "code"])]
        triggers = append_only()

    def __str__(self):
        return f"{self.number} {self.value}"


class PirReference(models.Model):
    """How one share lies among the country's programs of a kind in one year: the quartiles, never the rows."""

    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Program.Kind)
    state = models.CharField(max_length=2, blank=True)  # "" is the whole country
    item = models.SlugField(max_length=40)
    n = models.PositiveIntegerField()
    q1 = models.FloatField()
    median = models.FloatField()
    q3 = models.FloatField()

    class Meta:
        verbose_name = _("national PIR figure")
        constraints = [models.UniqueConstraint(name="one_pir_reference", fields=["year", "kind", "state", "item"])]

    def __str__(self):
        return f"{self.year} {self.kind} {self.state} {self.item}"
