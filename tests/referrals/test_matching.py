"""Which service fits a need: every one is weighed, each reason counts and is said."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from families.models import FamilyMember
from partners.models import Eligibility, ServiceCapacity, ZipPlace
from referrals import matching
from tests.families.factories import ExistingPlanFactory, HouseholdFactory, NeedFactory, SnapshotFactory
from tests.partners.factories import (
    LocationFactory,
    ScheduleFactory,
    ServiceFactory,
    ServiceLanguageFactory,
)
from tests.referrals.factories import EventFactory, ReferralFactory

TODAY = timezone.localdate()


@pytest.fixture
def need(family):
    return NeedFactory(family=family)


def serve(need, name, **known):
    return ServiceFactory(name=name, partner__name="Partner", categories=[need.category], **known)


def order(need, user=None):
    return [fit.row.name for fit in matching.fits(need, user).ranked]


def said(need, name, user=None):
    """The reasons shown for one service."""
    fits = matching.fits(need, user)
    (offer,) = fits.offers([fit for fit in fits.ranked if fit.row.name == name])
    return [(reason["text"], reason.get("against", False)) for reason in offer.why]


def test_the_best_of_many_is_found_however_little_is_known_of_it(need):
    """A first sixty by freshness would leave it out: nobody has ever looked at this entry."""
    need.family.language = "es"
    need.family.save()
    for number in range(70):
        service = serve(need, f"Other {number:02}")
        type(service).objects.filter(pk=service.pk).update(verified_on=TODAY, verified_by=need.added_by)
    best = serve(need, "Best")
    ServiceLanguageFactory(service=best, code="es")
    ServiceCapacity.objects.create(service=best, state="open", seen_by=need.added_by)

    assert order(need)[0] == "Best"


def test_the_nearer_one_stands_first_by_miles(need):
    HouseholdFactory(family=need.family, postal_code="98901", city="Yakima")
    for code, lat in (("98901", 46.6), ("98902", 46.7), ("98903", 47.6)):
        ZipPlace.objects.update_or_create(code=code, defaults={"lat": lat, "lon": -120.5})
    for name, code in (("Far", "98903"), ("Near", "98902"), ("Next door", "98901")):
        service = serve(need, name)
        service.locations.add(LocationFactory(partner=service.partner, postal_code=code, city=""))

    assert order(need) == ["Next door", "Near", "Far"]
    assert said(need, "Near") == [("6.9 miles away", False)]


def test_a_hidden_address_is_no_reason(need):
    HouseholdFactory(family=need.family, postal_code="98901", is_hidden=True)
    service = serve(need, "Near")
    service.locations.add(LocationFactory(partner=service.partner, postal_code="98901"))

    assert [text for text, _against in said(need, "Near") if "98901" in text] == []


def test_hours_are_held_against_what_the_family_said(need):
    FamilyMember.objects.filter(family=need.family, is_main_contact=True).update(best_times=["evening"])
    late, early = serve(need, "Late"), serve(need, "Early")
    ScheduleFactory(service=late, freq="WEEKLY", byday="TU", opens_at=time(12), closes_at=time(20))
    ScheduleFactory(service=early, freq="WEEKLY", byday="TU", opens_at=time(8), closes_at=time(16))

    assert order(need) == ["Late", "Early"]
    assert ("Open when they have time: evenings", False) in said(need, "Late")
    assert ("Not open when they have time: evenings", True) in said(need, "Early")


def test_for_whom_it_is_counts_as_far_as_we_would_know(need):
    SnapshotFactory(family=need.family, housing="shelter")
    for name, who in (("No home", "no_home"), ("Elders", "older"), ("Newcomers", "newcomer")):
        Eligibility.objects.create(service=serve(need, name), who=who)

    assert order(need) == ["No home", "Newcomers", "Elders"]
    assert said(need, "No home") == [("For people without a home", False)]
    assert said(need, "Elders") == [("For older adults: nobody in this family, as far as we know", True)]


def test_room_seen_lately_counts_and_long_ago_does_not(need):
    for name, state, days in (("Full", "full", 3), ("Was full", "full", 200), ("Open", "open", 3)):
        ServiceCapacity.objects.create(
            service=serve(need, name), state=state, seen_at=timezone.now() - timedelta(days=days),
            seen_by=need.added_by,
        )  # fmt: skip

    assert order(need) == ["Open", "Was full", "Full"]


def test_a_no_from_there_counts_against_it_and_is_said(need, worker):
    sore, fine = serve(need, "Sore"), serve(need, "Fine")
    for _n in range(3):
        referral = ReferralFactory(service=sore, sent=True, state="declined", barrier="no_capacity")
        EventFactory(referral=referral, from_state="sent", to_state="declined")

    fits = matching.fits(need)
    heard = {offer.service.name: offer.heard for offer in fits.offers(fits.ranked)}

    assert [fit.pk for fit in fits.ranked] == [fine.pk, sore.pk]
    assert heard["Sore"].endswith("They declined 3. What stood in the way: no place (3).")


def test_what_goes_on_already_stands_first(client, worker, need):
    client.force_login(worker)
    serve(need, "Any")
    plan = ExistingPlanFactory(family=need.family, kind="housing", category=need.category, agency_name="Larkspur")
    ExistingPlanFactory(family=need.family, kind="case", category=need.category, agency_name="The county")
    ReferralFactory(family=need.family, need=NeedFactory(family=need.family, category=need.category), sent=True)

    page = client.get(reverse("referrals:add", args=[need.pk]))

    words = [one["text"] for one in page.context["beside"]]
    assert len(words) == 3
    assert [str(plan) in " ".join(words), "The county" in " ".join(words)] == [True, False]


def test_the_list_is_narrowed_and_says_how_many(client, worker, need):
    client.force_login(worker)
    ServiceCapacity.objects.create(service=serve(need, "Open"), state="open", seen_by=worker)
    serve(need, "Unknown")

    page = client.get(reverse("referrals:add", args=[need.pk]) + "?only=room")

    assert [match["title"] for match in page.context["matches"]] == ["Open"]
    assert [(choice["label"], choice["count"]) for choice in page.context["filters"]] == [("All", 2), ("With room", 1)]
