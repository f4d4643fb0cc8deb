"""A family's goal for its child reaches the teacher; what the child did comes back, and stands in the family's copy."""

import pytest
from django.urls import reverse
from django.utils import timezone

from goals import classroom
from goals.models import ClassroomGoal, ClassroomNote, Goal
from tests.goals.factories import (
    AgreementFactory,
    ClassroomGoalFactory,
    ClassroomNoteFactory,
    GoalFactory,
    TeammateFactory,
)
from tests.goals.test_paper import text_of

TODAY = timezone.localdate


def address(name, *rows):
    return reverse(f"goals:{name}", args=[row.pk for row in rows])


@pytest.fixture
def goal(family):
    return GoalFactory(
        family=family, whose="child", about=family.children()[0], family_words="That she counts in Spanish"
    )


def test_the_family_lets_a_goal_in_and_the_teacher_and_nobody_else_finds_it(
    goal, family, worker, teammate, outsider, signed_in
):
    teacher = TeammateFactory(family=family, staff=teammate, only_chosen_goals=True)
    child = family.children()[0]

    signed_in(worker).post(
        address("classroom-add", goal),
        {"child": child.pk, "teachers": [teacher.pk], "their_wish": "She loves songs", "agreed_on": str(TODAY())},
    )

    shared = ClassroomGoal.objects.get()
    listed = {
        person: list(signed_in(person).get(reverse("goals:classroom")).context["page"])
        for person in (worker, teammate, outsider)
    }
    assert (shared.goal, shared.child, shared.their_wish) == (goal, child, "She loves songs")
    assert listed == {worker: [shared], teammate: [shared], outsider: []}
    assert list(Goal.objects.visible_to(teammate)) == [goal]
    assert signed_in(outsider).get(address("classroom-goal", shared)).status_code == 404


def test_what_the_teacher_writes_stands_in_the_familys_copy(goal, family, teammate, signed_in):
    TeammateFactory(family=family, staff=teammate, goals=[goal])
    shared = ClassroomGoalFactory(goal=goal, child=family.children()[0])

    signed_in(teammate).post(
        address("classroom-note-add", shared),
        {"in_curriculum": "Songs at snack", "child_did": "She counted to ten", "happened_on": str(TODAY())},
    )

    note = ClassroomNote.objects.get()
    said = {"on": TODAY(), "who": str(teammate), "in_curriculum": "Songs at snack", "child_did": "She counted to ten"}
    assert note.written_by == teammate
    assert classroom.for_copy(family) == [
        {"goal": str(goal), "child": shared.child.first_name, "notes": [said | {"at_home": ""}]}
    ]


def test_the_familys_copy_shows_it(goal, family, worker, signed_in):
    AgreementFactory(family=family)
    ClassroomNoteFactory(classroom_goal=ClassroomGoalFactory(goal=goal), child_did="She counted to ten")

    page = signed_in(worker).get(reverse("goals:copy", args=[family.pk])).content.decode()

    assert "She counted to ten" in page


def test_so_does_the_pdf_of_the_copy_in_the_familys_language(goal, family, worker, signed_in):
    AgreementFactory(family=family)
    ClassroomNoteFactory(
        classroom_goal=ClassroomGoalFactory(goal=goal, child__first_name="Angel"),
        in_curriculum="Songs at snack",
        child_did="She counted to ten",
        at_home="Count the stairs",
    )

    made = signed_in(worker).get(reverse("goals:agreement-pdf", args=[family.pk]), {"lang": "es"})

    words = text_of(b"".join(made.streaming_content) if made.streaming else made.content).replace("\xa0", " ")
    for piece in ("Del salón de clases", "Songs at snack", "Angel: She counted to ten", "Count the stairs"):
        assert piece.replace(" ", "") in words.replace(" ", "")


def test_the_bar_leads_a_teacher_to_the_goals_in_the_classroom_and_nobody_else(worker, teammate, signed_in):
    address = reverse("goals:classroom")

    bars = [signed_in(person).get(address).context["shell"]["nav"] for person in (teammate, worker)]

    assert [[place["name"] for place in bar if place["current"]] for bar in bars] == [["goals:classroom"], []]


def test_a_teacher_who_may_not_see_the_goal_does_not_learn_of_it(goal, teammate, signed_in):
    shared = ClassroomGoalFactory(goal=goal)

    assert signed_in(teammate).get(address("classroom-goal", shared)).status_code == 404


def test_a_goal_is_let_in_once_and_what_was_written_stays_when_it_ends(goal, family, worker, teammate, signed_in):
    teacher = TeammateFactory(family=family, staff=teammate)
    shared = ClassroomGoalFactory(goal=goal)
    ClassroomNoteFactory(classroom_goal=shared)
    said = {"child": family.children()[0].pk, "teachers": [teacher.pk], "agreed_on": str(TODAY())}

    refused = signed_in(worker).post(address("classroom-add", goal), said)
    signed_in(worker).post(address("classroom-end", shared))

    assert [str(message) for message in refused.context["messages"]] == ["The classroom works on this goal already."]
    assert list(ClassroomGoal.objects.values_list("ended_on", flat=True)) == [TODAY()]
    assert len(classroom.for_copy(family)) == 1


def test_a_note_from_the_classroom_stays_its_writers(goal, family, worker, teammate, signed_in):
    TeammateFactory(family=family, staff=teammate, goals=[goal])
    note = ClassroomNoteFactory(classroom_goal=ClassroomGoalFactory(goal=goal), written_by=teammate)

    answers = {who: signed_in(who).get(address("classroom-note-edit", note)).status_code for who in (worker, teammate)}

    assert answers == {worker: 403, teammate: 200}


def test_the_list_asks_the_same_number_of_questions(family, worker, questions):
    def add_one():
        ClassroomNoteFactory(classroom_goal=ClassroomGoalFactory(goal=GoalFactory(family=family)))
        return questions(worker, reverse("goals:classroom"))

    counts = [add_one() for _number in range(3)]

    assert counts[0] == counts[2] <= 25
