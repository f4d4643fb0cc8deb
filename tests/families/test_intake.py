"""Intake: saved as one goes, resumable, polite about families known already."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency import drafts
from agency.models import AccessEvent, AuditEvent
from families.models import Assignment, ContactPoint, Enrollment, Family, FamilyMember, Household
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import FamilyFactory, HouseholdFactory, MemberFactory

START = reverse("families:intake")


def typed(center, **more):
    """A first step with a name, and nothing else that must be said."""
    return {"name": "Moua", "language": "hmn", "center": center.pk, "relationship": "unknown"} | more


def step(family, name):
    return reverse("families:intake-step", args=[family.pk, name])


def test_a_name_is_enough_to_begin(signed_in, worker, center):
    answer = signed_in(worker).post(START, typed(center))

    family = Family.objects.get()
    assert (answer.url, family.name, family.added_by) == (step(family, "adults"), "Moua", worker)


def test_a_worker_serves_the_family_they_added(signed_in, worker, center):
    signed_in(worker).post(START, typed(center))

    assert Family.objects.get().main_worker == worker


def test_a_supervisor_chooses_who_serves_it(signed_in, supervisor, worker, center):
    client = signed_in(supervisor)
    client.post(START, typed(center))
    family = Family.objects.get()
    nobody = family.main_worker

    client.post(step(family, "worker"), {"worker": worker.pk})

    assert (nobody, Family.objects.get().main_worker) == (None, worker)


def test_the_adult_we_met_is_the_first_of_the_adults(signed_in, worker, center):
    signed_in(worker).post(START, typed(center, first_name="Pa", phone="530 555 0142"))

    adult = FamilyMember.objects.get()
    point = ContactPoint.objects.get()
    assert (adult.is_main_contact, point.value, point.digits) == (True, "(530) 555-0142", "5305550142")


def test_adding_a_family_is_written_down_without_its_name(signed_in, worker, center):
    signed_in(worker).post(START, typed(center))

    event = AuditEvent.objects.get(event="family_added")
    assert (event.by, event.family_id, event.facts) == (worker, Family.objects.get().pk, {})


def test_what_is_wrong_keeps_every_word(signed_in, worker, center):
    page = signed_in(worker).post(START, typed(center, phone="12", also_speaks="Lao")).content.decode()

    assert 'value="Lao"' in page
    assert "This number is too short. Add the area code" in page
    assert Family.objects.count() == 0


def test_a_worker_adds_families_only_where_they_work(signed_in, worker):
    elsewhere = CenterFactory()

    signed_in(worker).post(START, typed(elsewhere))

    assert Family.objects.count() == 0


@pytest.mark.parametrize("who", ["manager", "administrator", "teammate"])
def test_who_records_no_families_is_refused(request, signed_in, who):
    assert signed_in(request.getfixturevalue(who)).get(START).status_code == 403


# ---- known already? ----


@pytest.fixture
def known(db):
    """The Moua family, known at another center."""
    family = FamilyFactory(name="Moua")
    MemberFactory(family=family, first_name="Pa", last_name="Moua")
    return family


def test_of_a_family_elsewhere_only_whom_to_ask_is_said(signed_in, worker, center, known):
    UserFactory(role="supervisor", center=known.center, first_name="Denise", last_name="Walker")

    page = signed_in(worker).post(START, typed(center, first_name="Pa")).content.decode()

    assert "A family like this may already be known at another center" in page
    assert "Ask Denise Walker before you go on" in page
    assert known.center.name not in page
    assert (Family.objects.count(), AccessEvent.objects.filter(by=worker).count()) == (1, 0)


def test_a_family_of_ones_own_is_shown_and_the_look_recorded(signed_in, worker, center, family):
    name = family.name

    page = signed_in(worker).post(START, typed(center, name=name, first_name="Elena")).content.decode()

    assert family.get_absolute_url() in page
    assert AccessEvent.objects.filter(by=worker, family_ids=[family.pk]).count() == 1


def test_having_asked_one_goes_on_and_is_not_asked_again(signed_in, worker, center, known):
    client = signed_in(worker)
    client.post(START, typed(center, first_name="Pa", known="no"))
    family = Family.objects.exclude(pk=known.pk).get()
    adult = {"adding": "1", "first_name": "Pa", "relationship": "aunt", "go": "next"}

    answer = client.post(step(family, "adults"), adult)

    assert answer.url == step(family, "home")


def test_a_child_known_elsewhere_is_noticed_when_it_is_added(signed_in, worker, family, known):
    MemberFactory(family=known, first_name="Kou", role="child", born_on=timezone.localdate() - timedelta(days=900))
    child = {"adding": "1", "first_name": "Kou", "relationship": "child", "option": "center", "go": "next"}
    born = {"born_on": str(timezone.localdate() - timedelta(days=900))}

    page = signed_in(worker).post(step(family, "children"), child | born).content.decode()

    assert "A family like this may already be known at another center" in page
    assert 'value="Kou"' in page


# ---- the other steps ----


def test_one_more_adult_can_be_added_without_scripts(signed_in, worker, family):
    adult = {"adding": "1", "first_name": "Rafael", "relationship": "father", "is_father_figure": "on", "go": "add"}

    answer = signed_in(worker).post(step(family, "adults"), adult)

    rafael = family.members.get(first_name="Rafael")
    assert (answer.url, rafael.is_father_figure) == (f"{step(family, 'adults')}?add=1", True)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("adults", {"first_name": "Rafael", "relationship": "father"}),
        ("children", {"first_name": "Amaya", "relationship": "child", "option": "center", "born_on": "2023-03-04"}),
    ],
)
def test_a_button_pressed_twice_adds_one_person(signed_in, worker, family, name, person):
    client = signed_in(worker)
    client.post(step(family, name), {"adding": "1", "go": "next"} | person)

    page = client.post(step(family, name), {"adding": "1", "go": "next"} | person).content.decode()

    assert ("is on record already" in page, family.members.filter(first_name=person["first_name"]).count()) == (True, 1)


def test_intake_sent_twice_makes_one_family(signed_in, worker, center):
    client = signed_in(worker)

    answers = [client.post(START, typed(center, first_name="Pa")) for _n in range(2)]

    assert ([answer.status_code for answer in answers], Family.objects.count()) == ([302, 200], 1)


def test_a_step_can_be_left_without_adding_anybody(signed_in, worker, family):
    empty = {"adding": "1", "relationship": "unknown", "go": "next"}

    answer = signed_in(worker).post(step(family, "adults"), empty)

    assert (answer.url, family.members.count()) == (step(family, "home"), 2)


def test_whom_we_talk_to_first_is_one_person(signed_in, worker, family):
    adult = {"adding": "1", "first_name": "Rafael", "relationship": "father", "is_main_contact": "on", "go": "next"}

    signed_in(worker).post(step(family, "adults"), adult)

    assert [member.first_name for member in family.members.filter(is_main_contact=True)] == ["Rafael"]


def test_everybody_lives_in_the_first_home(signed_in, worker, family):
    signed_in(worker).post(step(family, "home"), {"adding": "1", "city": "Chico", "state": "ca", "go": "next"})

    home = family.households.get()
    assert (home.state, home.members.count()) == ("CA", 2)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"city": "Chico", "state": "California"}, "at most 2 characters"),
        ({"city": "Chico", "state": "C1"}, "Write the two letters of the state, like CA."),
        ({"city": "Chico", "postal_code": "9592"}, "A ZIP code has five digits, like 95814, or nine."),
        ({"is_hidden": "on"}, "Write at least a street, a city or whose home this is."),
    ],
)
def test_a_wrong_home_gets_a_sentence(signed_in, worker, family, wrong, sentence):
    page = signed_in(worker).post(step(family, "home"), {"adding": "1", "go": "next"} | wrong).content.decode()

    assert sentence in page
    assert family.households.count() == 0


def child_typed(**more):
    child = {"adding": "1", "first_name": "Amaya", "relationship": "child", "option": "center", "go": "next"}
    return child | {name: str(value) for name, value in more.items()}


def test_a_child_starts_with_a_place(signed_in, worker, family, center):
    today = timezone.localdate()
    typed = child_typed(born_on=today - timedelta(days=800), center=center.pk, entered_on=today)

    signed_in(worker).post(step(family, "children"), typed)

    place = Enrollment.objects.get(member__first_name="Amaya")
    assert (place.program, place.center, place.entered_on) == (center.program, center, today)


TODAY = timezone.localdate()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"born_on": TODAY + timedelta(days=1)}, "This day has not come yet."),
        ({"born_on": "1950-01-01"}, "years old. Check the year."),
        ({"born_on": "yesterday"}, "Write a day, like 11/18/2026, or pick it from the calendar."),
        ({"entered_on": TODAY}, "At which center do they start?"),
        ({"center": "here"}, "On which day do they start?"),
        ({"center": "here", "entered_on": TODAY + timedelta(days=500)}, "This is more than a year from now."),
        (
            {"center": "here", "born_on": TODAY - timedelta(days=5), "entered_on": TODAY - timedelta(days=9)},
            "The first day cannot come before the child was born.",
        ),
    ],
)
def test_a_day_that_cannot_be_gets_a_sentence(signed_in, worker, family, center, wrong, sentence):
    wrong = {name: center.pk if value == "here" else value for name, value in wrong.items()}

    page = signed_in(worker).post(step(family, "children"), child_typed(**wrong)).content.decode()

    assert sentence in page
    assert 'value="Amaya"' in page
    assert family.members.count() == 2


def test_a_pregnant_woman_has_a_place_of_her_own(signed_in, worker, family, center):
    mother = family.members.get(first_name="Elena")
    place = {"center": center.pk, "option": "pregnancy", "entered_on": str(timezone.localdate())}

    signed_in(worker).post(reverse("families:place-add", args=[family.pk, mother.pk]), place)

    mother.refresh_from_db()
    assert (mother.is_expecting, mother.enrollments.get().option) == (True, "pregnancy")


def test_nobody_has_two_places_in_one_program(signed_in, worker, family, center):
    child = family.members.get(first_name="Angel")
    place = {"center": center.pk, "option": "center", "entered_on": str(timezone.localdate())}

    page = signed_in(worker).post(reverse("families:place-add", args=[family.pk, child.pk]), place)

    assert "This person has a place in this program already." in page.content.decode()


def test_words_of_a_step_left_halfway_are_there_again(signed_in, worker, family):
    drafts.keep(worker, f"intake:{family.pk}:adults", {"first_name": ["Rafael"], "relationship": ["father"]})

    page = signed_in(worker).get(step(family, "adults")).content.decode()

    assert 'value="Rafael"' in page


def test_a_hidden_address_is_not_on_the_page(signed_in, worker, family):
    HouseholdFactory(family=family, address_1="12 Juniper Street", is_hidden=True)

    page = signed_in(worker).get(step(family, "home")).content.decode()

    assert ("12 Juniper Street" in page, "Address hidden" in page) == (False, True)


def test_the_last_step_ends_on_the_page_of_the_family(signed_in, worker, family):
    answer = signed_in(worker).post(step(family, "worker"), {"go": "next"})

    assert (answer.url, Assignment.objects.filter(family=family, kind="primary").count()) == (
        family.get_absolute_url(),
        1,
    )


# ---- left open, taken up again ----


def test_an_intake_left_open_goes_on_where_it_was_left(signed_in, worker, center):
    client = signed_in(worker)
    client.post(START, typed(center, first_name="Pa"))
    family = Family.objects.get()
    client.post(step(family, "adults"), {"go": "next"})

    page = client.get(reverse("families:intakes")).content.decode()

    assert (step(family, "home") in page, family.name in page) == (True, True)
    client.post(step(family, "worker"), {"go": "next"})
    assert client.get(reverse("families:intakes")).context["intakes"] == []


def test_a_strangers_intake_is_not_on_the_list(signed_in, worker, outsider, center):
    signed_in(worker).post(START, typed(center))

    assert signed_in(outsider).get(reverse("families:intakes")).context["intakes"] == []


def test_a_child_and_a_street_of_the_first_page_are_kept(signed_in, worker, center):
    first = {"first_name": "Pa", "child_first_name": "Mai", "child_born_on": "2023-03-04", "address_1": "1 Oak Street"}

    signed_in(worker).post(START, typed(center, **first, city="Chico", is_hidden="on"))

    family = Family.objects.get()
    home = family.households.get()
    assert [str(child.born_on) for child in family.children()] == ["2023-03-04"]
    assert (home.address_1, home.is_hidden, home.members.count()) == ("1 Oak Street", True, 2)


def test_a_new_familys_people_are_written_once_at_the_home_they_have(signed_in, worker, center):
    client = signed_in(worker)
    first = {"first_name": "Pa", "phone": "530 555 0142", "child_first_name": "Mai", "address_1": "1 Oak Street"}

    with CaptureQueriesContext(connection) as asked:
        client.post(START, typed(center, **first, known="no"))

    about_them = [query["sql"] for query in asked if '"families_familymember" ' in query["sql"]]
    written = [[word for word in ("INSERT INTO", "UPDATE", "DELETE") if word in sql] for sql in about_them]
    assert [words for words in written if words] == [["INSERT INTO"], ["INSERT INTO"]]
    assert Household.objects.get().members.count() == 2


@pytest.mark.parametrize("is_hidden", [False, True])
def test_a_street_known_already_is_noticed_unless_it_is_hidden(signed_in, worker, center, known, is_hidden):
    HouseholdFactory(family=known, address_1="114 Orchard Road", city="Chico", is_hidden=is_hidden)

    page = signed_in(worker).post(START, typed(center, name="Vang", address_1="114 Orchard Rd", city="chico"))

    asked = b"may already be known at another center" in page.content
    assert asked is not is_hidden
