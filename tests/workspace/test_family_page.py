"""The family page and its timeline: what each role reads there, what it costs, what the looking leaves behind."""

import pytest
from django.urls import reverse

from agency.access import Permission, Role
from agency.models import AccessEvent
from families.models import Household
from tests.agency.factories import CategoryFactory, CenterFactory, RoleGrantFactory, UserFactory
from tests.families.factories import AssignmentFactory, ContactPointFactory, NeedFactory
from tests.goals.factories import CelebrationFactory, GoalFactory, NoteFactory
from tests.workspace.counting import statements
from tests.workspace.factories import ago, tell_a_year

MOST_STATEMENTS = 25
LARGEST = 200_000

pytestmark = pytest.mark.usefixtures("agency", "clocks")


def page(client, family):
    return client.get(family.get_absolute_url()).content.decode()


@pytest.mark.parametrize("who", ["worker", "supervisor", "teammate", "reviewer"])
def test_the_page_asks_the_same_few_statements_however_much_has_happened(request, signed_in, family, worker, who):
    client = signed_in(request.getfixturevalue(who))
    tell_a_year(family, worker)
    with_one_row = statements(client, family.get_absolute_url())
    tell_a_year(family, worker, times=9)

    with_ten_rows = statements(client, family.get_absolute_url())

    assert with_one_row == with_ten_rows <= MOST_STATEMENTS


def test_the_page_stays_small_however_much_has_happened(signed_in, worker, family):
    tell_a_year(family, worker, times=30)

    response = signed_in(worker).get(family.get_absolute_url())

    assert len(response.content) < LARGEST


def test_opening_the_page_leaves_one_line_in_the_log(signed_in, worker, family):
    page(signed_in(worker), family)

    assert list(AccessEvent.objects.values_list("by", "page", "family_ids")) == [
        (worker.pk, "workspace:family", [family.pk])
    ]


@pytest.mark.parametrize("name", ["workspace:family", "workspace:timeline"])
def test_a_stranger_cannot_tell_the_family_exists(signed_in, outsider, family, name):
    response = signed_in(outsider).get(reverse(name, args=[family.pk]))

    assert (response.status_code, AccessEvent.objects.count()) == (404, 0)


@pytest.mark.parametrize("name", ["workspace:family", "workspace:timeline"])
def test_a_manager_is_asked_why_first(signed_in, manager, family, name):
    response = signed_in(manager).get(reverse(name, args=[family.pk]))

    assert response.url.startswith(reverse("families:reason", args=[family.pk]))


def test_the_tab_of_the_browser_does_not_name_the_family(signed_in, worker, family):
    title = page(signed_in(worker), family).partition("<title>")[2].partition("</title>")[0]

    assert family.name not in title


def test_the_worker_may_do_everything_from_here(signed_in, worker, family):
    response = signed_in(worker).get(family.get_absolute_url())

    assert [act["url"] for act in response.context["acts"]] == [
        reverse("goals:note-add", args=[family.pk]),
        reverse("goals:goal-add", args=[family.pk]),
        reverse("families:assess", args=[family.pk]),
        reverse("goals:celebrate", args=[family.pk]),
        reverse("goals:copy", args=[family.pk]),
    ]


@pytest.mark.parametrize("who", ["worker", "supervisor", "teammate", "reviewer"])
def test_no_link_of_the_page_leads_to_a_refusal(request, signed_in, family, worker, who):
    """An act a role may not do is not offered to it."""
    tell_a_year(family, worker)
    client = signed_in(request.getfixturevalue(who))
    context = client.get(family.get_absolute_url()).context
    links = {act["url"] for act in context["acts"]} | set(context["links"].values())
    links |= {step["url"] for line in context["lines"] for step in line["steps"] if step.get("url")}
    links |= {row["act_url"] for row in context["next"] if "act_url" in row}
    links |= {event["url"] for event in context["events"] if event["url"]}

    refused = [url for url in sorted(links) if url.startswith("/") and client.get(url).status_code not in (200, 302)]

    assert refused == []


def test_who_only_reads_sees_what_waits_and_is_led_to_no_form_of_it(signed_in, reviewer, worker, family):
    CelebrationFactory(family=family)
    family.enrollments.update(entered_on=ago(60))

    shown = {who: signed_in(who).get(family.get_absolute_url()).context for who in (worker, reviewer)}

    acts = {who: [row.get("act_url", "") for row in context["next"]] for who, context in shown.items()}
    assert (any(acts[worker]), any(acts[reviewer]), len(shown[reviewer]["next"]) > 0) == (True, False, True)
    assert ["url" in context["cheers"][0] for context in shown.values()] == [True, False]


def test_a_teammate_reads_the_goals_and_notes_shared_with_the_team_only(signed_in, teammate, family, worker):
    GoalFactory(family=family, statement="Shared goal", is_shared_with_team=True)
    GoalFactory(family=family, statement="Private goal")
    NeedFactory(family=family, what="A need of theirs")
    for visibility in ("general", "team", "restricted"):
        NoteFactory(family=family, text=f"A {visibility} note", visibility=visibility)

    text = page(signed_in(teammate), family)

    words = ["Shared goal", "Private goal", "A need of theirs", "A general note", "A team note", "Restricted note"]
    assert [word for word in words if word in text] == ["Shared goal", "A team note"]


def test_a_teammate_is_not_promised_the_needs_they_do_not_see(signed_in, teammate, worker, family):
    heading = '<h2 id="f-line">{}</h2>'

    seen = {who: signed_in(who).get(family.get_absolute_url()).content.decode() for who in (teammate, worker)}

    assert heading.format("Goals shared with the team") in seen[teammate]
    assert heading.format("From need to help received") in seen[worker]


