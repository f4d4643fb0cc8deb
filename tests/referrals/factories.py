"""The smallest valid rows of the referrals' room."""

from datetime import timedelta

import factory
from django.utils import timezone

from agency import files
from referrals import release
from referrals.links import tokens
from referrals.models import (
    Consent,
    ConsentPaper,
    Disclosure,
    DisclosureGround,
    ParentStatement,
    PartnerLink,
    RecordRequest,
    Referral,
    ReferralEvent,
    SchoolRefusal,
)
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


class GroundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DisclosureGround

    disclosure = factory.SubFactory(DisclosureFactory)
    ground = "c5_court"
    left_on = factory.LazyFunction(timezone.localdate)
    court = "County court"
    is_notice_barred = True


class StatementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ParentStatement

    family = factory.SubFactory(FamilyFactory)
    disclosure = factory.SubFactory(DisclosureFactory, family=factory.SelfAttribute("..family"))
    words = "We see it differently."
    parent = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))
    kept_by = factory.SubFactory(UserFactory)


class RequestFactory(factory.django.DjangoModelFactory):
    """A parent asks to look at the record, today."""

    class Meta:
        model = RecordRequest

    family = factory.SubFactory(FamilyFactory)
    kind = "inspect"
    asked_by = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))
    asked_on = factory.LazyFunction(timezone.localdate)
    language = "en"
    recorded_by = factory.SubFactory(UserFactory)

    class Params:
        amend = factory.Trait(kind="amend", what="The note of May", why="The bus did not come")
        refused = factory.Trait(
            amend=True,
            state="refused",
            answer="The note says what was said",
            answered_on=factory.SelfAttribute("asked_on"),
            answered_by=factory.SubFactory(UserFactory),
        )


class RefusalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SchoolRefusal

    family = factory.SubFactory(FamilyFactory)
    child = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"), role="child")
    parent = factory.SubFactory(MemberFactory, family=factory.SelfAttribute("..family"))
    kept_by = factory.SubFactory(UserFactory)


class ConsentPaperFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ConsentPaper

    consent = factory.SubFactory(ConsentFactory)
    path = factory.LazyFunction(lambda: files.kept_bytes(b"\x89PNG", kind="image/png", folder="consents").path)
    kind = "image/png"
    size = 8
    digest = "0"
    attached_by = factory.SubFactory(UserFactory)


class LinkFactory(factory.django.DjangoModelFactory):
    """A link that stands, already mailed; `tokens.token_of(link.salt)` is what stands in its address."""

    class Meta:
        model = PartnerLink

    referral = factory.SubFactory(ReferralFactory, sent=True, how_sent="link")
    salt = factory.LazyFunction(tokens.new_salt)
    token_hash = factory.LazyAttribute(lambda link: tokens.hash_of(tokens.token_of(link.salt)))
    sent_to = "intake@partner.example"
    made_by = factory.SubFactory(UserFactory)
    mailed_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=60))


def disclosed(referral, *keys):
    """Release these pieces (all that the consent covers when none is named) of a sent referral, as `send` would."""
    leaving = [piece for piece in release.pieces(referral, referral.consent) if not keys or piece.key in keys]
    referral.disclosure = Disclosure.objects.create(
        family=referral.family, partner=referral.service.partner, recipient=str(referral.service),
        what=[entry for piece in leaving for entry in piece.entries()], why=referral.reason,
        consent=referral.consent, made_by=referral.made_by,
    )  # fmt: skip
    referral.save(update_fields=["disclosure"])
    return referral
