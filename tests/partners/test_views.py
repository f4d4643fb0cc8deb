"""The directory's pages: who may open and change them, what they show, and what they never show."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.models import Partner, Phone, Service, Verification
from tests.agency.factories import CategoryFactory
from tests.partners.factories import (
    LocationFactory,
    PartnerFactory,
    PhoneFactory,
    ServiceFactory,
    ServiceLanguageFactory,
    VerificationFactory,
)

EDITED = ["partner-add", "partner-edit", "place-add", "place-edit", "service-add", "service-edit", "phone-add",
          "phone-edit", "wrong"]  # fmt: skip


@pytest.fixture
def service(agency):
    service = ServiceFactory(
        name="Carpentry apprenticeship",
        partner=PartnerFactory(name="Cedar Works", point_person="Gordon Tate"),
        categories=[CategoryFactory(code="job_training", name={"en": "Job training", "es": "Capacitación"})],
    )
    service.locations.add(LocationFactory(partner=service.partner))
    PhoneFactory(partner=service.partner, number="555-0131")
    PhoneFactory(partner=service.partner, number="555-0999", is_staff_only=True)
    return service


def address(name, service):
    args = {
        "partner-add": [], "wrong": [], "directory": [], "sheet": [],
        "place-edit": [service.locations.first().pk],
        "phone-edit": [service.partner.phones.first().pk],
        "service": [service.pk], "service-edit": [service.pk], "verify": [service.pk],
    }.get(name, [service.partner_id])  # fmt: skip
    return reverse(f"partners:{name}", args=args)


@pytest.mark.parametrize("name", ["directory", "sheet", "partner", "service"])
def test_all_who_serve_families_read_the_directory(signed_in, worker, supervisor, manager, teammate, service, name):
    answers = [
        signed_in(person).get(address(name, service)).status_code for person in (worker, supervisor, manager, teammate)
    ]

    assert answers == [200, 200, 200, 200]


@pytest.mark.parametrize("name", ["directory", "sheet", "partner", "service"])
def test_an_administrator_does_not(signed_in, administrator, service, name):
    assert signed_in(administrator).get(address(name, service)).status_code == 403


@pytest.mark.parametrize("name", EDITED)
def test_supervisors_and_managers_change_it_and_workers_do_not(signed_in, worker, supervisor, manager, service, name):
    answers = [signed_in(person).get(address(name, service)).status_code for person in (worker, supervisor, manager)]

    assert answers == [403, 200, 200]


def test_the_directory_asks_as_many_questions_of_one_service_as_of_three(
    signed_in, worker, service, django_assert_max_num_queries, django_assert_num_queries
):
    client, url = signed_in(worker), reverse("partners:directory")
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    for _more in range(2):
        another = ServiceFactory(categories=list(service.categories.all()))
        another.locations.add(LocationFactory(partner=another.partner))
        ServiceLanguageFactory(service=another)

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url)


def test_a_search_finds_and_an_empty_answer_offers_a_way_out(signed_in, worker, service):
    client = signed_in(worker)

    found = client.get(reverse("partners:directory"), {"q": "carpentery"}).content.decode()
    nothing = client.get(reverse("partners:directory"), {"q": "zzzz"}).content.decode()

    assert ("Carpentry apprenticeship" in found, "Nothing fits all of that" in nothing) == (True, True)


def test_a_filter_nobody_offered_is_left_out(signed_in, worker, service):
    answer = signed_in(worker).get(reverse("partners:directory"), {"need": "nonsense", "checked": "x", "page": "y"})

    assert (answer.status_code, "Carpentry" in answer.content.decode()) == (200, True)


def test_an_old_entry_is_greyed_and_says_so(signed_in, worker, service):
    Service.objects.filter(pk=service.pk).update(
        verified_on=timezone.localdate() - timedelta(days=430), verified_by=worker
    )

    page = signed_in(worker).get(reverse("partners:directory")).content.decode()

    assert ("match-old" in page, "Not checked for 14 months" in page) == (True, True)


def test_nothing_for_staff_only_is_on_the_sheet(signed_in, worker, service):
    page = signed_in(worker).get(reverse("partners:sheet")).content.decode()

    assert ["555-0131" in page, "555-0999" in page, "Gordon Tate" in page] == [True, False, False]


@pytest.mark.parametrize("name", ["directory", "sheet", "partner", "service"])
def test_a_confidential_place_never_shows_its_address(signed_in, worker, service, name):
    service.locations.update(is_confidential=True, name="Haven house", city="Juniper Flat")

    page = signed_in(worker).get(address(name, service)).content.decode()

    assert ["212 Foundry" in page, "Haven house" in page] == [False, False]


def test_the_sheet_holds_what_was_picked_in_the_language_asked_for(signed_in, worker, service):
    Service.objects.filter(pk=service.pk).update(description="A class", description_es="Un curso")
    ServiceFactory(name="Not picked")

    page = signed_in(worker).get(reverse("partners:sheet"), {"put": service.pk, "lang": "es"}).content.decode()

    assert ["Un curso" in page, "A class" in page, "Not picked" in page, 'lang="es"' in page] == [
        True, False, False, True,
    ]  # fmt: skip


def test_still_right_marks_the_entry_and_settles_what_was_reported(signed_in, worker, service):
    VerificationFactory(service=service, said_by=worker)

    signed_in(worker).post(address("verify", service), {"right": service.pk})

    service.refresh_from_db()
    assert (service.verified_on, service.verified_by) == (timezone.localdate(), worker)
    assert Verification.objects.unsettled().count() == 0


def test_something_wrong_waits_for_whoever_keeps_the_directory(signed_in, worker, supervisor, service):
    signed_in(worker).post(address("verify", service), {"wrong": ["hours"], "say": "Only until noon"})
    page = signed_in(supervisor).get(reverse("partners:wrong")).content.decode()
    report = Verification.objects.unsettled().get()
    signed_in(supervisor).post(reverse("partners:settle", args=[report.pk]))

    report.refresh_from_db()
    assert (report.what, "Only until noon" in page, report.settled_by) == ("Hours: Only until noon", True, supervisor)


def test_wrong_without_saying_what_is_not_kept(signed_in, worker, service):
    answer = signed_in(worker).post(address("verify", service), {}, follow=True)

    assert Verification.objects.count() == 0
    assert "Say what is wrong" in answer.content.decode()


def test_a_teammate_cannot_say_what_is_right(signed_in, teammate, service):
    assert signed_in(teammate).post(address("verify", service), {"right": service.pk}).status_code == 403


def test_a_partner_a_place_a_service_and_a_number_are_added(signed_in, supervisor, service):
    client, kind = signed_in(supervisor), service.categories.get()
    client.post(reverse("partners:partner-add"), {"name": "Hand in Hand", "group": "v"})
    partner = Partner.objects.get(name="Hand in Hand")
    client.post(reverse("partners:place-add", args=[partner.pk]), {"address_1": "1 Oak Street", "city": "Juniper"})
    client.post(
        reverse("partners:service-add", args=[partner.pk]),
        {"name": "Tools fund", "categories": [kind.pk], "status": "active", "languages": ["en", "es"],
         "documents": "A pay stub\nA photo ID\nA pay stub", "is_checked": "on",
         "locations": [partner.locations.get().pk]},
    )  # fmt: skip
    client.post(reverse("partners:phone-add", args=[partner.pk]), {"number": "555-0177"})

    made = Service.objects.get(name="Tools fund")
    assert [
        sorted(row.code for row in made.languages.all()),
        [row.document for row in made.documents.all()],
        [place.address_1 for place in made.locations.all()],
        made.verified_by,
        [phone.number for phone in partner.phones.all()],
    ] == [["en", "es"], ["A pay stub", "A photo ID"], ["1 Oak Street"], supervisor, ["555-0177"]]


def test_a_wrong_form_keeps_what_was_typed(signed_in, supervisor, service):
    answer = signed_in(supervisor).post(
        address("service-edit", service),
        {"version": service.version, "name": "", "status": "active", "hours": "Tuesdays till seven",
         "minimum_age": 12, "maximum_age": 3, "categories": [service.categories.get().pk]},
    )  # fmt: skip

    page = answer.content.decode()
    assert ["Tuesdays till seven" in page, "The highest age is below the lowest." in page] == [True, True]


def test_two_people_change_a_service_and_the_second_sees_both(signed_in, supervisor, manager, service):
    url = address("service-edit", service)
    typed = {"name": service.name, "status": "active", "categories": [service.categories.get().pk],
             "version": service.version}  # fmt: skip
    signed_in(supervisor).post(url, typed | {"hours": "Till five", "languages": ["en"]})

    answer = signed_in(manager).post(url, typed | {"hours": "Till six"})

    page = answer.content.decode()
    service.refresh_from_db()
    assert (answer.status_code, service.hours, "Till six" in page, "Till five" in page) == (
        409, "Till five", True, True,
    )  # fmt: skip


def test_picking_theirs_keeps_their_languages(signed_in, supervisor, manager, service):
    ServiceLanguageFactory(service=service, code="es")
    service.refresh_from_db()
    typed = {"name": service.name, "status": "active", "categories": [service.categories.get().pk],
             "version": service.version, "_merge": "1", "pick_languages": "theirs", "hours": "Till six"}  # fmt: skip

    signed_in(manager).post(address("service-edit", service), typed)

    service.refresh_from_db()
    assert (service.hours, [row.code for row in service.languages.all()]) == ("Till six", ["es"])


def test_a_partner_cannot_have_closed_tomorrow(signed_in, supervisor, service):
    answer = signed_in(supervisor).post(
        address("partner-edit", service),
        {"name": "Cedar Works", "group": "v", "version": service.partner.version,
         "closed_on": timezone.localdate() + timedelta(days=1)},
    )  # fmt: skip

    assert "This day has not come yet." in answer.content.decode()


def test_a_number_is_taken_out(signed_in, supervisor, service):
    phone = service.partner.phones.first()

    signed_in(supervisor).post(reverse("partners:phone-remove", args=[phone.pk]))

    assert not Phone.objects.filter(pk=phone.pk).exists()
