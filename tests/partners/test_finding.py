"""Finding help: typing mistakes, accents, kinds of help, languages, places, hours, people, freshness."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from partners import cards, finding, nearness
from partners.models import Eligibility, Schedule, Service, ServiceArea, TermMeaning, ZipPlace
from partners.models.schedule import DAYS
from tests.agency.factories import CategoryFactory, UserFactory
from tests.partners.factories import (
    DoNotReferFactory,
    LocationFactory,
    PartnerFactory,
    ScheduleFactory,
    ServiceFactory,
    ServiceLanguageFactory,
)

pytestmark = pytest.mark.django_db


def names(**wanted):
    found = finding.find(Service.objects.active(), finding.Wanted(**wanted), kinds=finding.categories())
    return [service.name for service in found]


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


def at(name, code, **place):
    """A service with one place in a ZIP code."""
    service = ServiceFactory(name=name)
    service.locations.add(LocationFactory(partner=service.partner, postal_code=code, **place))
    return service


@pytest.fixture
def chico():
    """Chico, and two towns seven and forty-one miles from its middle."""
    ZipPlace.objects.create(code="95969", state="CA", town="Paradise", lat=39.72, lon=-121.62)
    ZipPlace.objects.create(code="95965", state="CA", town="Oroville", lat=39.14, lon=-121.66)
    return ZipPlace.objects.create(code="95928", state="CA", town="Chico", lat=39.73, lon=-121.75)


def test_a_misspelt_kind_of_help_and_a_word_of_other_lists_find_a_service(django_assert_max_num_queries):
    dental = CategoryFactory(code="dental", name={"en": "Dental care", "es": "Dentista"})
    TermMeaning.objects.create(word="Orthodontics", category=dental)
    ServiceFactory(name="Saturday clinic", categories=[dental])
    ServiceFactory(name="Food box")

    assert (names(text="dentsta"), names(text="orthodontics")) == (["Saturday clinic"], ["Saturday clinic"])


def test_the_nearest_place_comes_first_and_what_has_no_place_last(chico):
    ServiceFactory(name="By phone")
    at("Far", "95965-0001")
    at("Near", "95969")
    at("On the map", "", latitude=39.73, longitude=-121.76)

    assert names(here=chico) == ["On the map", "Near", "Far", "By phone"]


def test_within_some_miles_are_places_and_those_who_come_to_this_zip_code(chico):
    ServiceFactory(name="By phone")
    ServiceArea.objects.create(service=ServiceFactory(name="Comes here"), zips=["95928"])
    ServiceArea.objects.create(service=ServiceFactory(name="Comes elsewhere"), zips=["95965"])
    at("Far", "95965")
    at("Near", "95969")
    at("Hidden", "95969", is_confidential=True)

    assert names(here=chico, most=10) == ["Near", "By phone", "Comes here"]


def test_a_hidden_place_has_no_distance(chico):
    hidden = at("Hidden", "95969", is_confidential=True)

    found = nearness.with_miles(Service.objects.filter(pk=hidden.pk), chico).get()

    assert (found.miles, cards.places(found)) == (None, ["confidential place – ask"])


@pytest.mark.parametrize(
    ("person", "found"),
    [
        ("pregnant", ["Anybody", "For adults", "For pregnant women", "Low income"]),
        ("2", ["Anybody", "For babies", "Low income", "Up to five"]),
        ("5", ["Anybody", "Low income", "Up to five"]),
        ("adult", ["Anybody", "For adults", "Low income"]),
    ],
)
def test_who_it_is_for_counts_as_far_as_an_entry_says(person, found):
    ServiceFactory(name="Anybody")
    ServiceFactory(name="Up to five", maximum_age=5)
    Eligibility.objects.create(service=ServiceFactory(name="For babies"), who="baby")
    Eligibility.objects.create(service=ServiceFactory(name="For pregnant women"), who="pregnant")
    Eligibility.objects.create(service=ServiceFactory(name="For adults", minimum_age=18), who="adult")
    Eligibility.objects.create(service=ServiceFactory(name="Low income"), who="low_income")

    assert sorted(names(person=person)) == found


def test_what_we_do_not_refer_to_is_shown_last_and_its_card_does_not_say_why(signed_in, worker, agency):
    stopped = DoNotReferFactory(
        service=ServiceFactory(name="A stop", partner=PartnerFactory(name="A")), reason="Money!"
    )
    ServiceFactory(name="B runs", partner=PartnerFactory(name="B"))

    page = signed_in(worker).get(reverse("partners:directory")).content.decode()

    assert ["Do not refer" in page, "Money!" in page, page.index("B runs") < page.index(stopped.service.name)] == [
        True, False, True,
    ]  # fmt: skip


def test_each_card_says_why_it_stands_there(chico):
    service = at("Saturday dentist", "95969")
    ServiceLanguageFactory(service=service)
    ScheduleFactory(service=service, byday="SA", opens_at=time(8), closes_at=time(14))
    wanted = finding.Wanted(here=chico, language="es", day="SA", person="3")

    found = finding.find(Service.objects.running().with_stops(), wanted).for_cards().get()

    assert [reason["text"] for reason in cards.reasons_for(found, wanted)] == [
        "7 miles from 95928", "They speak Spanish", "Open Saturday 8:00 a.m.–2:00 p.m.", "Open to a child of 3",
    ]  # fmt: skip


def test_a_full_question_keeps_the_budget_and_asks_as_much_of_three_as_of_one(
    signed_in, worker, agency, chico, django_assert_max_num_queries, django_assert_num_queries
):
    client, url = signed_in(worker), reverse("partners:directory")
    asked = {"q": "dentist", "near": "95928", "within": "25", "open": "SA", "at": "10:00", "speaks": "es", "who": "3"}

    def dentist():
        service = at("Dentist", "95969")
        ServiceLanguageFactory(service=service)
        ScheduleFactory(service=service, byday="SA", opens_at=time(8), closes_at=time(14))

    dentist()
    client.get(url, asked)
    with django_assert_max_num_queries(25) as first:
        client.get(url, asked)
    dentist()
    dentist()

    with django_assert_num_queries(len(first.captured_queries)):
        page = client.get(url, asked).content.decode()
    assert "3 services fit." in page


RULES = st.fixed_dictionaries(
    {
        "byday": st.lists(st.sampled_from(DAYS), min_size=1, unique=True),
        "opens_at": st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
        "closes_at": st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
        "valid_to": st.none() | st.dates(date(2026, 1, 1), date(2026, 2, 28)),
    }
)


def is_open(rule, day, clock):
    """The same question, asked of one rule in plain Python."""

    def holds(on):
        return DAYS[on.weekday()] in rule["byday"] and (rule["valid_to"] is None or on <= rule["valid_to"])

    opens, closes = rule["opens_at"], rule["closes_at"]
    past_midnight = closes is not None and closes < opens
    today = holds(day) and opens <= clock and (closes is None or clock < closes or past_midnight)
    return today or (past_midnight and holds(day - timedelta(days=1)) and clock < closes)


class OpenNow(TestCase):
    @settings(max_examples=30, deadline=None)
    @given(rules=st.lists(RULES, max_size=3), day=st.dates(date(2026, 1, 1), date(2026, 2, 28)), clock=st.times())
    def test_open_at_a_moment_is_what_plain_python_says(self, rules, day, clock):
        service, clock = ServiceFactory(), clock.replace(tzinfo=None)
        Schedule.objects.bulk_create(
            Schedule(service=service, freq="WEEKLY", **{**rule, "byday": ",".join(rule["byday"])}) for rule in rules
        )
        moment = timezone.make_aware(datetime.combine(day, clock))

        assert Service.objects.open_at(moment).exists() == any(is_open(rule, day, clock) for rule in rules)
