"""Keeping entries: hours, for whom, from where, room, what families said, stops, people, changes."""

from datetime import time

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partners.forms.directory import PlaceForm
from partners.models import Contact, DoNotRefer, FamilyWord, Location, Service, ServiceCapacity
from tests.agency.factories import CategoryFactory
from tests.partners.factories import (
    ContactFactory,
    DoNotReferFactory,
    FamilyWordFactory,
    LocationFactory,
    PartnerFactory,
    PhoneFactory,
    ScheduleFactory,
    ServiceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(agency):
    return ServiceFactory(name="Saturday dentist", categories=[CategoryFactory(code="dental")])


def url(name, *args):
    return reverse(f"partners:{name}", args=args)


def typed(service, **more):
    return {"name": service.name, "status": "active", "categories": [service.categories.get().pk],
            "version": service.version} | more  # fmt: skip


def hours(service):
    return [(rule.byday, rule.opens_at, rule.closes_at) for rule in service.schedules.order_by("pk")]


def test_hours_for_whom_and_from_where_are_kept_as_rules(signed_in, supervisor, service):
    signed_in(supervisor).post(
        url("service-edit", service.pk),
        typed(service, days_1=["MO", "TU"], opens_1="08:00", closes_1="17:00", days_2=["SA"], opens_2="09:00",
              by_appointment="on", for_whom=["pregnant", "baby"], zips="95928, 95969 95928"),
    )  # fmt: skip

    assert hours(service) == [("MO,TU", time(8), time(17)), ("SA", time(9), None), ("", None, None)]
    assert [row.who for row in service.eligibility.all()] == ["pregnant", "baby"]
    assert [area.zips for area in service.areas.all()] == [["95928", "95969"]]


def test_a_saved_entry_saved_again_says_the_same(signed_in, supervisor, service):
    """What the form shows is what it keeps, and rules it cannot say stay untouched."""
    ScheduleFactory(service=service, byday="SA", opens_at=time(8), closes_at=time(14))
    ScheduleFactory(service=service, freq="MONTHLY", byday="2MO", opens_at=time(18))
    before = [rule.pk for rule in service.schedules.all()]
    page = signed_in(supervisor).get(url("service-edit", service.pk))
    form = page.context["form"]
    posted = {name: value for name in form.fields if (value := form[name].value()) or name == "version"}
    posted |= {"categories": [service.categories.get().pk], "opens_1": "08:00", "closes_1": "14:00"}

    answer = signed_in(supervisor).post(url("service-edit", service.pk), posted)

    assert (answer.status_code, [rule.pk for rule in service.schedules.all()]) == (302, before)
    assert hours(service) == [("SA", time(8), time(14)), ("2MO", time(18), None)]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"days_1": ["MO"]}, "When do they open on these days?"),
        ({"opens_1": "08:00"}, "On which days?"),
        ({"days_1": ["MO"], "opens_1": "08:00", "closes_1": "08:00"}, "It closes when it opens."),
        ({"zips": "9592"}, "A ZIP code has five digits: 9592"),
    ],
)
def test_hours_that_say_nothing_get_a_sentence(signed_in, supervisor, service, more, sentence):
    page = signed_in(supervisor).post(url("service-edit", service.pk), typed(service, **more)).content.decode()

    assert sentence in page


def test_the_same_place_sent_twice_at_once_is_one_place(signed_in, supervisor, service):
    client, add = signed_in(supervisor), url("place-add", service.partner_id)
    mark = client.get(add).content.decode().split('name="_once" value="')[1].split('"')[0]
    posted = {"address_1": "1 Oak Street", "access": "A ramp\nA wide door", "_once": mark}

    answers = [client.post(add, posted).status_code for _twice in range(2)]

    place = Location.objects.get()
    assert (answers, [row.description for row in place.accessibility.all()]) == ([302, 302], ["A ramp", "A wide door"])


def test_two_who_write_the_same_row_at_once_get_a_sentence(signed_in, supervisor, service, monkeypatch):
    def collide(form, commit=True):
        raise IntegrityError

    monkeypatch.setattr(PlaceForm, "save", collide)

    answer = signed_in(supervisor).post(url("place-add", service.partner_id), {"address_1": "1 Oak Street"})

    page = answer.content.decode()
    assert ["at this moment" in page, "1 Oak Street" in page] == [True, True]


def test_room_is_one_tap_and_stands_on_the_card_with_its_age(signed_in, worker, teammate, service):
    signed_in(worker).post(url("room", service.pk), {"state": "full", "weeks": "6"})
    refused = signed_in(teammate).post(url("room", service.pk), {"state": "open"}).status_code

    page = signed_in(worker).get(url("directory")).content.decode()
    seen = ServiceCapacity.objects.get()
    assert (seen.state, seen.wait, seen.seen_by, refused) == ("full", "6 weeks", worker, 403)
    assert "Full, 6 weeks, today" in page


@pytest.mark.parametrize("posted", [{"state": "maybe"}, {"state": "full", "weeks": "0"}, {}])
def test_a_room_nobody_can_read_is_not_kept(signed_in, worker, service, posted):
    signed_in(worker).post(url("room", service.pk), posted)

    assert not ServiceCapacity.objects.exists()


