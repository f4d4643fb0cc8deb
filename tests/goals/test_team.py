"""The team: the family decides who is on it and what each may see; rhythm, meetings, what was taken on."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from agency.due import Clocks
from families.models import Assignment
from goals import due
from goals.models import CheckInRhythm, Goal, ProgressNote, TeamAction, TeamMeeting, TeamMember
from tests.agency.factories import DeadlineFactory, UserFactory
from tests.families.factories import MemberFactory
from tests.goals.factories import (
    ActionFactory,
    GoalFactory,
    MeetingFactory,
    NoteFactory,
    RhythmFactory,
    TeammateFactory,
)

TODAY = timezone.localdate


def address(name, *args):
    return reverse(f"goals:{name}", args=[getattr(arg, "pk", arg) for arg in args])


def joined(**more):
    said = {"kind": "teacher", "sees_goals": "team", "sees_notes": "on", "sees_dates": "on", "agreed_on": str(TODAY())}
    return said | more


@pytest.fixture
def teacher(center, agency):
    """A teacher at the center who is on no team yet."""
    return UserFactory(role=Role.TEAMMATE, center=center)


# ---- who may see what ---------------------------------------------------------------------------------------------
def test_a_teammate_sees_the_goals_and_notes_the_family_chose_and_no_others(family, worker, teammate):
    shared, chosen, other = (GoalFactory(family=family, is_shared_with_team=number == 0) for number in range(3))
    note = NoteFactory(family=family, visibility="team")
    own = NoteFactory(family=family, visibility="team", written_by=teammate)

    def sees():
        notes = ProgressNote.objects.visible_to(teammate).order_by("pk")
        return list(Goal.objects.visible_to(teammate).order_by("pk")), list(notes)

    without_a_row = sees()
    member = TeammateFactory(family=family, staff=teammate, goals=[chosen])
    with_the_teams = sees()
    TeamMember.objects.filter(pk=member.pk).update(only_chosen_goals=True, sees_notes=False)
    one_by_one = sees()
    TeamMember.objects.filter(pk=member.pk).update(ended_on=TODAY())
    ended = sees()

    assert without_a_row == ([shared], [note, own])
    assert with_the_teams == ([shared, chosen], [note, own])
    assert one_by_one == ([chosen], [own])
    assert ended == without_a_row
    assert list(Goal.objects.visible_to(worker).order_by("pk")) == [shared, chosen, other]


def test_one_familys_choice_says_nothing_about_another(family, teammate):
    TeammateFactory(family=family, staff=teammate, only_chosen_goals=True)
    elsewhere = GoalFactory(is_shared_with_team=True)
    Assignment.objects.create(family=elsewhere.family, worker=teammate, kind="team")
    GoalFactory(family=family, is_shared_with_team=True)

    assert list(Goal.objects.visible_to(teammate)) == [elsewhere]


def test_the_team_page_shows_a_teammate_their_own_part_and_a_stranger_nothing(
    family, worker, supervisor, teammate, outsider, signed_in
):
    mine = TeammateFactory(family=family, staff=teammate)
    aunt = TeammateFactory(family=family)
    there = MeetingFactory(family=family, present=[mine])
    without = MeetingFactory(family=family, held_on=TODAY() - timedelta(days=3))
    own = ActionFactory(meeting=there, member=mine)
    theirs = ActionFactory(meeting=without)

    seen = {}
    for person in (worker, supervisor, teammate):
        page = signed_in(person).get(address("team", family)).context
        seen[person] = (list(page["members"]), list(page["meetings"]), page["open_actions"])

    everything = ([mine, aunt], [there, without], [own, theirs])
    assert seen == {worker: everything, supervisor: everything, teammate: ([mine], [there], [own])}
    assert signed_in(outsider).get(address("team", family)).status_code == 404


# ---- joining and leaving ------------------------------------------------------------------------------------------
def test_a_colleague_who_joins_opens_the_family_and_who_leaves_no_longer_does(family, worker, teacher, signed_in):
    goal = GoalFactory(family=family)
    client = signed_in(worker)

    client.post(address("team-add", family), joined(staff=teacher.pk, sees_goals="chosen", goals=[goal.pk]))
    member = TeamMember.objects.get()
    during = list(Goal.objects.visible_to(teacher))
    client.post(address("team-end", member))
    teacher.families_known = None

    member.refresh_from_db()
    assert (member.staff, member.only_chosen_goals, member.added_by, member.ended_on) == (
        teacher,
        True,
        worker,
        TODAY(),
    )
    assert (during, list(Goal.objects.visible_to(teacher))) == ([goal], [])


def test_somebody_from_outside_is_named_and_a_new_main_contact_takes_over(family, worker, teacher, signed_in):
    client = signed_in(worker)

    client.post(address("team-add", family), joined(name="Aunt Rosa", kind="relative", is_main_contact="on"))
    client.post(address("team-add", family), joined(staff=teacher.pk, is_main_contact="on"))

    rows = TeamMember.objects.order_by("pk").values_list("name", "staff", "is_main_contact")
    assert list(rows) == [("Aunt Rosa", None, False), ("", teacher.pk, True)]


def test_the_database_keeps_to_one_main_contact(family):
    TeammateFactory(family=family, is_main_contact=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        TeammateFactory(family=family, is_main_contact=True)


@pytest.mark.parametrize("both", [True, False])
def test_a_colleague_or_a_name_never_both_and_never_neither(both, family, worker, teacher, signed_in):
    said = {"staff": teacher.pk, "name": "Aunt Rosa"} if both else {}

    response = signed_in(worker).post(address("team-add", family), joined(**said))

    sentence = "Choose a colleague, or write the name of somebody from outside: one of the two."
    assert response.context["form"].errors == {"name": [sentence]}
    assert not TeamMember.objects.exists()


def test_who_only_works_elsewhere_cannot_be_put_on_the_team(family, worker, outsider, signed_in):
    response = signed_in(worker).post(address("team-add", family), joined(staff=outsider.pk))

    assert "staff" in response.context["form"].errors


def test_a_teammate_changes_nobodys_choice(family, teammate, signed_in):
    mine = TeammateFactory(family=family, staff=teammate)

    answers = [
        signed_in(teammate).get(address(*way)).status_code for way in (("team-member", mine), ("team-add", family))
    ]

    assert answers == [403, 403]


# ---- rhythm -------------------------------------------------------------------------------------------------------
def test_the_agreed_rhythm_takes_the_place_of_the_clock(family, worker, signed_in):
    family.enrollments.update(entered_on=TODAY() - timedelta(days=60))
    DeadlineFactory(code="check_in", starts_from="last_contact", length=30, warn_before=5)
    NoteFactory(family=family, happened_on=TODAY() - timedelta(days=8))

    def check_in():
        return [item.due_on for item in due.items([family.pk], worker, Clocks()) if item.kind == "check_in"]

    before = check_in()
    signed_in(worker).post(address("rhythm", family), {"days": 7, "how": "By video", "agreed_on": str(TODAY())})
    agreed = check_in()
    signed_in(worker).post(address("rhythm", family), {"drop": "1"})

    assert (before, agreed, check_in()) == ([], [TODAY() - timedelta(days=1)], [])
    assert list(CheckInRhythm.objects.values_list("days", "ended_on")) == [(7, TODAY())]


def test_a_new_rhythm_ends_the_one_before(family, worker, signed_in):
    RhythmFactory(family=family, days=14)

    signed_in(worker).post(address("rhythm", family), {"days": 7, "agreed_on": str(TODAY())})

    assert list(CheckInRhythm.objects.today().values_list("days", flat=True)) == [7]


# ---- meetings -----------------------------------------------------------------------------------------------------
def test_what_each_took_on_at_a_meeting_is_due_for_them(family, worker, teammate, signed_in):
    member, mother = TeammateFactory(family=family, staff=teammate), family.adults()[0]
    soon = TODAY() + timedelta(days=2)

    signed_in(worker).post(
        address("meeting-add", family),
        {
            "held_on": str(TODAY()), "how": "video", "decided": "Songs in both languages", "next_on": str(soon),
            "family_present": [mother.pk], "present": [member.pk],
            "new1-what": "Bring the songbook", "new1-owner": member.pk, "new1-due_on": str(soon),
            "new2-what": "Sing at home", "new2-owner": "family", "new2-due_on": str(soon), "new3-owner": "staff",
        },
    )  # fmt: skip

    meeting = TeamMeeting.objects.get()
    assert (list(meeting.family_present.all()), list(meeting.present.all())) == ([mother], [member])
    waits = {
        person: sorted(
            (item.kind, item.waits_for) for item in due.items([family.pk], person, Clocks()) if "team" in item.kind
        )
        for person in (worker, teammate)
    }
    met = ("team_meeting", "")
    assert waits == {
        worker: [("team_action", "family"), ("team_action", "partner"), met],
        teammate: [("team_action", ""), ("team_action", "family"), met],
    }


def test_a_teammate_finishes_what_is_theirs_and_leaves_the_rest(family, worker, teammate, signed_in):
    member = TeammateFactory(family=family, staff=teammate)
    meeting = MeetingFactory(family=family, present=[member])
    own, other = ActionFactory(meeting=meeting, member=member), ActionFactory(meeting=meeting)

    for action in (own, other):
        signed_in(teammate).post(address("action-done", action))

    done = TeamAction.objects.order_by("pk").values_list("done_on", flat=True)
    assert list(done) == [TODAY(), None]
    assert signed_in(teammate).get(address("meeting", MeetingFactory(family=family))).status_code == 404


def test_who_may_not_see_dates_is_not_told_of_the_next_meeting(family, teammate):
    member = TeammateFactory(family=family, staff=teammate, sees_dates=False)
    MeetingFactory(family=family, present=[member], next_on=TODAY())

    assert [item.kind for item in due.items([family.pk], teammate, Clocks())] == []


def test_the_team_page_asks_the_same_number_of_questions(family, worker, questions):
    def add_one():
        member = TeammateFactory(family=family, goals=[GoalFactory(family=family)])
        ActionFactory(meeting=MeetingFactory(family=family, present=[member]), member=member)
        MemberFactory(family=family)
        return questions(worker, address("team", family))

    counts = [add_one() for _number in range(3)]

    assert counts[0] == counts[2] <= 25
