"""The smallest valid rows of the directory."""

import factory

from partners.models import Location, Partner, Phone, Service, ServiceLanguage, Verification
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
