"""Service: one kind of help a partner gives, with its places, languages, papers, costs and for whom it is."""

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, F, Func, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.database import Plain
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.languages import name_of
from agency.models import ServiceCategory, User
from partners.models.partner import Partner, PartnerProgram
from partners.models.place import Location
from partners.models.shared import FRESH_FOR, DirectoryQuerySet, Published, checking_clock


class ServiceQuerySet(DirectoryQuerySet):
    def active(self):
        """What a family can be sent to: running, of a partner still open, and not one we have stopped referring to."""
        return self.running().exclude(_not_referred_to())

    def running(self):
        """What is in the directory: running, of a partner still open. We may have stopped referring to it."""
        return self.filter(status=Service.Status.ACTIVE, partner__closed_on=None)

    def with_stops(self):
        """Each with `is_stopped`: a manager has said not to refer to it."""
        return self.annotate(is_stopped=Case(When(_not_referred_to(), then=True), default=False))

    def open_on(self, day):
        """Open some time on a day, by the hours of the service or of one of its places, and not closed for it."""
        return self.filter(_scheduled("open_on", day)).exclude(_scheduled("closed_on", day))

    def open_at(self, moment):
        """Open at a moment."""
        day = timezone.localtime(moment).date()
        return self.filter(_scheduled("open_at", moment)).exclude(_scheduled("closed_on", day))

    def with_clock(self):
        """Each with `fresh_for`: for how many days a check counts."""
        length = checking_clock(timezone.localdate()).values("length")[:1]
        return self.annotate(fresh_for=Coalesce(Subquery(length), FRESH_FOR))

    def for_lists(self):
        """With what a list shows, in a fixed number of queries."""
        return (
            self.with_clock()
            .select_related("partner", "verified_by")
            .prefetch_related("categories", "languages", "locations", "documents", "partner__phones")
        )

    def for_cards(self):
        """With what the directory's own cards say besides: hours as rules, for whom, from where, room."""
        room = apps.get_model("partners", "ServiceCapacity").objects.latest()
        return self.for_lists().prefetch_related(
            "schedules",
            "eligibility",
            "areas",
            "locations__schedules",
            models.Prefetch("capacities", room, to_attr="newest_room"),
        )

    def for_reading(self):
        """With all that is said of a service on its own page and on paper."""
        return self.for_cards().prefetch_related("costs", "locations__accessibility")


def _not_referred_to():
    """A service, or its whole partner, that a manager has said not to refer to."""
    stopped = apps.get_model("partners", "DoNotRefer").objects.in_force()
    return Q(pk__in=stopped.exclude(service=None).values("service")) | Q(
        partner__in=stopped.filter(service=None).values("partner")
    )


def _scheduled(when, moment):
    """A rule of the service itself; else, one of a place where it is given and for which it has no hours of its own.

    Asked of the rules once and not once for each service: a directory has thousands of either.
    """
    schedules = apps.get_model("partners", "Schedule").objects
    own = schedules.filter(service__isnull=False, is_closed=False).values("service")
    rules = getattr(schedules.all(), when)(moment).annotate(whose=Coalesce("service", "location__services"))
    found = rules.filter(Q(service__isnull=False) | ~Q(whose__in=own), whose__isnull=False)
    return Q(pk__in=found.values("whose"))


