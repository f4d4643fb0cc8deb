"""The agenda by days, and the feed a calendar reads: initials only, revocable, plain 404 for who guesses."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from goals.actions import calendar as actions
from goals.models import CalendarFeed
from tests.families.factories import AssignmentFactory, FamilyFactory
from tests.goals.factories import MeetingFactory, NoteFactory, ReviewFactory, TeammateFactory
from tests.workspace.counting import statements
from workspace import ics
from workspace.agenda import initials

TODAY = timezone.localdate
PAGE = "workspace:agenda"


def read(written):
    """The entries of a calendar, as a program reads it."""
    return Calendar.from_ical(written).walk("VEVENT")


def test_whatever_the_words_they_come_back_and_no_line_is_too_long():
    title = "Reyes; Núñez, \\ and\nmore " + "ñ" * 90
    entry = {"uid": "one", "on": date(2026, 12, 31), "title": title, "url": "https://example.org/"}

    written = ics.calendar("Agenda; ours", [entry], datetime(2026, 12, 1, tzinfo=UTC))

    [event] = read(written)
    assert (str(event["summary"]), str(event["url"])) == (title, "https://example.org/")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert rb"X-WR-CALNAME:Agenda\; ours" in written
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert written.count(b"\n") == written.count(b"\r\n")


def test_what_has_an_hour_takes_an_hour_of_its_day():
    entry = {"uid": "one", "on": date(2026, 12, 31), "at": time(15, 30), "title": "An appointment: R.", "url": ""}

    [event] = read(ics.calendar("Agenda", [entry], datetime(2026, 12, 1, tzinfo=UTC)))

    begins = timezone.make_aware(datetime(2026, 12, 31, 15, 30))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (begins, begins + timedelta(hours=1))


@pytest.mark.parametrize(
    ("name", "said"),
    [("Alvarez", "A."), ("de la Cruz", "D.L.C."), ("Ñandú", "Ñ."), ("", "a family"), ("(new)", "a family")],
)
def test_a_family_in_a_calendar_is_its_initials(name, said, db):
    assert initials(name) == said


@pytest.fixture
def busy(family, worker):
    """A next step today, a team meeting in two days, a review in five."""
    NoteFactory(family=family, next_step="Call about the crib", next_on=TODAY())
    MeetingFactory(family=family, next_on=TODAY() + timedelta(days=2))
    ReviewFactory(family=family, next_on=TODAY() + timedelta(days=5))
    return family


def test_the_agenda_lays_out_the_week(busy, worker, signed_in):
    page = signed_in(worker).get(reverse(PAGE)).context

    days = {(each["on"] - TODAY()).days: [row["what"] for row in each["rows"]] for each in page["days"] if each["rows"]}
    assert days == {
        0: ["Call about the crib"],
        2: ["The team meets."],
        5: ["You agreed to look at the goals together."],
    }


def test_the_agenda_is_of_ones_own_families(busy, outsider, supervisor, signed_in):
    assert [signed_in(one).get(reverse(PAGE)).context["count"] for one in (outsider, supervisor)] == [0, 0]


def test_a_teammate_sees_the_meetings_the_family_lets_them_know_of(busy, teammate, signed_in):
    member = TeammateFactory(family=busy, staff=teammate)
    MeetingFactory(family=busy, present=[member], next_on=TODAY() + timedelta(days=1))

    page = signed_in(teammate).get(reverse(PAGE)).context

    assert [row["what"] for each in page["days"] for row in each["rows"]] == ["The team meets."]


@pytest.mark.parametrize("view", ["", "?view=month"])
def test_the_agenda_asks_the_same_number_of_questions(view, family, worker, signed_in):
    def add_a_family():
        other = FamilyFactory(center=family.center)
        AssignmentFactory(family=other, worker=worker)
        NoteFactory(family=other, next_step="Call", next_on=TODAY())
        return statements(signed_in(worker), reverse(PAGE) + view)

    counts = [add_a_family() for _number in range(3)]

    assert counts[0] == counts[2] <= 25


# ---- the feed -----------------------------------------------------------------------------------------------------
def feed(token):
    return reverse("workspace:feed", args=[token])


def test_the_feed_holds_initials_and_no_name_and_no_word_of_a_note(busy, worker, client):
    answer = client.get(feed(actions.make(by=worker)))

    text, letter = answer.content.decode(), initials(busy.name)
    assert [(str(event["summary"]), (event.decoded("dtstart") - TODAY()).days) for event in read(answer.content)] == [
        (f"Next step: {letter}", 0),
        (f"Team meeting: {letter}", 2),
        (f"Review, as agreed: {letter}", 5),
    ]
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/calendar; charset=utf-8", "private, no-store")
    assert busy.name not in text
    assert "crib" not in text


def test_the_address_is_shown_once_kept_as_a_hash_and_stops_when_taken_back(family, worker, signed_in, client):
    here = signed_in(worker)
    here.post(reverse("workspace:calendar-address"))
    address = here.get(reverse(PAGE)).context["address"]
    again = here.get(reverse(PAGE)).context["address"]
    token = address.rpartition("/")[2].removesuffix(".ics")

    works = client.get(address).status_code
    here.post(reverse("workspace:calendar-address"), {"revoke": "1"})

    kept = CalendarFeed.objects.get()
    assert (works, again, kept.token_hash) == (200, "", actions.hash_of(token))
    assert token not in kept.token_hash
    assert client.get(address).status_code == 404


def test_a_new_address_ends_the_one_before(worker, client):
    first, second = actions.make(by=worker), actions.make(by=worker)

    assert [client.get(feed(token)).status_code for token in (first, second)] == [404, 200]


def test_guessing_leads_nowhere_and_after_a_while_nothing_is_looked_up(worker, client, django_assert_num_queries):
    cache.clear()
    guesses = {client.get(feed(f"guess{number}")).status_code for number in range(30)}

    with django_assert_num_queries(1):  # whether there is an agency at all, as for every page
        last = client.get(feed("guess")).status_code

    assert (guesses, last) == ({404}, 404)
    cache.clear()


def test_who_has_left_has_no_feed(worker, client):
    token = actions.make(by=worker)
    worker.is_active = False
    worker.save()

    assert client.get(feed(token)).status_code == 404