def test_a_reviewer_reads_general_notes_and_nothing_restricted(signed_in, reviewer, family):
    NeedFactory(family=family, what="Sad days", category=CategoryFactory(is_restricted=True))
    NeedFactory(family=family, what="The rent")
    for visibility in ("general", "team", "restricted"):
        NoteFactory(family=family, text=f"A {visibility} note", visibility=visibility)

    text = page(signed_in(reviewer), family)

    words = ["Sad days", "The rent", "A general note", "A team note", "Restricted note"]
    assert [word for word in words if word in text] == ["The rent", "A general note"]


def test_the_text_of_a_restricted_note_is_not_on_the_page(signed_in, worker, family):
    NoteFactory(family=family, text="He came back drunk", visibility="restricted")

    text = page(signed_in(worker), family)

    assert ("Restricted note" in text, "drunk" in text) == (True, False)


def test_a_restricted_need_carries_its_lock(signed_in, worker, family):
    NeedFactory(family=family, what="Sad days", category=CategoryFactory(is_restricted=True))

    line = signed_in(worker).get(family.get_absolute_url()).context["lines"][0]

    assert line["steps"][0]["chip"] == "Restricted"


def test_how_to_reach_them_safely_stands_on_the_page(signed_in, worker, family):
    mother = family.members.get(first_name="Elena")
    mother.reach_by, mother.reach_note = "text", "not on Sundays"
    mother.save()
    family.members.create(first_name="Rafael", role="parent", do_not_contact=True)
    Household.objects.create(family=family, address_1="1 Orchard Lane", is_hidden=True)

    response = signed_in(worker).get(family.get_absolute_url())

    assert response.context["rules"] == [
        "Text Elena. Not on Sundays.",
        "Do not contact Rafael.",
        "Their address is kept hidden. Do not write it down or say it to anybody; ask before you send mail.",
    ]
    assert "Orchard" not in response.content.decode()


def test_one_press_texts_the_main_contact_where_texts_are_fine(signed_in, worker, family):
    mother = family.members.get(first_name="Elena")
    ContactPointFactory(member=mother, digits="5305550142", may_text=True)

    response = signed_in(worker).get(family.get_absolute_url())

    assert response.context["quick"] == {"url": "sms:5305550142", "icon": "message", "text": "Text Elena"}


def test_nobody_is_offered_to_call_a_person_who_must_not_be_contacted(signed_in, worker, family):
    mother = family.members.get(first_name="Elena")
    mother.do_not_contact = True
    mother.save()
    ContactPointFactory(member=mother, digits="5305550142", may_text=True)

    response = signed_in(worker).get(family.get_absolute_url())

    assert response.context["quick"] is None


def test_whoever_covers_for_a_colleague_stands_in_the_team_with_the_last_day(signed_in, worker, family):
    AssignmentFactory(family=family, worker=UserFactory(), kind="cover", ends_on=ago(-1))

    page = signed_in(worker).get(reverse("workspace:family", args=[family.pk])).content.decode()

    assert "Covers until tomorrow" in page


def test_a_need_can_be_followed_to_the_help_that_came(signed_in, worker, family):
    tell_a_year(family, worker)

    line = signed_in(worker).get(family.get_absolute_url()).context["lines"][0]

    assert [(step["kind"], step["what"]) for step in line["steps"]] == [
        ("What is hard", "Phone and internet bill 0"),
        ("Goal", str(family.goals.get())),
        ("Referral", "Carpentry apprenticeship"),
        ("Help received", "A box of food"),
    ]


def test_a_need_they_do_not_want_to_work_on_ends_there_by_their_choice(signed_in, worker, family):
    NeedFactory(family=family, interest="no")

    line = signed_in(worker).get(family.get_absolute_url()).context["lines"][0]

    assert [step["what"] for step in line["steps"]][1:] == ["None, by their choice"]


def test_the_story_stands_newest_first_and_goes_on_page_by_page(signed_in, worker, family):
    family.enrollments.all().delete()
    family.assignments.update(starts_on=ago(400))
    for days in range(60):
        NoteFactory(family=family, happened_on=ago(days), text=f"Day {days}.", written_by=worker)
    url = reverse("workspace:timeline", args=[family.pk])
    client = signed_in(worker)

    first, second = client.get(url).context, client.get(url, {"page": 2}).context

    assert [event["text"] for event in first["events"]] == [f"Day {days}." for days in range(50)]
    assert [event["text"] for event in second["events"]][:10] == [f"Day {days}." for days in range(50, 60)]
    assert (first["has_more"], second["has_more"]) == (True, False)


@pytest.mark.parametrize("number", ["0", "-3", "x", "99999999999999999999"])
def test_a_page_number_nobody_wrote_shows_a_page(signed_in, worker, family, number):
    response = signed_in(worker).get(reverse("workspace:timeline", args=[family.pk]), {"page": number})

    assert response.status_code == 200


def test_each_role_of_a_person_counts_only_where_it_opens_the_family(signed_in, teammate, family):
    """A teammate who also keeps accounts and leads another center is still a teammate here."""
    RoleGrantFactory(user=teammate, role=Role.ADMINISTRATOR)
    RoleGrantFactory(user=teammate, role=Role.SUPERVISOR, center=CenterFactory())

    response = signed_in(teammate).get(family.get_absolute_url())

    assert [act["url"] for act in response.context["acts"]] == [reverse("goals:note-add", args=[family.pk])]


def test_a_supervisor_who_also_serves_the_family_may_do_both(signed_in, worker, family):
    RoleGrantFactory(user=worker, role=Role.SUPERVISOR, center=family.center)

    may = signed_in(worker).get(family.get_absolute_url()).context["may"]

    assert {Permission.NOTE_EDIT, Permission.FAMILY_ASSIGN} <= may
