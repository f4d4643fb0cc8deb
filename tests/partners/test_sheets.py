"""Sheets to take home: for a need and for a family, in two languages, with nothing on them that tells of anybody."""

import pytest
from django.urls import reverse

from agency.models import AccessEvent
from partners.models import RequiredDocument
from tests.agency.factories import CategoryFactory
from tests.families.factories import HouseholdFactory, NeedFactory
from tests.partners.factories import (
    ContactFactory,
    DoNotReferFactory,
    LocationFactory,
    PhoneFactory,
    ServiceFactory,
    ServiceLanguageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def need(family, worker):
    family.language = "es"
    family.save()
    HouseholdFactory(family=family, postal_code="95928-1234")
    dental = CategoryFactory(code="dental", name={"en": "Dentist", "es": "Dentista"})
    return NeedFactory(family=family, category=dental, added_by=worker)


def dentist(need, title, **place):
    service = ServiceFactory(name=title, categories=[need.category], description="Fillings", description_es="Empastes")
    service.locations.add(LocationFactory(partner=service.partner, transportation="Bus 14", **place))
    ServiceLanguageFactory(service=service)
    PhoneFactory(partner=service.partner, number="555-0131")
    PhoneFactory(partner=service.partner, number="555-0999", is_staff_only=True)
    ContactFactory(partner=service.partner, name="Gordon Tate")
    RequiredDocument.objects.create(service=service, document="A photo ID")
    return service


def sheet(client, need, **asked):
    return client.get(reverse("referrals:sheet", args=[need.pk]), asked)


def test_a_need_has_its_sheet_in_the_family_s_language_and_in_english(signed_in, worker, need):
    dentist(need, "Cedar Dental")

    answer = sheet(signed_in(worker), need)

    page = answer.content.decode()
    entry = answer.context["pages"][0]["entries"][0]
    assert answer.context["pages"][0]["title"] == "Dentista · Dentist"
    assert [(text["lang"], text["text"]) for text in entry["texts"]] == [("es", "Empastes"), ("en", "Fillings")]
    assert ["Bus 14" in page, "A photo ID" in page, 'lang="es"' in page] == [True, True, True]


def test_nothing_on_it_tells_of_a_family_a_colleague_or_a_hidden_place(signed_in, worker, need):
    dentist(need, "Haven", is_confidential=True, address_1="9 Hushaby Court", name="Haven house")
    DoNotReferFactory(service=dentist(need, "Stopped"))

    page = sheet(signed_in(worker), need).content.decode()

    unsaid = [need.family.name, need.what, "555-0999", "Gordon Tate", "Hushaby", "Haven house", "Stopped"]
    assert [word for word in unsaid if word in page] == []
    assert "555-0131" in page


def test_picked_services_alone_are_on_the_sheet(signed_in, worker, need):
    picked = dentist(need, "Cedar Dental")
    dentist(need, "Hill Dental")

    pages = sheet(signed_in(worker), need, put=[picked.pk, "x"]).context["pages"]

    assert [entry["service"] for entry in pages[0]["entries"]] == [picked]


def test_a_family_has_a_page_for_each_open_need_without_the_restricted_ones(signed_in, worker, need):
    safety = CategoryFactory(code="safety", name={"en": "Safety", "es": "Seguridad"}, is_restricted=True)
    NeedFactory(family=need.family, category=safety, added_by=worker)
    food = CategoryFactory(code="food", name={"en": "Food", "es": "Comida"})
    NeedFactory(family=need.family, category=food, added_by=worker)

    answer = signed_in(worker).get(reverse("referrals:family-sheet", args=[need.family_id]))

    assert sorted(page["title"] for page in answer.context["pages"]) == ["Comida · Food", "Dentista · Dentist"]
    assert AccessEvent.objects.filter(by=worker, family_ids=[need.family_id]).exists()


def test_a_stranger_cannot_tell_the_need_exists(signed_in, outsider, administrator, need):
    urls = [reverse("referrals:sheet", args=[need.pk]), reverse("referrals:family-sheet", args=[need.family_id])]

    answers = [[signed_in(who).get(url).status_code for url in urls] for who in (outsider, administrator)]

    assert answers == [[404, 404], [403, 403]]


@pytest.mark.parametrize(("hidden", "near"), [(False, "&near=95928"), (True, "")])
def test_the_directory_opens_as_the_need_asks_and_names_no_family(signed_in, worker, need, hidden, near):
    need.family.households.update(is_hidden=hidden)

    answer = signed_in(worker).post(reverse("referrals:directory", args=[need.pk]))

    assert answer.url == f"{reverse('partners:directory')}?need=dental&speaks=es{near}"


def test_a_sheet_asks_as_much_for_one_service_as_for_three(signed_in, worker, need, django_assert_num_queries,
                                                           django_assert_max_num_queries):  # fmt: skip
    client = signed_in(worker)
    dentist(need, "One")
    sheet(client, need)
    with django_assert_max_num_queries(45) as first:
        sheet(client, need)
    dentist(need, "Two")
    dentist(need, "Three")

    with django_assert_num_queries(len(first.captured_queries)):
        assert len(sheet(client, need).context["pages"][0]["entries"]) == 3
