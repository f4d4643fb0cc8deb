"""Needs, what matters now, and help received: three facts that stay three."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.models import AuditEvent
from families.models import Need, ReviewerAccess, ServiceReceived
from tests.agency.factories import CategoryFactory, UserFactory
from tests.families.factories import AnswerFactory, NeedFactory, ServiceReceivedFactory


def typed(**more):
    return {
        "what": "Getting to work",
        "category": CategoryFactory().pk,
        "urgency": "2",
        "intensity": "2",
        "interest": "now",
        "opened_on": str(timezone.localdate()),
    } | more


def test_a_need_is_kept_as_it_was_said(signed_in, worker, family):
    signed_in(worker).post(reverse("families:need-add", args=[family.pk]), typed())

    need = Need.objects.get()
    assert (need.what, need.family, need.added_by, need.is_urgent) == ("Getting to work", family, worker, False)


def test_a_need_without_a_kind_keeps_the_words(signed_in, worker, family):
    page = signed_in(worker).post(reverse("families:need-add", args=[family.pk]), typed(category=""))

    assert ('value="Getting to work"' in page.content.decode(), Need.objects.count()) == (True, 0)


def test_a_need_that_becomes_urgent_starts_its_clock_anew(signed_in, worker, family):
    long_ago = timezone.now() - timedelta(days=30)
    need = NeedFactory(family=family, opened_at=long_ago, first_step_at=long_ago)

    signed_in(worker).post(reverse("families:need-edit", args=[need.pk]), typed(urgency="3", version=need.version))

    need.refresh_from_db()
    assert (need.opened_at > long_ago, need.first_step_at) == (True, None)


def test_the_second_of_two_who_change_a_need_sees_both(signed_in, worker, family):
    need = NeedFactory(family=family)
    client, url = signed_in(worker), reverse("families:need-edit", args=[need.pk])
    client.post(url, typed(what="A car seat", version=need.version))

    conflict = client.post(url, typed(what="A ride", version=need.version))

    page = conflict.content.decode()
    assert (conflict.status_code, "A car seat" in page, "A ride" in page) == (409, True, True)


def test_the_first_step_stops_the_clock_once(signed_in, worker, family):
    need = NeedFactory(family=family, urgency=3)
    client, url = signed_in(worker), reverse("families:need-first-step", args=[need.pk])
    client.post(url)
    need.refresh_from_db()
    first = need.first_step_at

    client.post(url)

    need.refresh_from_db()
    assert (need.first_step_at, AuditEvent.objects.filter(event="need_first_step").count()) == (first, 1)


def test_a_need_closes_with_an_end(signed_in, worker, family):
    need = NeedFactory(family=family)
    today = timezone.localdate()

    signed_in(worker).post(
        reverse("families:need-close", args=[need.pk]),
        {"closing": "met", "closed_through": "family", "closed_on": str(today), "version": need.version},
    )

    need.refresh_from_db()
    assert (need.closed_on, need.closing, need.closed_through) == (today, "met", "family")


def test_a_need_met_by_help_on_record_names_it(signed_in, worker, family):
    need = NeedFactory(family=family)
    help_received = ServiceReceivedFactory(family=family, recorded_by=worker)

    signed_in(worker).post(
        reverse("families:need-close", args=[need.pk]),
        {"closing": "met", "closed_with": help_received.pk, "closed_on": str(timezone.localdate()), "version": 0},
    )

    need.refresh_from_db()
    assert (need.closed_through, need.closed_with) == ("service", help_received)


def test_what_is_no_longer_wanted_was_ended_by_nothing(signed_in, worker, family):
    need = NeedFactory(family=family)

    signed_in(worker).post(
        reverse("families:need-close", args=[need.pk]),
        {"closing": "changed", "closed_through": "goal", "closed_on": str(timezone.localdate()), "version": 0},
    )

    need.refresh_from_db()
    assert (need.closing, need.closed_through) == ("changed", "")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"closing": ""}, "This field is required."),
        ({"closed_through": ""}, "Say what made the difference."),
        ({"closed_on": str(timezone.localdate() - timedelta(days=3))}, "This is before the day they told us about it."),
        ({"closed_on": str(timezone.localdate() + timedelta(days=3))}, "This day has not come yet."),
    ],
)
def test_an_end_that_cannot_be_gets_a_sentence(signed_in, worker, family, wrong, sentence):
    need = NeedFactory(family=family)
    end = {"closing": "met", "closed_through": "goal", "closed_on": str(timezone.localdate()), "version": need.version}

    page = signed_in(worker).post(reverse("families:need-close", args=[need.pk]), end | wrong).content.decode()

    need.refresh_from_db()
    assert (sentence in page, need.is_open) == (True, True)


def test_a_need_can_be_opened_again(signed_in, worker, family):
    need = NeedFactory(family=family, closed_on=timezone.localdate(), closing="met", closed_through="goal")

    signed_in(worker).post(reverse("families:need-open", args=[need.pk]))

    need.refresh_from_db()
    assert (need.is_open, need.closed_through, need.reopened_on) == (True, "", timezone.localdate())


# ---- the list ----


@pytest.fixture
def listed(signed_in, worker, family):
    """Needs of every sort, and `listed(query)` for what the page shows."""
    NeedFactory(family=family, what="Soon, deep", urgency=2, intensity=3)
    NeedFactory(family=family, what="Today, light", urgency=3, intensity=1)
    NeedFactory(family=family, what="Today, deep", urgency=3, intensity=3, interest="later")
    NeedFactory(family=family, what="Not asked for", urgency=1, intensity=1, interest="no")
    NeedFactory(family=family, what="Done", closed_on=timezone.localdate(), closing="met", closed_through="circle")
    url = reverse("families:needs", args=[family.pk])
    return lambda query="": [need.what for need in signed_in(worker).get(url + query).context["needs"]]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Today, deep", "Soon, deep", "Today, light", "Not asked for"]),
        ("?show=urgent", ["Today, deep", "Today, light"]),
        ("?show=later", ["Today, deep"]),
        ("?show=no", ["Not asked for"]),
        ("?show=closed", ["Done"]),
        ("?show=nonsense&kind=x", ["Today, deep", "Soon, deep", "Today, light", "Not asked for"]),
    ],
)
def test_needs_are_listed_the_pressing_ones_first(listed, query, shown):
    assert listed(query) == shown


def test_needs_of_one_kind(listed):
    rides = Need.objects.get(what="Today, light").category_id

    assert listed(f"?kind={rides}") == ["Today, light"]


def test_a_restricted_need_is_on_the_list_of_those_who_may_read_it(signed_in, worker, family):
    NeedFactory(family=family, category=CategoryFactory(is_restricted=True), what="Somebody to be safe from")
    reviewer = UserFactory(role="monitor", grant__ends_on=timezone.localdate())
    ReviewerAccess.objects.create(user=reviewer, family=family, ends_on=timezone.localdate())
    url = reverse("families:needs", args=[family.pk])

    seen = [signed_in(person).get(url).context["any"] for person in (worker, reviewer)]

    assert seen == [True, False]


# ---- what matters to us now ----


@pytest.fixture
def three(family):
    return [NeedFactory(family=family, what=what, interest="now") for what in ("Rides", "English", "Shoes")]


def order(client, family):
    return [need.what for need in client.get(reverse("families:priorities", args=[family.pk])).context["now"]]


def test_the_family_puts_its_needs_in_order(signed_in, worker, family, three):
    client = signed_in(worker)

    answer = client.post(reverse("families:priority", args=[three[2].pk]), {"go": "up", "lang": "es"})
    client.post(reverse("families:priority", args=[three[0].pk]), {"go": "down"})

    assert order(client, family) == ["Shoes", "Rides", "English"]
    assert answer.url == f"{reverse('families:priorities', args=[family.pk])}?lang=es#need-{three[2].pk}"


def test_beyond_the_end_nothing_moves(signed_in, worker, family, three):
    client = signed_in(worker)

    client.post(reverse("families:priority", args=[three[0].pk]), {"go": "up"})

    assert order(client, family) == ["Rides", "English", "Shoes"]


def test_a_matter_can_wait_for_later(signed_in, worker, family, three):
    client = signed_in(worker)

    client.post(reverse("families:priority", args=[three[0].pk]), {"go": "later"})

    page = client.get(reverse("families:priorities", args=[family.pk])).context
    assert [[need.what for need in page[name]] for name in ("now", "later")] == [["English", "Shoes"], ["Rides"]]


def test_what_comes_from_an_answer_is_printed_in_the_language_of_the_paper(signed_in, worker, family):
    words = {"en": "We have no way to get around", "es": "No tenemos cómo movernos"}
    answer = AnswerFactory(assessment__family=family, item__anchors={"1": words}, level=1)
    NeedFactory(family=family, what=words["en"], answer=answer)
    NeedFactory(family=family, what="A stroller")

    page = signed_in(worker).get(reverse("families:priorities", args=[family.pk]), {"lang": "es"}).content.decode()

    assert [word in page for word in (words["es"], words["en"], "A stroller")] == [True, False, True]


def test_the_paper_can_be_large_and_shows_no_private_field(signed_in, worker, family):
    NeedFactory(family=family, what="Rides", urgency=3, intensity=3)

    page = signed_in(worker).get(reverse("families:priorities", args=[family.pk]), {"large": "1"}).content.decode()

    jargon = ["today</", "a lot of support", "Urgent", "Intensity", "level"]
    assert ("paper-large" in page, [word for word in jargon if word in page]) == (True, [])


def test_only_who_may_edit_moves_a_need(signed_in, outsider, manager, three):
    url = reverse("families:priority", args=[three[1].pk])

    assert signed_in(outsider).post(url, {"go": "up"}).status_code == 404


def test_what_matters_is_printed_without_names_and_without_restricted_matters(signed_in, worker, family):
    NeedFactory(family=family, what="A ride to work", interest="now")
    NeedFactory(family=family, what="English classes", interest="later")
    NeedFactory(family=family, what="Not asked for", interest="no")
    NeedFactory(family=family, what="Somebody to be safe from", category=CategoryFactory(is_restricted=True))

    page = signed_in(worker).get(reverse("families:priorities", args=[family.pk])).content.decode()

    words = ["A ride to work", "English classes", "Not asked for", "Somebody to be safe from", family.name]
    assert [word in page for word in words] == [True, True, False, False, False]


@pytest.mark.parametrize(("asked", "spoken"), [("es", "es"), ("en", "en"), ("xx", "en")])
def test_what_matters_is_printed_in_two_languages(signed_in, worker, family, asked, spoken):
    answer = signed_in(worker).get(reverse("families:priorities", args=[family.pk]), {"lang": asked})

    assert answer.headers["Content-Language"] == spoken


# ---- help received ----


def received(**more):
    return {
        "what": "A box of food",
        "category": CategoryFactory().pk,
        "received_on": str(timezone.localdate()),
        "source": "program",
    } | more


def test_help_counts_in_the_program_year_of_its_day(signed_in, worker, family, center):
    mother = family.members.get(first_name="Elena")

    signed_in(worker).post(reverse("families:service-add", args=[family.pk]), received(participants=[mother.pk]))

    help_received = ServiceReceived.objects.get()
    assert (help_received.program_year, help_received.recorded_by, list(help_received.participants.all())) == (
        center.program.years.get(),
        worker,
        [mother],
    )


@pytest.mark.parametrize("wrong", [{"received_on": "2999-01-01"}, {"source": "referral"}, {"what": ""}])
def test_help_that_cannot_be_is_refused(signed_in, worker, family, wrong):
    signed_in(worker).post(reverse("families:service-add", args=[family.pk]), received(**wrong))

    assert ServiceReceived.objects.count() == 0


def test_help_is_never_for_another_familys_need(signed_in, worker, family):
    stranger = NeedFactory()

    signed_in(worker).post(reverse("families:service-add", args=[family.pk]), received(need=stranger.pk))

    assert ServiceReceived.objects.count() == 0
