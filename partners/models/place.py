"""Location, its further addresses, how one gets in, and where ZIP codes lie."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agency.editing import Versioned
from agency.history import counts_versions, tracked
from partners.models.partner import Partner
from partners.models.shared import DirectoryQuerySet, Published


class PlaceKind(models.TextChoices):
    """What HSDS calls location_type and address_type."""

    PHYSICAL = "physical", _("a place one goes to")
    POSTAL = "postal", _("where letters go")
    VIRTUAL = "virtual", _("on the phone or online")


@tracked
class Location(Versioned, Published):
    """A place of a partner (HSDS location with its physical address)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="locations")
    name = models.CharField(_("name"), max_length=300, blank=True)
    alternate_name = models.CharField(_("also called"), max_length=300, blank=True, default="", db_default="")
    kind = models.CharField(
        _("kind of place"), max_length=10, choices=PlaceKind, default=PlaceKind.PHYSICAL, db_default="physical"
    )
    description = models.TextField(_("what to know about it"), blank=True, default="", db_default="")
    url = models.URLField(_("web page"), max_length=500, blank=True, default="", db_default="")
    attention = models.CharField(_("to the attention of"), max_length=200, blank=True, default="", db_default="")
    address_1 = models.CharField(_("street"), max_length=300, blank=True)
    address_2 = models.CharField(_("suite or floor"), max_length=300, blank=True, default="", db_default="")
    city = models.CharField(_("city"), max_length=100, blank=True)
    region = models.CharField(_("county or region"), max_length=100, blank=True, default="", db_default="")
    state_province = models.CharField(_("state"), max_length=50, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=20, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, default="US", db_default="US")
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    external_identifier = models.CharField(
        _("number in a register"), max_length=100, blank=True, default="", db_default=""
    )
    external_identifier_type = models.CharField(_("register"), max_length=100, blank=True, default="", db_default="")
    transportation = models.CharField(_("how to get there"), max_length=1000, blank=True)
    is_confidential = models.BooleanField(
        _("confidential place"),
        default=False,
        help_text=_("A shelter, for example. Never printed, mapped or exported."),
    )

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="place_published_once", fields=["hsds_id"]),
            models.CheckConstraint(
                name="place_on_the_map_or_not",
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Give latitude and longitude, or neither."),
            ),
        ]
        indexes = [models.Index(name="place_by_zip", fields=["postal_code"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name or self.address_1

    def get_absolute_url(self):
        return f"{self.partner.get_absolute_url()}#place-{self.pk}"

    def address_line(self):
        """Street, town, state and ZIP code in one line, for whoever may know it."""
        town = " ".join(part for part in (self.city, self.state_province, self.postal_code) if part)
        return ", ".join(part for part in (self.address_1, self.address_2, town) if part)

    def shown(self):
        """Name and address in one line for screens and paper; a confidential place says only that it is one."""
        if self.is_confidential:
            return str(_("confidential place – ask"))
        return ", ".join(part for part in (self.name, self.address_1, self.city) if part)


class Address(Published):
    """A further address of a place: where its letters go, or a second door (HSDS address)."""

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(_("kind of address"), max_length=10, choices=PlaceKind, default=PlaceKind.POSTAL)
    attention = models.CharField(_("to the attention of"), max_length=200, blank=True)
    address_1 = models.CharField(_("street"), max_length=300, blank=True)
    address_2 = models.CharField(_("suite or floor"), max_length=300, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    region = models.CharField(_("county or region"), max_length=100, blank=True)
    state_province = models.CharField(_("state"), max_length=50, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=20, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, default="US")

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("further address")
        ordering = ["pk"]

    def __str__(self):
        return ", ".join(part for part in (self.address_1, self.city, self.state_province) if part)


class Accessibility(Published):
    """What a place offers people with disabilities, or lacks (HSDS accessibility)."""

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="accessibility")
    description = models.TextField(_("how one gets in and around"))
    details = models.TextField(_("more about it"), blank=True)
    url = models.URLField(_("web page"), max_length=500, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("accessibility")
        ordering = ["pk"]

    def __str__(self):
        return self.description


class ZipPlace(models.Model):
    """Where a ZIP code lies, for distances. Read at set-up by `manage.py load_zip_places`; nothing of it is ours."""

    code = models.CharField(_("ZIP code"), max_length=5, primary_key=True)
    state = models.CharField(_("state"), max_length=2, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    lat = models.FloatField(_("latitude"))
    lon = models.FloatField(_("longitude"))

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("ZIP code")
        ordering = ["code"]

    def __str__(self):
        return self.code
