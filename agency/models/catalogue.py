"""ServiceCategory: our own list of what families need and receive, and what the PIR calls it in each year."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.history import tracked
from agency.words import WordsField


@tracked
class ServiceCategory(models.Model):
    """A kind of help. The same list names needs, partners' services, referrals and services received."""

    class Group(models.TextChoices):
        """The eight groups of community partners of 45 CFR 1302.53(a)(2)."""

        HEALTH = "i", _("Health, mental health, nutrition and prenatal care")
        EDUCATION = "ii", _("Disability services, schools, preschool and child care")
        PRESERVATION = "iii", _("Family preservation and child protection")
        CULTURE = "iv", _("Libraries, museums and culture")
        SELF_SUFFICIENCY = "v", _("Income, work, learning and money")
        HOUSING = "vi", _("Housing and homelessness")
        VIOLENCE = "vii", _("Domestic violence")
        OTHER = "viii", _("Other organizations and businesses")

    code = models.SlugField(_("code"), max_length=50, unique=True)
    name = WordsField(_("name"))
    group = models.CharField(_("group of partners"), max_length=4, choices=Group)
    position = models.PositiveSmallIntegerField(default=0)
    is_urgent = models.BooleanField(_("a need of this kind may not wait"), default=False)
    is_restricted = models.BooleanField(_("only staff with the restricted permission see it"), default=False)
    open_eligibility = models.CharField(_("Open Eligibility heading"), max_length=100, blank=True)
    retired_on = models.DateField(_("no longer offered since"), null=True, blank=True)

    class Meta:
        verbose_name = _("service category")
        verbose_name_plural = _("service categories")
        ordering = ["position", "code"]

    def __str__(self):
        return str(self.name)


@tracked
class PirItemOfCategory(models.Model):
    """In the form of one year, this category counts under this item. Item numbers move from year to year."""

    category = models.ForeignKey(ServiceCategory, on_delete=models.CASCADE, related_name="pir_items")
    form_year = models.CharField(_("PIR form"), max_length=7)
    item = models.CharField(_("item"), max_length=10)

    class Meta:
        verbose_name = _("PIR item")
        constraints = [models.UniqueConstraint(name="category_counts_once_in_a_form", fields=["category", "form_year"])]

    def __str__(self):
        return f"{self.form_year} {self.item}"
