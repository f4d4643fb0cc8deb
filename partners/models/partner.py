"""Partner: an organization we send families to, its programs, numbers in registers, money and addresses on the web."""

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agency.database import Plain
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.models import ServiceCategory
from partners.models.sensitive import SensitiveKind
from partners.models.shared import DirectoryQuerySet, Published


class PartnerQuerySet(DirectoryQuerySet):
    def active(self):
        return self.entries().filter(closed_on=None)

    def entries(self):
        """Without the entries that were put together with another one."""
        return self.filter(merged_into=None)


@tracked
class Partner(Versioned, Published):
    """An organization we send families to (HSDS organization; 45 CFR 1302.53(a))."""

    name = models.CharField(_("name"), max_length=300)
    alternate_name = models.CharField(_("also called"), max_length=300, blank=True)
    description = models.TextField(_("what they do"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    group = models.CharField(
        _("group of partners"), max_length=4, choices=ServiceCategory.Group, default=ServiceCategory.Group.OTHER
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts", verbose_name=_("part of")
    )
    legal_form = models.CharField(
        _("legal form"), max_length=100, blank=True, default="", db_default="", help_text=_("Nonprofit, for example.")
    )
    tax_id = models.CharField(
        _("tax number (EIN)"),
        max_length=20,
        blank=True,
        default="",
        db_default="",
        help_text=_("Nine digits. For staff; two partners with one number are probably one."),
        validators=[RegexValidator(r"^\d{9}$", _("An EIN has nine digits."))],
    )
    year_incorporated = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    logo = models.URLField(_("address of the logo"), max_length=500, blank=True, default="", db_default="")
    uri = models.URLField(_("permanent address on the web"), max_length=500, blank=True, default="", db_default="")
    point_person = models.CharField(
        _("our contact there"), max_length=200, blank=True, help_text=_("For staff only. Never printed for families.")
    )
    closed_on = models.DateField(_("closed since"), null=True, blank=True)
    sensitive_kind = models.ForeignKey(
        SensitiveKind,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="partners",
        verbose_name=_("sensitive kind of help"),
        help_text=_("Where the name of the partner alone tells something: a shelter, a clinic for addiction."),
    )
    merged_into = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="merged_here"
    )
    search_name = models.GeneratedField(expression=Plain(F("name")), output_field=models.TextField(), db_persist=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["name"]
        indexes = [GinIndex(name="partner_by_name", fields=["search_name"], opclasses=["gin_trgm_ops"])]
        constraints = [
            models.UniqueConstraint(name="partner_published_once", fields=["hsds_id"]),
            models.CheckConstraint(name="no_partner_is_its_own_part", condition=Q(parent=None) | ~Q(parent=F("pk"))),
            models.CheckConstraint(
                name="no_partner_is_merged_into_itself", condition=Q(merged_into=None) | ~Q(merged_into=F("pk"))
            ),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("partners:partner", args=[self.pk])


class PartnerProgram(Published):
    """A partner's own program, which some of its services belong to (HSDS program)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="programs")
    name = models.CharField(_("name"), max_length=300)
    alternate_name = models.CharField(_("also called"), max_length=300, blank=True)
    description = models.TextField(_("what it is"), blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("program of a partner")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class PartnerIdentifier(Published):
    """A partner's number in some register (HSDS organization_identifier)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("register"), max_length=100, blank=True)
    kind = models.CharField(_("kind of number"), max_length=100)
    identifier = models.CharField(_("number"), max_length=200)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("number in a register")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.kind} {self.identifier}"


class Funding(Published):
    """Where the money of a partner, or of one of its services, comes from (HSDS funding)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="fundings")
    service = models.ForeignKey(
        "partners.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="fundings"
    )
    source = models.TextField(_("where the money comes from"))

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("funding")
        ordering = ["pk"]

    def __str__(self):
        return self.source


class WebPage(Published):
    """Another address on the web of a partner or of one of its services (HSDS url)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="web_pages")
    service = models.ForeignKey(
        "partners.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="web_pages"
    )
    label = models.CharField(_("what it is"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=500)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("web page")
        ordering = ["pk"]

    def __str__(self):
        return self.label or self.url
