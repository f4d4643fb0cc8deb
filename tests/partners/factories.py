"""The smallest valid rows of the directory."""

from datetime import time

import factory

from partners.models import (
    Contact,
    DirectorySource,
    DoNotRefer,
    ExternalId,
    FamilyWord,
    HeldRow,
    Location,
    Partner,
    PartnerMerge,
    Phone,
    Schedule,
    SensitiveKind,
    SensitiveNotice,
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


class ScheduleFactory(factory.django.DjangoModelFactory):
    """Open on Mondays, all day."""

    class Meta:
        model = Schedule

    service = factory.SubFactory(ServiceFactory)
    freq = "WEEKLY"
    byday = "MO"
    opens_at = time(0)


class DoNotReferFactory(factory.django.DjangoModelFactory):
    """A stop on one service."""

    class Meta:
        model = DoNotRefer

    service = factory.SubFactory(ServiceFactory)
    partner = factory.LazyAttribute(lambda stop: stop.service.partner)
    reason = "They asked for money."
    said_by = factory.SubFactory(UserFactory)


class SensitiveKindFactory(factory.django.DjangoModelFactory):
    """With words in force; `categories` are the kinds of help that belong to it."""

    class Meta:
        model = SensitiveKind
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"kind_{n}")
    name = {"en": "Help after violence at home", "es": "Ayuda por violencia en el hogar"}

    @factory.post_generation
    def categories(self, create, chosen):
        self.categories.set(chosen or ())

    @factory.post_generation
    def words(self, create, said):
        SensitiveNotice.objects.create(kind=self, words=said or {"en": "Tell nobody.", "es": "No lo digan a nadie."})


class FamilyWordFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FamilyWord

    service = factory.SubFactory(ServiceFactory)
    said = "They were kind."
    heard_by = factory.SubFactory(UserFactory)


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    partner = factory.SubFactory(PartnerFactory)
    name = "Gordon Tate"


class PartnerMergeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnerMerge

    kept = factory.SubFactory(PartnerFactory)
    gone = factory.SubFactory(PartnerFactory)
    merged_by = factory.SubFactory(UserFactory)
