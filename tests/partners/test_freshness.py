"""Which entries must be looked at again, in which order, by which clock; and saying that one is still right."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners import finding, freshness
from partners.models import Service
from tests.agency.factories import DeadlineFactory, UserFactory
from tests.partners.factories import PartnerFactory, ServiceFactory, VerificationFactory

pytestmark = pytest.mark.django_db
QUEUE = "partners:wrong"


def checked(name, days, **more):
    on = timezone.localdate() - timedelta(days=days)
    return ServiceFactory(name=name, verified_on=on, verified_by=UserFactory(), **more)


def queue(**which):
    return [service.name for service in freshness.queue(Service.objects.all(), timezone.localdate(), **which)]


def test_reported_first_then_never_checked_then_the_oldest():
    checked("A year and a day", 366)
    checked("Two years", 730)
    checked("Fresh", 10)
    ServiceFactory(name="Never")
    VerificationFactory(service=checked("Reported", 3))
    VerificationFactory(service=checked("Settled", 3), settled_on=timezone.localdate(), settled_by=UserFactory())
    ServiceFactory(name="Gone", status="defunct")

    assert queue() == ["Reported", "Never", "Two years", "A year and a day"]


def test_the_agency_s_own_clock_decides():
    DeadlineFactory(code="partner_verified", length=180, warn_before=30, starts_from="last_verified")
    checked("Soon", 155)
    checked("Not yet", 145)

    assert queue() == ["Soon"]


def test_the_page_a_list_and_the_filter_go_by_that_clock_too(django_assert_num_queries):
    DeadlineFactory(code="partner_verified", length=180, warn_before=30, starts_from="last_verified")
    DeadlineFactory(code="partner_verified", length=90, effective_on=timezone.localdate() + timedelta(days=1))
    entries = [checked("Old", 181), checked("Fresh", 180), ServiceFactory(name="Never")]

    listed = list(Service.objects.for_lists().order_by("pk"))

    assert [entry.is_stale() for entry in entries] == [True, False, True]
    with django_assert_num_queries(0):
        assert [entry.is_stale() for entry in listed] == [True, False, True]
    old = finding.find(Service.objects.all(), finding.Wanted(checked="old"))
    assert sorted(entry.name for entry in old) == ["Never", "Old"]


def test_one_group_of_partners_at_a_time():
    ServiceFactory(name="Home", partner=PartnerFactory(group="vi"))
    ServiceFactory(name="Food", partner=PartnerFactory(group="i"))

    assert queue(group="vi") == ["Home"]


def test_still_right_takes_an_entry_off_the_queue_and_leads_back_to_it(signed_in, supervisor, agency):
    service = ServiceFactory(name="Never")
    client, url = signed_in(supervisor), reverse(QUEUE)
    before = client.get(url).content.decode()

    answer = client.post(reverse("partners:verify", args=[service.pk]), {"right": "1", "next": url})

    service.refresh_from_db()
    assert (answer.url, service.verified_by, "Never" in before) == (url, supervisor, True)
    assert "Nothing waits here" in client.get(url).content.decode()


def test_the_way_back_is_on_this_site(signed_in, worker, agency):
    service = ServiceFactory()

    answer = signed_in(worker).post(
        reverse("partners:verify", args=[service.pk]), {"right": "1", "next": "https://elsewhere.example/"}
    )

    assert answer.url == service.get_absolute_url()


def test_who_keeps_the_directory_sees_the_queue(signed_in, worker, supervisor, manager, agency):
    assert [signed_in(who).get(reverse(QUEUE)).status_code for who in (worker, supervisor, manager)] == [403, 200, 200]


def test_an_expired_entry_says_so_on_its_page(signed_in, worker, agency):
    old = checked("Old", 400)

    page = signed_in(worker).get(old.get_absolute_url()).content.decode()

    assert ["match-old" in page, "Nobody has checked this entry for too long." in page] == [True, True]


def test_the_queue_asks_as_much_of_one_as_of_three(
    signed_in, manager, agency, django_assert_max_num_queries, django_assert_num_queries
):
    client, url = signed_in(manager), reverse(QUEUE)
    VerificationFactory()
    client.get(url)
    with django_assert_max_num_queries(25) as first:
        client.get(url)
    VerificationFactory()
    VerificationFactory()

    with django_assert_num_queries(len(first.captured_queries)):
        client.get(url)
