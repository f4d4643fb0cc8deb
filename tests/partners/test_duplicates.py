"""Entries that may be one partner: found, looked at, put together, taken apart, or said to be two."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners import doubles
from partners.actions import doubles as actions
from partners.models import Location, Partner, PartnerMerge, Phone, Service, TwoPartners
from tests.families.factories import NeedFactory
from tests.partners.factories import (
    DoNotReferFactory,
    ExternalIdFactory,
    LocationFactory,
    PartnerFactory,
    PhoneFactory,
    ServiceFactory,
    SourceFactory,
)
from tests.referrals.factories import ReferralFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(agency):
    one = PartnerFactory(name="Cedar Works", email="hello@cedar.example", description="Old words")
    ServiceFactory(partner=one, name="Carpentry")
    return one


@pytest.fixture
def other(one):
    """The same partner once more, with a service, a place, a number and a publisher's id."""
    other = PartnerFactory(name="Cedar Works Inc.", description="New words", tax_id="123456789")
    ServiceFactory(partner=other, name="Tools fund")
    LocationFactory(partner=other)
    PhoneFactory(partner=other)
    ExternalIdFactory(source=SourceFactory(), row_pk=other.pk)
    return other


def merged(one, other, by, **values):
    return actions.merge(kept=one, gone=other, values=values, by=by)


def rows_of(partner):
    return [
        sorted(service.name for service in Service.objects.filter(partner=partner)),
        Location.objects.filter(partner=partner).count(),
        Phone.objects.filter(partner=partner).count(),
    ]


@pytest.mark.parametrize(
    ("theirs", "why"),
    [
        ({"tax_id": "111111111"}, ["the same tax number"]),
        ({"website": "http://www.cedar.example/about"}, ["the same website"]),
        ({"website": "https://facebook.com/x"}, None),
        ({}, None),
    ],
)
def test_numbers_and_websites_show_who_may_be_one(theirs, why):
    ours = theirs | ({"website": theirs["website"].replace("www.", "")} if "website" in theirs else {})
    pair = PartnerFactory(name="A", **ours).pk, PartnerFactory(name="Z", **theirs).pk

    assert doubles.pairs() == ({pair: why} if why else {})


def test_a_phone_number_is_compared_by_its_digits_and_a_common_one_says_nothing():
    pair = [PhoneFactory(number=number).partner_id for number in ("(530) 555-0142", "+1 530-555-0142")]
    for _many in range(6):
        PhoneFactory(number="530-555-0199")

    assert doubles.pairs() == {tuple(pair): ["the same phone number"]}


def test_names_are_compared_within_one_zip_code():
    names = [("Cedar Works", "95928"), ("Cedar Works Inc", "95928-0001"), ("Cedar Works", "95969"), ("Oak", "95928")]
    rows = [LocationFactory(partner=PartnerFactory(name=name), postal_code=code).partner_id for name, code in names]

    assert doubles.pairs() == {(rows[0], rows[1]): ["nearly the same name in the same ZIP code"]}


def test_what_hangs_on_one_goes_to_the_other_and_back(one, other, manager):
    stays, goes = rows_of(one), rows_of(other)
    done = merged(one, other, manager, description="New words", tax_id="123456789")
    one.refresh_from_db()
    together = (rows_of(one), rows_of(other), one.description, list(Partner.objects.active()))

    actions.undo(merge=done, by=manager)

    one.refresh_from_db()
    assert together == ([["Carpentry", "Tools fund"], 1, 1], [[], 0, 0], "New words", [one])
    assert (rows_of(one), rows_of(other), one.description, one.tax_id) == (stays, goes, "Old words", "")
    assert list(Partner.objects.active()) == [one, other]


def test_a_referral_keeps_its_service(one, other, manager, family):
    need = NeedFactory(family=family)
    referral = ReferralFactory(family=family, need=need, service=other.services.get())

    merged(one, other, manager)

    referral.refresh_from_db()
    assert (referral.service.name, referral.service.partner) == ("Tools fund", one)


