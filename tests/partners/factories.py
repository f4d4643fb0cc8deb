"""The smallest valid rows of the directory."""

import factory

from partners.models import (
    DirectorySource,
    ExternalId,
    HeldRow,
    Location,
    Partner,
    Phone,
    Service,
    ServiceLanguage,
    Verification,
)
from tests.agency.factories import UserFactory


class PartnerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda n: f"Cedar Works {n}")


class LocationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Location

    partner = factory.SubFactory(PartnerFactory)
    address_1 = "212 Foundry Street"


class ServiceFactory(factory.django.DjangoModelFactory):
    """With `categories` (a list), the service is of those kinds."""

    class Meta:
        model = Service
        skip_postgeneration_save = True

    partner = factory.SubFactory(PartnerFactory)
    name = factory.Sequence(lambda n: f"Service {n}")

    @factory.post_generation
    def categories(self, create, kinds, **kwargs):
        if create and kinds:
            self.categories.set(kinds)


class PhoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Phone

    partner = factory.SubFactory(PartnerFactory)
    number = "555-0131"


class ServiceLanguageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ServiceLanguage

    service = factory.SubFactory(ServiceFactory)
    code = "es"


class VerificationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Verification

    service = factory.SubFactory(ServiceFactory)
    verdict = "wrong"
    what = "Phone"
    said_by = factory.SubFactory(UserFactory)


class SourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DirectorySource

    name = factory.Sequence(lambda n: f"county-{n}")


class HeldRowFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HeldRow

    source = factory.SubFactory(SourceFactory)
    table = "services"
    external_id = "9"
    waits_for = "77"
    values = {"id": "9", "organization_id": "77", "name": "Food pantry"}
    batch = 0


class ExternalIdFactory(factory.django.DjangoModelFactory):
    """A partner of whom a newer file says another name."""

    class Meta:
        model = ExternalId

    source = factory.SubFactory(SourceFactory)
    table = "organization"
    external_id = factory.Sequence(str)
    given = {"name": "Cedar"}
    proposed = {"name": "Cedar Works Inc."}
    first_batch = last_batch = 0
