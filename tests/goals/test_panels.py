"""What other pages are given of this room: whole answers, and a fixed number of questions."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.story import newest
from goals import panels, story
from goals.actions import goal as goal_actions
from tests.families.factories import NeedFactory
from tests.goals.factories import (
    AgreementFactory,
    CelebrationFactory,
    GoalFactory,
    NoteFactory,
    ReviewFactory,
    SignatureFactory,
    StepFactory,
    TouchFactory,
    VersionFactory,
)

TODAY = timezone.localdate


def ago(days):
    return TODAY() - timedelta(days=days)


def story_of(family, person, limit):
    """What this room tells about a family, as the family page shows it."""
    return [story.TOLD[row.s_kind](row) for row in newest(story.parts(family, person, timezone.localdate()), limit)]


def told(family, person, limit=20):
    return [(event["on"], event["icon"], event["title"]) for event in story_of(family, person, limit)]


def test_the_timeline_tells_everything_newest_first(family, worker):
    NoteFactory(family=family, contact="home_visit", happened_on=ago(5))
    NoteFactory(family=family, visibility="restricted", happened_on=ago(4))
    agreement = AgreementFactory(family=family, state="signed")
    SignatureFactory(agreement_version=VersionFactory(agreement=agreement), member=family.adults()[0])
    ReviewFactory(family=family, held_on=ago(3))
    CelebrationFactory(family=family, what="They moved", marked_on=ago(2))
    CelebrationFactory(family=family, what="Not marked yet")
    goal = GoalFactory(family=family, statement="Move by June")
    goal_actions.move(goal=goal, name="achieve", by=worker, on=ago(1))

    assert told(family, worker) == [
        (TODAY(), "check-circle", "Agreement signed"),
        (ago(1), "star", "Goal, reached: Move by June"),
        (ago(2), "star", "Celebrated: They moved"),
        (ago(3), "calendar", "Review held"),
        (ago(4), "lock", "Restricted note"),
        (ago(5), "note", "Home visit"),
    ]


def test_the_timeline_does_not_tell_what_a_restricted_note_says(family, worker):
    TouchFactory(note=NoteFactory(family=family, visibility="restricted", text="He hit her"))

    [event] = story_of(family, worker, 5)

    assert (event["text"], event["chips"]) == ("You may open this. Opening it is recorded.", [])


def test_a_note_says_which_goals_it_touched(family, worker):
    NoteFactory(family=family)
    note = NoteFactory(family=family, visibility="team", minutes=20, happened_on=ago(9))
    TouchFactory(note=note, goal=GoalFactory(family=family, statement="Move by June"))
    TouchFactory(note=note, goal=GoalFactory(family=family, statement="", family_words="A job"))

    event = story_of(family, worker, 5)[1]

    assert [chip["text"] for chip in event["chips"]] == [
        "Team note",
        "Goal: Move by June",
        "Goal: A job",
        "Written later",
    ]
    assert event["about"] == f"{note.written_by}, 20 minutes"


def test_a_teammates_timeline_holds_team_notes_and_shared_goals(family, worker, teammate):
    hidden, shared = GoalFactory(family=family), GoalFactory(family=family, is_shared_with_team=True)
    note = NoteFactory(family=family, visibility="team", happened_on=ago(1))
    TouchFactory(note=note, goal=hidden)
    NoteFactory(family=family)
    ReviewFactory(family=family)
    VersionFactory(agreement=AgreementFactory(family=family, state="signed"))
    for goal in (hidden, shared):
        goal_actions.move(goal=goal, name="achieve", by=worker)

    events = story_of(family, teammate, 20)

    assert [event["title"] for event in events] == [f"Goal, reached: {shared}", "Phone"]
    assert [chip["text"] for chip in events[1]["chips"]] == ["Team note"]


def test_the_timeline_stops_at_its_limit(family, worker):
    NoteFactory.create_batch(4, family=family)

    assert len(story_of(family, worker, 3)) == 3


def test_the_timeline_asks_one_question_however_much_happened(family, worker):
    assert worker.grants  # asked once a request

    def add_more():
        TouchFactory(note=NoteFactory(family=family))
        ReviewFactory(family=family)
        goal_actions.move(goal=GoalFactory(family=family), name="achieve", by=worker)
        with CaptureQueriesContext(connection) as asked:
            story_of(family, worker, 20)
        return len(asked)

    assert [add_more() for _n in range(3)] == [1, 1, 1]


def test_goals_know_their_steps_and_needs_and_stand_open_ones_first(family, worker):
    ended = GoalFactory(family=family, state="achieved")
    goal = GoalFactory(family=family)
    need = NeedFactory(family=family)
    goal.needs.add(need)
    StepFactory(goal=goal, done_on=TODAY())
    StepFactory(goal=goal)

    found = panels.goals(family, worker)

    assert [(one, one.done, one.total, one.need_ids) for one in found] == [(goal, 1, 2, [need.pk]), (ended, 0, 0, [])]


def test_by_need_a_goal_stands_under_each_need_one_may_see(family, worker, teammate):
    first, second = NeedFactory(family=family), NeedFactory(family=family)
    both, one = GoalFactory(family=family, is_shared_with_team=True), GoalFactory(family=family)
    both.needs.set([first, second])
    one.needs.set([second])

    assert panels.by_need(family, worker) == {first.pk: [both], second.pk: [both, one]}
    assert panels.by_need(family, teammate) == {}


@pytest.mark.parametrize(
    ("state", "text", "tone"),
    [
        ("offered", "Agreement: offered", "info"),
        ("not_ready", "Agreement: not now, ask again later", "info"),
        ("declined", "Agreement: not wanted, by their choice", ""),
        ("signed", "Agreement signed, version 2", "success"),
    ],
)
def test_the_agreement_is_told_in_a_dignified_word(state, text, tone, family, worker):
    agreement = AgreementFactory(family=family, state=state)
    if state == "signed":
        VersionFactory(agreement=agreement)
        VersionFactory(agreement=agreement, number=2)

    chip = panels.agreement(family, worker)

    assert (chip["state"], chip["text"], chip["tone"]) == (state, text, tone)


def test_without_an_agreement_the_chip_says_so(family, worker):
    assert panels.agreement(family, worker)["text"] == "No agreement offered yet"