def test_the_next_file_of_a_publisher_finds_the_entry_that_stays(one, other, manager):
    source = other and SourceFactory(name="county")
    known = ExternalIdFactory(source=source, row_pk=other.pk)

    merged(one, other, manager)

    known.refresh_from_db()
    assert known.row_pk == one.pk


def test_what_cannot_stand_twice_stays_with_the_old_entry(one, other, manager):
    for partner in (one, other):
        DoNotReferFactory(partner=partner, service=None)

    merged(one, other, manager)

    assert [stop.partner for stop in one.stops.model.objects.order_by("pk")] == [one, other]


def test_a_later_edit_is_not_undone(one, other, manager):
    done = merged(one, other, manager, description="New words")
    Partner.objects.filter(pk=one.pk).update(description="Newest words")
    later = ServiceFactory(partner=one, name="Later")

    actions.undo(merge=done, by=manager)

    one.refresh_from_db()
    later.refresh_from_db()
    assert (one.description, later.partner) == ("Newest words", one)


def test_nothing_is_put_together_twice_or_taken_back_after_a_month(one, other, manager):
    done = merged(one, other, manager)
    with pytest.raises(actions.AlreadyMerged):
        merged(one, other, manager)
    PartnerMerge.objects.update(merged_at=timezone.now() - timedelta(days=31))
    with pytest.raises(actions.CannotBeTakenBack):
        actions.undo(merge=done, by=manager)


def test_the_first_of_two_steps_waits_for_the_second_to_be_taken_back(one, other, manager):
    third = PartnerFactory(name="Cedar")
    first = merged(one, other, manager)
    second = merged(third, one, manager)
    with pytest.raises(actions.CannotBeTakenBack):
        actions.undo(merge=first, by=manager)

    actions.undo(merge=second, by=manager)
    actions.undo(merge=first, by=manager)

    assert [rows_of(partner)[0] for partner in (one, other, third)] == [["Carpentry"], ["Tools fund"], []]


def test_a_manager_picks_field_by_field_on_the_page(signed_in, manager, one, other):
    client, url = signed_in(manager), reverse("partners:double", args=[one.pk, other.pk])
    page = client.get(url).content.decode()
    client.post(url, {"keep": "other", "pick_name": "one", "pick_description": "other", "merge": "1"})
    led = client.get(one.get_absolute_url())

    other.refresh_from_db()
    assert ("Old words" in page, "New words" in page) == (True, True)
    assert (other.name, other.description, other.email, other.tax_id) == (
        "Cedar Works", "New words", "hello@cedar.example", "123456789",
    )  # fmt: skip
    assert led.url == other.get_absolute_url()
    client.post(reverse("partners:merge-undo", args=[PartnerMerge.objects.get().pk]))
    assert client.get(one.get_absolute_url()).status_code == 200


def test_two_after_all_are_not_asked_about_again(signed_in, manager, one, other):
    Partner.objects.update(tax_id="123456789")
    client, url = signed_in(manager), reverse("partners:doubles")
    asked = client.get(url).content.decode()
    for _twice in range(2):
        client.post(reverse("partners:double", args=[other.pk, one.pk]), {"two": "1"})

    assert ("The same tax number" in asked, TwoPartners.objects.count()) == (True, 1)
    assert "No two entries look alike" in client.get(url).content.decode()


def test_only_managers_look_at_pairs(signed_in, worker, supervisor, manager, one, other):
    urls = [reverse("partners:doubles"), reverse("partners:double", args=[one.pk, other.pk])]

    answers = [[signed_in(who).get(url).status_code for url in urls] for who in (worker, supervisor, manager)]

    assert answers == [[403, 403], [403, 403], [200, 200]]


def test_a_long_queue_asks_as_much_as_a_short_one(signed_in, manager, agency, django_assert_num_queries,
                                                  django_assert_max_num_queries):  # fmt: skip
    client, url = signed_in(manager), reverse("partners:doubles")

    def pair(number):
        for _twice in range(2):
            PartnerFactory(tax_id=f"{number}" * 9)

    pair(1)
    client.get(url)
    with django_assert_max_num_queries(20) as first:
        client.get(url)
    pair(2)
    pair(3)

    with django_assert_num_queries(len(first.captured_queries)):
        assert len(client.get(url).context["rows"]) == 3
