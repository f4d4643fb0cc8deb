"""The smallest valid rows of the referrals' room."""

from datetime import timedelta

import factory
from django.utils import timezone

from referrals.models import Consent, Disclosure, Referral, ReferralEvent
from tests.agency.factories import UserFactory
from tests.families.factories import FamilyFactory, MemberFactory, NeedFactory
from tests.partners.factories import PartnerFactory, ServiceFactory


class ConsentFactory(factory.django.DjangoModelFactory):
    """In force for half a year, for one partner."""

    class Meta:
        model = Consent

    family = factory.SubFactory(FamilyFactory)
    records = factory.LazyFunction(lambda: ["language", "need", "names"])
    purpose = "To find work"
    partner = factory.SubFactory(PartnerFactory)
    given_on = factory.LazyFunction(timezone.localdate)
    expires_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=180))
    language = "en"
    text_shown = "I allow this."
    signer = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))
    taken_by = factory.SubFactory(UserFactory)


class ReferralFactory(factory.django.DjangoModelFactory):
    """A draft. A state further on needs what the database asks for there; see `sent`."""

    class Meta:
        model = Referral

    family = factory.SubFactory(FamilyFactory)
    need = factory.SubFactory(NeedFactory, family=factory.SelfAttribute("..family"))
    service = factory.SubFactory(ServiceFactory)
    reason = "A place in the carpentry class"
    made_by = factory.SubFactory(UserFactory)

    class Params:
        sent = factory.Trait(
            state="sent",
            sent_on=factory.LazyFunction(timezone.localdate),
            consent=factory.SubFactory(
                ConsentFactory,
                family=factory.SelfAttribute("..family"),
                partner=factory.SelfAttribute("..service.partner"),
            ),
        )


class EventFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReferralEvent

    referral = factory.SubFactory(ReferralFactory)
    from_state = "draft"
    to_state = "sent"
    recorded_by = factory.SubFactory(UserFactory)


class DisclosureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Disclosure

    family = factory.SubFactory(FamilyFactory)
    recipient = "County court"
    what = factory.LazyFunction(lambda: [{"record": "names"}])
    why = "Order of the court"
    exception = "c5_court"
    made_by = factory.SubFactory(UserFactory)