def test_what_a_family_said_is_kept_without_a_way_back_and_taken_down_by_who_keeps_the_directory(
    signed_in, worker, supervisor, service
):
    client = signed_in(worker)
    client.post(url("word-add", service.pk), {"said": "They were  kind.", "heard_on": "2020-01-02"})
    told = client.post(url("word-add", service.pk), {"said": "Call 555-0142", "heard_on": "2020-01-02"})
    word = FamilyWord.objects.get()
    shown = "They were kind." in client.get(url("service", service.pk)).content.decode()
    refused = client.post(url("word-withdraw", word.pk)).status_code
    signed_in(supervisor).post(url("word-withdraw", word.pk))

    gone = "They were kind." not in client.get(url("service", service.pk)).content.decode()
    assert (shown, refused, gone, "Leave out numbers" in told.content.decode()) == (True, 403, True, True)


def test_a_manager_stops_referring_and_only_managers_read_why(signed_in, worker, supervisor, manager, service):
    refused = [signed_in(person).get(url("service-stop", service.pk)).status_code for person in (worker, supervisor)]
    stop = {"reason": "They asked for money.", "since": "2020-01-02"}
    signed_in(manager).post(url("service-stop", service.pk), stop)

    pages = [signed_in(who).get(url("service", service.pk)).content.decode() for who in (worker, supervisor, manager)]

    assert refused == [403, 403]
    assert ["Do not refer" in page for page in pages] == [True, True, True]
    assert ["They asked for money." in page for page in pages] == [False, False, True]
    assert "Saturday dentist" not in signed_in(worker).get(url("sheet")).content.decode()


def test_a_second_stop_is_refused_and_a_lifted_one_is_over(signed_in, manager, service):
    client = signed_in(manager)
    stop = DoNotReferFactory(partner=service.partner, service=None)
    again = client.post(
        url("partner-stop", service.partner_id), {"reason": "Again", "since": "2020-01-02"}, follow=True
    )
    client.post(url("stop-lift", stop.pk))

    assert "Somebody has said already" in again.content.decode()
    assert (DoNotRefer.objects.in_force().exists(), Service.objects.active().get()) == (False, service)


def test_people_there_are_for_staff_and_never_on_paper(signed_in, worker, supervisor, service):
    client = signed_in(supervisor)
    client.post(
        url("contact-add", service.partner_id), {"name": "Gordon Tate", "title": "Outreach", "is_staff_only": "on"}
    )
    contact = Contact.objects.get()
    client.post(url("contact-edit", contact.pk), {"name": "Gordon Tate", "service": service.pk, "is_staff_only": "on"})

    pages = [signed_in(worker).get(address).content.decode()
             for address in (url("service", service.pk), url("sheet"))]  # fmt: skip
    signed_in(supervisor).post(url("contact-remove", contact.pk))

    assert (["Gordon Tate" in page for page in pages], Contact.objects.exists()) == ([True, False], False)


def test_a_service_page_asks_as_much_of_one_as_of_three(signed_in, manager, service, django_assert_num_queries):
    client = signed_in(manager)

    def grow():
        service.locations.add(LocationFactory(partner=service.partner))
        ScheduleFactory(service=service)
        ContactFactory(partner=service.partner, service=service)
        FamilyWordFactory(service=service)
        PhoneFactory(partner=service.partner, service=service)

    grow()
    client.get(url("service", service.pk))
    with CaptureQueriesContext(connection) as first:
        client.get(url("service", service.pk))
    grow()
    grow()

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url("service", service.pk))


def test_changes_of_an_entry_are_told_in_words(signed_in, supervisor, manager, service):
    phone = PhoneFactory(partner=service.partner, number="555-0131")
    client = signed_in(supervisor)
    client.post(url("service-edit", service.pk), typed(service, fees_description="Free"))
    client.post(url("phone-edit", phone.pk), {"number": "555-0132", "kind": "voice"})
    client.post(url("phone-remove", phone.pk))

    told = [
        [(change["who"], [(one["label"], one["old"], one["new"]) for one in change["changes"]]) for change in
         signed_in(manager).get(url(f"{noun}-history", pk)).context["changes"]]
        for noun, pk in (("service", service.pk), ("partner", service.partner_id))
    ]  # fmt: skip

    assert told[0] == [(supervisor, [("what it costs", "", "Free")])]
    assert told[1] == [(supervisor, [("phone", "555-0132", "taken out")])]


def test_a_hidden_place_keeps_its_secret_in_the_changes_too(signed_in, supervisor):
    place = LocationFactory(partner=PartnerFactory(), is_confidential=True, version=0)
    Location.objects.filter(pk=place.pk).update(address_1="9 Hushaby Court")

    page = signed_in(supervisor).get(url("partner-history", place.partner_id)).content.decode()

    assert ["Hushaby" in page, "212 Foundry" in page, "changed; not shown" in page] == [False, False, True]
