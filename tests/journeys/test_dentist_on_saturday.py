"""A worker finds a Spanish-speaking dentist open Saturday near the family and prints the sheet; entries stay true."""

from datetime import time

import pytest
from django.utils import timezone

from agency.models import ServiceCategory
from partners.models import RequiredDocument, Service, ServiceCapacity, ZipPlace
from tests.families.factories import AssignmentFactory, FamilyFactory, HouseholdFactory, NeedFactory
from tests.partners.factories import (
    LocationFactory,
    PartnerFactory,
    PhoneFactory,
    ScheduleFactory,
    ServiceFactory,
    ServiceLanguageFactory,
    VerificationFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dental(house):
    return ServiceCategory.objects.get(code="dental")


@pytest.fixture
def need(house, staff, dental):
    family = FamilyFactory(center=house, name="Whitfield", language="es")
    AssignmentFactory(family=family, worker=staff["worker"])
    HouseholdFactory(family=family, postal_code="95928")
    return NeedFactory(family=family, category=dental, added_by=staff["worker"])


def dentist(dental, title, *, days, language, **partner):
    service = ServiceFactory(name=title, partner=PartnerFactory(**partner), categories=[dental], maximum_age=18,
                             description="Fillings and sealants.", description_es="Empastes y selladores.")  # fmt: skip
    service.locations.add(
        LocationFactory(partner=service.partner, address_1="8 Maple Street", city="Paradise", postal_code="95969",
                        transportation="Bus 14 to Maple")
    )  # fmt: skip
    ServiceLanguageFactory(service=service, code=language)
    ScheduleFactory(service=service, byday=days, opens_at=time(8), closes_at=time(14))
    PhoneFactory(partner=service.partner, number="530-555-0142")
    RequiredDocument.objects.create(service=service, document="A photo ID")
    return service


@pytest.fixture
def saturday(dental, staff):
    ZipPlace.objects.create(code="95969", state="CA", town="Paradise", lat=39.72, lon=-121.62)
    ZipPlace.objects.create(code="95928", state="CA", town="Chico", lat=39.73, lon=-121.75)
    dentist(dental, "Weekday dentist", days="MO,TU", language="es", name="Hill Dental", tax_id="123456789")
    dentist(dental, "English dentist", days="SA", language="en", name="Hill Dental Inc.", tax_id="123456789")
    found = dentist(dental, "Family and children’s dentistry", days="SA", language="es", name="Cedar Dental")
    Service.objects.filter(pk=found.pk).update(verified_on=timezone.localdate(), verified_by=staff["supervisor"])
    return found


def find_and_print(walk, worker, need, saturday):
    walk.sign_in(worker)
    walk.open("referrals:add", need.pk)
    walk.press("Look in the directory")
    assert walk.page.url.endswith("/directory/?need=dental&speaks=es&near=95928")
    walk.form = "main form[role=search]"
    walk.reach(walk.page.locator("main [name=open]"))
    walk.fill(q="dentsta", open="SA", who="3")
    walk.press("Find")
    assert walk.reads("1 service fits.")
    assert walk.reads("7 miles from 95928")
    assert walk.reads("Open Saturday 8:00 a.m.–2:00 p.m.")
    walk.look("directory-found")
    walk.tick(walk.page.get_by_label(f"Print this one: {saturday}"))
    walk.press("Show the sheet")
    assert walk.reads("Bus 14 to Maple")
    assert walk.reads("A photo ID")
    walk.open("referrals:sheet", need.pk)
    assert walk.reads("Empastes y selladores.")
    assert walk.reads("Fillings and sealants.")
    assert not walk.reads("Whitfield")
    walk.look("sheet-of-a-need")


def tell_what_was_seen(walk, saturday):
    walk.open("partners:service", saturday.pk)
    walk.look("service")
    walk.unfold("/room")
    walk.fill(weeks="6")
    walk.press("Has a waiting list")
    assert walk.reads("Has a waiting list, 6 weeks, today")


def keep_it_true(walk, staff, saturday):
    walk.sign_in(staff["supervisor"])
    walk.open("partners:service-edit", saturday.pk)
    walk.look("service-edit")
    walk.open("partners:place-add", saturday.partner_id)
    walk.look("place-add")
    VerificationFactory(service=saturday, what="Hours: only until noon", said_by=staff["worker"])
    walk.open("partners:wrong")
    walk.look("freshness")
    walk.sign_in(staff["manager"])
    walk.open("partners:partner", saturday.partner_id)
    walk.look("partner")
    walk.open("partners:doubles")
    walk.look("doubles")
    walk.press("Hill Dental")
    walk.look("double")
    walk.press("Put them together")
    assert walk.reads("English dentist")
    assert walk.reads("Weekday dentist")


def test_a_dentist_who_speaks_spanish_and_opens_on_saturday(walker, staff, need, saturday):
    find_and_print(walker, staff["worker"], need, saturday)
    tell_what_was_seen(walker, saturday)
    keep_it_true(walker, staff, saturday)

    assert [(seen.state, seen.wait) for seen in ServiceCapacity.objects.all()] == [("waiting", "6 weeks")]
    assert walker.foreign() == []
