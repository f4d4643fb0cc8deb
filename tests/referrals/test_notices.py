"""What goes to a sensitive kind of help: its words go along, the mail tells nothing, no confidential place is named."""

import pytest
from django.urls import reverse

from partners.models import Address
from referrals import actions, letter, notices, release
from tests.agency.factories import CategoryFactory
from tests.families.factories import NeedFactory
from tests.partners.factories import LocationFactory, PartnerFactory, PhoneFactory, SensitiveKindFactory, ServiceFactory
from tests.referrals.factories import ConsentFactory, ReferralFactory

WORDS = "Tell nobody."


@pytest.fixture
def shelter(db):
    kind = SensitiveKindFactory(categories=[CategoryFactory(code="domestic_violence")])
    partner = PartnerFactory(name="Harbor House", email="door@harbor.example", sensitive_kind=kind)
    return ServiceFactory(name="A safe bed", partner=partner)


@pytest.fixture
def draft(family, worker, shelter, clocks):
    need = NeedFactory(family=family, category=CategoryFactory(code="shelter"), what="A place for tonight")
    referral = ReferralFactory.build(family=family, need=need, service=shelter, made_by=worker, reason="Room for three")
    ConsentFactory(family=family, partner=shelter.partner, signer=family.adults()[0])
    return actions.prepare(referral=referral, by=worker)


def sent(draft, worker, how, leave_out=()):
    keys = [piece.key for piece in release.pieces(draft, actions.consent_for(draft)) if piece.key not in leave_out]
    actions.send(referral=draft, by=worker, picked=keys, how_sent=how)
    return draft


def test_the_page_before_sending_says_which_words_go_along(signed_in, worker, draft):
    page = signed_in(worker).get(reverse("referrals:send", args=[draft.pk])).content.decode()

    assert "These words go along (Help after violence at home): “Tell nobody.”" in page


@pytest.mark.parametrize("how", ["letter", "fax", "phone"])
def test_the_words_stand_in_the_letter_and_are_said_on_the_phone(signed_in, worker, draft, how):
    sent(draft, worker, how)

    page = signed_in(worker).get(reverse("referrals:papers", args=[draft.pk])).content.decode()

    said = letter.content(draft, worker)
    assert (page.count(WORDS), said["notices"]) == (2 if how == "phone" else 1, [WORDS])
    assert WORDS not in str(said["cover"])  # a cover lies in the tray of the machine


def test_the_partners_page_says_them_and_the_mail_tells_nothing(draft, send, partner, mailoutbox):
    link = send(draft, "door@harbor.example")
    partner.come_in(link)

    page = partner.read(link).content.decode()

    assert WORDS in page
    told = " ".join(f"{mail.subject} {mail.body} {mail.from_email}" for mail in mailoutbox)
    telling = ("Harbor", "safe bed", "violence", "shelter", "Tell nobody", "Elena", draft.reason, draft.need.what)
    assert [words for words in telling if words.lower() in told.lower()] == []


def test_the_kind_of_need_brings_its_words_only_where_it_was_told(draft, worker):
    """A school of carpenters may not learn by the words beside the letter what the letter leaves out."""
    draft.service = ServiceFactory()
    draft.need.category = CategoryFactory(code="mental_health")
    SensitiveKindFactory(categories=[draft.need.category], words={"en": "This is about health."})
    draft.save()
    draft.need.save()
    ConsentFactory(family=draft.family, partner=draft.service.partner, signer=draft.family.adults()[0])
    sent(draft, worker, "letter", leave_out=[f"need-need-{draft.need_id}"])

    untold = notices.of(draft)
    draft.disclosure.what.append({"record": "need", "field": notices.KIND_OF_NEED, "of": draft.need_id})
    assert (untold, [str(notice) for notice in notices.of(draft)]) == ([], ["This is about health."])


def test_a_fax_goes_to_a_fax_number_and_nobody_calls_it(signed_in, worker, draft):
    PhoneFactory(partner=draft.service.partner, number="555-0131")
    PhoneFactory(partner=draft.service.partner, number="555-0199", kind="fax")
    sent(draft, worker, "fax")

    assert letter.content(draft, worker)["cover"]["facts"][0] == ["To", "Harbor House, 555-0199"]
    assert [str(line) for line in draft.service.numbers()] == ["555-0131"]
    assert (
        "Harbor House, 555-0199" in signed_in(worker).get(reverse("referrals:papers", args=[draft.pk])).content.decode()
    )


def test_a_letter_is_addressed_but_never_to_a_confidential_place(shelter):
    hidden = LocationFactory(partner=shelter.partner, address_1="9 Quiet Lane", is_confidential=True)
    Address.objects.create(location=hidden, address_1="9 Quiet Lane, rear")
    shelter.locations.add(hidden)
    before = notices.letters_to(shelter)

    office = LocationFactory(partner=shelter.partner, address_1="212 Foundry Street", city="Chico")
    shelter.locations.add(office)
    street = notices.letters_to(shelter)
    Address.objects.create(location=office, attention="Intake", address_1="PO Box 7", city="Chico", postal_code="95928")

    assert (before, street) == ([], ["212 Foundry Street", "Chico"])
    assert notices.letters_to(shelter) == ["Attention: Intake", "PO Box 7", "Chico 95928"]
