"""Finding help: typing mistakes, accents, kinds of help, languages, freshness."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partners import finding
from partners.models import Service
from tests.agency.factories import CategoryFactory, UserFactory
from tests.partners.factories import PartnerFactory, ServiceFactory, ServiceLanguageFactory

pytestmark = pytest.mark.django_db


def names(**wanted):
    kinds = finding.categories()
    return [service.name for service in finding.find(Service.objects.active(), kinds=kinds, **wanted)]


@pytest.mark.parametrize("typed", ["carpentry", "CARPENTRY", "carpentery", "carpntry", "carpen"])
def test_a_word_is_found_past_typing_mistakes(typed):
    ServiceFactory(name="Carpentry apprenticeship")
    ServiceFactory(name="Dental clinic")

    assert names(text=typed) == ["Carpentry apprenticeship"]


def test_a_word_is_found_without_its_accents():
    ServiceFactory(name="Clínica de niños")
    ServiceFactory(name="Food box")

    assert names(text="clinica ninos") == ["Clínica de niños"]


def test_the_spanish_text_is_searched_too():
    ServiceFactory(name="Food box", description_es="Despensa cada semana")

    assert names(text="despenza") == ["Food box"]


def test_a_service_is_found_by_its_partner_and_by_its_kind_of_help():
    hidden = PartnerFactory(name="Hand in Hand")
    ServiceFactory(name="Tools fund", partner=hidden)
    dental = CategoryFactory(code="dental", name={"en": "Dental care", "es": "Dentista"})
    ServiceFactory(name="Saturday clinic", categories=[dental])

    assert (names(text="hand"), names(text="dentista")) == (["Tools fund"], ["Saturday clinic"])


def test_every_word_must_be_found():
    ServiceFactory(name="Evening English")
    ServiceFactory(name="Evening carpentry")

    assert names(text="evening english") == ["Evening English"]


def test_a_name_weighs_more_than_a_description():
    ServiceFactory(name="Anything", description="we also know a dentist")
    ServiceFactory(name="Dentist", partner=PartnerFactory(name="Z"))

    assert names(text="dentist") == ["Dentist", "Anything"]


def test_filters_narrow_together():
    dental = CategoryFactory(code="dental")
    both = ServiceFactory(name="Both", categories=[dental])
    ServiceLanguageFactory(service=both, code="es")
    ServiceFactory(name="No Spanish", categories=[dental])

    assert names(category="dental", language="es") == ["Both"]


def test_freshness_is_a_filter():
    worker = UserFactory()
    today = timezone.localdate()
    ServiceFactory(name="Fresh", verified_on=today, verified_by=worker)
    ServiceFactory(name="Half a year", verified_on=today - timedelta(days=180), verified_by=worker)
    ServiceFactory(name="Old", verified_on=today - timedelta(days=400), verified_by=worker)
    ServiceFactory(name="Never")

    assert [names(checked=when) for when in ("quarter", "year", "old")] == [
        ["Fresh"],
        ["Fresh", "Half a year"],
        ["Old", "Never"],
    ]


def test_what_has_ended_is_not_offered():
    ServiceFactory(name="Gone", status="defunct")
    ServiceFactory(name="Closed partner", partner=PartnerFactory(closed_on=timezone.localdate()))
    ServiceFactory(name="Running")

    assert names() == ["Running"]


def test_partners_without_a_service_are_known():
    idle = PartnerFactory(name="New here")
    ServiceFactory()

    assert list(finding.without_services()) == [idle]
