"""Partner, Location, Service and what belongs to them, in the shape of HSDS 3.2 (Open Referral)."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.database import Plain
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.languages import name_of
from agency.models import ServiceCategory, User

FRESH_FOR = 365  # days after which an entry nobody has looked at counts as old


class DirectoryQuerySet(models.QuerySet):
    """Rows of the directory. Everybody who may read it reads all of it."""

    def visible_to(self, user):
        return self.all() if user.may(Permission.DIRECTORY_VIEW) else self.none()


class PartnerQuerySet(DirectoryQuerySet):
    def active(self):
        return self.filter(closed_on=None)


@tracked
class Partner(Versioned):
    """An organization we send families to (HSDS organization; 45 CFR 1302.53(a))."""

    name = models.CharField(_("name"), max_length=300)
    alternate_name = models.CharField(_("also called"), max_length=300, blank=True)
    description = models.TextField(_("what they do"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    group = models.CharField(
        _("group of partners"), max_length=4, choices=ServiceCategory.Group, default=ServiceCategory.Group.OTHER
    )
    point_person = models.CharField(
        _("our contact there"), max_length=200, blank=True, help_text=_("For staff only. Never printed for families.")
    )
    closed_on = models.DateField(_("closed since"), null=True, blank=True)
    search_name = models.GeneratedField(expression=Plain(F("name")), output_field=models.TextField(), db_persist=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["name"]
        indexes = [GinIndex(name="partner_by_name", fields=["search_name"], opclasses=["gin_trgm_ops"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("partners:partner", args=[self.pk])


@tracked
class Location(Versioned):
    """A place of a partner (HSDS location with its physical address)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="locations")
    name = models.CharField(_("name"), max_length=300, blank=True)
    address_1 = models.CharField(_("street"), max_length=300, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    state_province = models.CharField(_("state"), max_length=2, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=10, blank=True)
    transportation = models.CharField(_("how to get there"), max_length=300, blank=True)
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
        triggers = [counts_versions()]

    def __str__(self):
        return self.name or self.address_1

    def get_absolute_url(self):
        return f"{self.partner.get_absolute_url()}#place-{self.pk}"

    def address_line(self):
        """Street, town, state and ZIP code in one line, for whoever may know it."""
        town = " ".join(part for part in (self.city, self.state_province, self.postal_code) if part)
        return ", ".join(part for part in (self.address_1, town) if part)

    def shown(self):
        """Name and address in one line for screens and paper; a confidential place says only that it is one."""
        if self.is_confidential:
            return str(_("place not shown"))
        return ", ".join(part for part in (self.name, self.address_1, self.city) if part)


class ServiceQuerySet(DirectoryQuerySet):
    def active(self):
        return self.filter(status=Service.Status.ACTIVE, partner__closed_on=None)

    def for_lists(self):
        """With what a list shows, in a fixed number of queries."""
        return self.select_related("partner", "verified_by").prefetch_related(
            "categories", "languages", "phones", "locations", "documents", "partner__phones"
        )


@tracked
class Service(Versioned):
    """One kind of help a partner gives (HSDS service)."""

    class Status(models.TextChoices):
        ACTIVE = "active", _("running")
        INACTIVE = "inactive", _("not running now")
        DEFUNCT = "defunct", _("no longer exists")
        PAUSED = "temporarily closed", _("closed for a while")

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="services")
    name = models.CharField(_("name"), max_length=300)
    description = models.TextField(_("what a family gets"), blank=True)
    description_es = models.TextField(_("what a family gets, in Spanish"), blank=True)
    status = models.CharField(_("state"), max_length=20, choices=Status, default=Status.ACTIVE)
    categories = models.ManyToManyField(ServiceCategory, related_name="services", verbose_name=_("kinds of help"))
    locations = models.ManyToManyField(Location, blank=True, related_name="services", verbose_name=_("where"))
    application_process = models.TextField(_("how to ask for it"), blank=True)
    fees_description = models.CharField(_("what it costs"), max_length=300, blank=True)
    eligibility_description = models.TextField(_("who can get it"), blank=True)
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    hours = models.CharField(_("hours"), max_length=300, blank=True)
    interpretation_services = models.CharField(_("interpreters"), max_length=200, blank=True)
    wait_seen = models.CharField(_("wait, as colleagues last saw it"), max_length=200, blank=True)
    wait_seen_on = models.DateField(null=True, blank=True, editable=False)
    verified_on = models.DateField(_("checked on"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    search_text = models.GeneratedField(
        expression=Plain(Func(F("name"), F("description"), F("description_es"), function="fp_joined")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["partner__name", "name"]
        indexes = [GinIndex(name="service_by_text", fields=["search_text"], opclasses=["gin_trgm_ops"])]
        constraints = [
            models.CheckConstraint(
                name="ages_in_order",
                condition=Q(minimum_age=None) | Q(maximum_age=None) | Q(maximum_age__gte=F("minimum_age")),
                violation_error_message=_("The highest age is below the lowest."),
            ),
            models.CheckConstraint(
                name="checked_by_somebody",
                condition=Q(verified_on=None, verified_by=None)
                | Q(verified_on__isnull=False, verified_by__isnull=False),
            ),
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("partners:service", args=[self.pk])

    def is_stale(self, on=None):
        """Not looked at for a year: the directory says so and greys it."""
        on = on or timezone.localdate()
        return self.verified_on is None or (on - self.verified_on).days > FRESH_FOR

    def places(self):
        """Where to go: the service's own places, else none."""
        return list(self.locations.all())

    def numbers(self, for_staff=False):
        """Numbers to call: the service's own, else the partner's general ones; staff-only numbers for staff alone."""
        own = [phone for phone in self.phones.all() if for_staff or not phone.is_staff_only]
        general = [phone for phone in self.partner.phones.all() if phone.service_id is None]
        return own or [phone for phone in general if for_staff or not phone.is_staff_only]

    def described(self, language):
        """What a family gets, in its language when we have it."""
        return (self.description_es if language.startswith("es") else "") or self.description


@tracked
class Phone(models.Model):
    """A number of a partner or of one of its services (HSDS phone)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="phones")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(_("number"), max_length=60)
    extension = models.CharField(_("extension"), max_length=20, blank=True)
    description = models.CharField(_("what it is for"), max_length=100, blank=True)
    is_staff_only = models.BooleanField(_("for staff only"), default=False)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("phone")
        verbose_name_plural = _("phones")
        ordering = ["pk"]

    def __str__(self):
        extension = _("ext. %(number)s") % {"number": self.extension} if self.extension else ""
        return " ".join(part for part in (self.number, extension) if part)


class ServiceLanguage(models.Model):
    """A language a service is given in (HSDS language)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=5)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("language of a service")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="language_once_a_service", fields=["service", "code"])]

    def __str__(self):
        return name_of(self.code)


class RequiredDocument(models.Model):
    """A paper a family must bring (HSDS required_document)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="documents")
    document = models.CharField(_("paper to bring"), max_length=200)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper to bring")
        ordering = ["pk"]

    def __str__(self):
        return self.document


class VerificationQuerySet(DirectoryQuerySet):
    def unsettled(self):
        """What was reported wrong and nobody has looked into yet, oldest first."""
        return self.filter(verdict=Verification.Verdict.WRONG, settled_on=None).order_by("said_at")


class Verification(models.Model):
    """Somebody looked at a service's entry and said: still right, or what is wrong."""

    class Verdict(models.TextChoices):
        RIGHT = "right", _("still right")
        WRONG = "wrong", _("something is wrong")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="verifications")
    verdict = models.CharField(max_length=10, choices=Verdict)
    what = models.CharField(_("what is wrong"), max_length=300, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of an entry")
        ordering = ["-said_at"]
        constraints = [
            models.CheckConstraint(name="wrong_says_what", condition=~Q(verdict="wrong") | ~Q(what="")),
        ]

    def __str__(self):
        return f"{self.get_verdict_display()} {self.said_at:%Y-%m-%d}"