@tracked
class Service(Versioned, Published):
    """One kind of help a partner gives (HSDS service)."""

    class Status(models.TextChoices):
        ACTIVE = "active", _("running")
        INACTIVE = "inactive", _("not running now")
        DEFUNCT = "defunct", _("no longer exists")
        PAUSED = "temporarily closed", _("closed for a while")

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="services")
    program = models.ForeignKey(
        PartnerProgram,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="services",
        verbose_name=_("program"),
    )
    name = models.CharField(_("name"), max_length=300)
    alternate_name = models.CharField(_("also called"), max_length=300, blank=True, default="", db_default="")
    url = models.URLField(_("web page"), max_length=500, blank=True, default="", db_default="")
    email = models.EmailField(_("e-mail"), blank=True, default="", db_default="")
    alert = models.TextField(
        _("to know before going"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Something that holds for a while: moved, no new families until March."),
    )
    description = models.TextField(_("what a family gets"), blank=True)
    description_es = models.TextField(_("what a family gets, in Spanish"), blank=True)
    status = models.CharField(_("state"), max_length=20, choices=Status, default=Status.ACTIVE)
    categories = models.ManyToManyField(ServiceCategory, related_name="services", verbose_name=_("kinds of help"))
    locations = models.ManyToManyField(Location, blank=True, related_name="services", verbose_name=_("where"))
    application_process = models.TextField(_("how to ask for it"), blank=True)
    fees_description = models.TextField(_("what it costs"), blank=True)
    eligibility_description = models.TextField(_("who can get it"), blank=True)
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    hours = models.CharField(_("hours"), max_length=300, blank=True)
    interpretation_services = models.CharField(_("interpreters"), max_length=1000, blank=True)
    transport = models.CharField(
        _("rides they offer"),
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text=_("A van, bus tickets, somebody who comes to the home."),
    )
    accreditations = models.TextField(_("accreditations"), blank=True, default="", db_default="")
    licenses = models.TextField(_("licenses"), blank=True, default="", db_default="")
    assured_on = models.DateField(_("checked by the publisher on"), null=True, blank=True)
    assurer_email = models.EmailField(_("who checked it for the publisher"), blank=True, default="", db_default="")
    source_modified_at = models.DateTimeField(_("last changed by the publisher"), null=True, blank=True)
    wait_time = models.CharField(_("wait, as the partner says"), max_length=300, blank=True, default="", db_default="")
    wait_seen = models.CharField(_("wait, as colleagues last saw it"), max_length=200, blank=True)
    wait_seen_on = models.DateField(null=True, blank=True, editable=False)
    verified_on = models.DateField(_("checked on"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    search_name = models.GeneratedField(expression=Plain(F("name")), output_field=models.TextField(), db_persist=True)
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
            models.UniqueConstraint(name="service_published_once", fields=["hsds_id"]),
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

    @cached_property
    def fresh_for(self):
        """For how many days a check counts; what `with_clock` has brought along is not asked for again."""
        return checking_clock(timezone.localdate()).values_list("length", flat=True).first() or FRESH_FOR

    def is_stale(self, on=None):
        """Not looked at for longer than the agency's clock allows: the directory says so and greys it."""
        on = on or timezone.localdate()
        return self.verified_on is None or (on - self.verified_on).days > self.fresh_for

    def places(self):
        """Where to go: the service's own places, else none."""
        return list(self.locations.all())

    def numbers(self, for_staff=False):
        """Numbers to call: the service's own, else the partner's general ones; staff-only numbers for staff alone."""
        return self._lines(lambda phone: phone.kind != phone.Kind.FAX and (for_staff or not phone.is_staff_only))

    def faxes(self):
        """Where a letter may be faxed to, for staff."""
        return self._lines(lambda phone: phone.kind == phone.Kind.FAX)

    def _lines(self, fits):
        told = [phone for phone in self.partner.phones.all() if fits(phone)]
        own = [phone for phone in told if phone.service_id == self.pk]
        return own or [phone for phone in told if phone.service_id is None]

    def described(self, language):
        """What a family gets, in its language when we have it."""
        return (self.description_es if language.startswith("es") else "") or self.description


class ServiceAtLocation(Published):
    """What is particular about a service at one of its places (HSDS service_at_location).

    That it is given there at all stands in `Service.locations`; this row adds the publisher's id and words.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="at_places")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="of_services")
    description = models.TextField(_("what is different there"), blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("service at a place")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="service_once_at_a_place", fields=["service", "location"])]

    def __str__(self):
        return f"{self.service}, {self.location}"


class ServiceLanguage(Published):
    """A language a service is given in (HSDS language)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=5)
    note = models.CharField(_("what to know about it"), max_length=300, blank=True, default="", db_default="")

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("language of a service")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="language_once_a_service", fields=["service", "code"])]

    def __str__(self):
        return name_of(self.code)


class RequiredDocument(Published):
    """A paper a family must bring (HSDS required_document)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="documents")
    document = models.CharField(_("paper to bring"), max_length=1000)
    uri = models.URLField(_("where to get it"), max_length=500, blank=True, default="", db_default="")

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper to bring")
        ordering = ["pk"]

    def __str__(self):
        return self.document


class Cost(Published):
    """A price, for some people or for some time (HSDS cost_option)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="costs")
    option = models.TextField(_("for whom, or for what"), blank=True)
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True, default="USD")
    amount_description = models.TextField(_("what the amount is for"), blank=True)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("until"), null=True, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("cost")
        ordering = ["pk"]

    def __str__(self):
        price = f"{self.amount} {self.currency}".strip() if self.amount is not None else ""
        return " ".join(part for part in (price, self.amount_description or self.option) if part)


class ServiceArea(Published):
    """For people from where a service is (HSDS service_area)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="areas")
    location = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="areas")
    name = models.CharField(_("area"), max_length=1000, blank=True)
    description = models.TextField(_("in words"), blank=True)
    extent = models.TextField(_("as drawn on a map"), blank=True)
    extent_type = models.CharField(_("kind of drawing"), max_length=20, blank=True)
    uri = models.URLField(_("web page"), max_length=500, blank=True)
    zips = ArrayField(models.CharField(max_length=5), verbose_name=_("ZIP codes"), default=list, blank=True)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("service area")
        ordering = ["pk"]
        indexes = [GinIndex(name="area_by_zip", fields=["zips"])]

    def __str__(self):
        return self.name or ", ".join(self.zips) or self.description


class Eligibility(Published):
    """One group of people a service is for. A service without such a row is for everybody its words and ages allow."""

    class Who(models.TextChoices):
        PREGNANT = "pregnant", _("pregnant women")
        BABY = "baby", _("babies and toddlers")
        CHILD = "child", _("children")
        TEEN = "teen", _("teenagers")
        ADULT = "adult", _("adults")
        OLDER = "older", _("older adults")
        FAMILY = "family", _("families")
        WOMAN = "woman", _("women")
        MAN = "man", _("men")
        LGBTQ = "lgbtq", _("LGBTQ people")
        LOW_INCOME = "low_income", _("people with a low income")
        NO_HOME = "no_home", _("people without a home")
        DISABILITY = "disability", _("people with a disability")
        FOSTER = "foster", _("foster families and children in foster care")
        VETERAN = "veteran", _("veterans and military families")
        VIOLENCE = "violence", _("people who live with violence")
        NEWCOMER = "newcomer", _("people new to the country")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="eligibility")
    who = models.CharField(_("for whom"), max_length=12, choices=Who)

    objects = DirectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("for whom a service is")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="eligible_once", fields=["service", "who"])]

    def __str__(self):
        return self.get_who_display()
