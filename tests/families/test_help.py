"""Help received: two taps, the same once, taken back, counted in its year."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from families.models import ServiceReceived
from tests.agency.factories import CategoryFactory
from tests.families.factories import ActivityFactory, NeedFactory, ServiceReceivedFactory


def tap(client, family, category, **more):
    day = str(timezone.localdate())
    url = reverse("families:help", args=[family.pk])
    return client.post(url, {"category": category.pk, "received_on": day} | more, follow=True).content.decode()


def test_two_taps_write_it_down(signed_in, worker, family, center):
    food, need = CategoryFactory(name={"en": "Food"}), NeedFactory(family=family)

    told = tap(signed_in(worker), family, food, need=need.pk)

    kept = ServiceReceived.objects.get()
    assert (kept.what, kept.need, kept.recorded_by, kept.program_year) == (
        "Food", need, worker, center.program.years.get(),
    )  # fmt: skip
    assert "Written down: Food. It counts in" in told


def test_the_same_of_the_same_day_stands_once_and_it_is_said(signed_in, worker, family):
    food, client = CategoryFactory(name={"en": "Food"}), signed_in(worker)
    tap(client, family, food)

    told = tap(client, family, food)

    assert ServiceReceived.objects.count() == 1
    assert "“Food” stands here for" in told


def test_a_slip_is_taken_back(signed_in, worker, family):
    slip = ServiceReceivedFactory(family=family, recorded_by=worker)

    signed_in(worker).post(reverse("families:help-take-back", args=[family.pk, slip.pk]))

    assert not ServiceReceived.objects.exists()


def test_what_reports_have_counted_long_ago_stands(signed_in, worker, family):
    old = timezone.now() - timedelta(days=40)
    stays = ServiceReceivedFactory(family=family, recorded_by=worker, recorded_at=old)

    url = reverse("families:help-take-back", args=[family.pk, stays.pk])
    told = signed_in(worker).post(url, follow=True).content.decode()

    assert ServiceReceived.objects.get() == stays
    assert "more than 30 days ago" in told


def test_help_of_an_activity_is_taken_back_there(signed_in, worker, family):
    given = ServiceReceivedFactory(family=family, activity=ActivityFactory(added_by=worker))

    signed_in(worker).post(reverse("families:help-take-back", args=[family.pk, given.pk]))

    assert ServiceReceived.objects.get() == given


def test_a_year_by_hand_needs_its_reason(signed_in, worker, family, center):
    year = center.program.years.get()
    family.enrollments.all().delete()
    typed = {"what": "Diapers", "category": CategoryFactory().pk, "received_on": str(timezone.localdate()),
             "source": "program", "program_year": year.pk}  # fmt: skip
    url, client = reverse("families:service-add", args=[family.pk]), signed_in(worker)

    refused = client.post(url, typed).content.decode()
    client.post(url, typed | {"counts_because": "Prepared the first day"})

    kept = ServiceReceived.objects.get()
    assert "Say why it counts in that year" in refused
    assert (kept.program_year, list(ServiceReceived.objects.counting_in(year))) == (year, [kept])


def test_said_better_it_counts_on_its_new_day(signed_in, worker, family):
    service = ServiceReceivedFactory(family=family, recorded_by=worker)
    before = timezone.localdate() - timedelta(days=30)
    typed = {"what": "A bed", "category": service.category_id, "received_on": str(before), "source": "family"}

    signed_in(worker).post(reverse("families:help-edit", args=[family.pk, service.pk]), typed)

    service.refresh_from_db()
    assert (service.what, service.received_on, service.program_year) == ("A bed", before, None)


def test_nobody_else_writes_help_down(signed_in, family, outsider, teammate, manager):
    url = reverse("families:help", args=[family.pk])

    assert [signed_in(who).get(url).status_code for who in (outsider, teammate, manager)] == [404, 403, 403]
