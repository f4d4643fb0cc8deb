"""A goal in seven steps: any order, nothing lost, every move through the table; it never fails."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency import drafts
from agency.models import Draft
from agency.transitions import MoveNotAllowed
from families.models import Answer
from goals import seven
from goals.actions import goal as actions
from goals.models import Celebration, Goal, GoalStatusChange, GoalStep, GoalSupport
from tests.agency.factories import CategoryFactory
from tests.families.factories import AnswerFactory, AssessmentFactory, ItemFactory, NeedFactory
from tests.goals.factories import AgreementFactory, GoalFactory, NoteFactory, StepFactory, SupportFactory, TouchFactory

TODAY = timezone.localdate


def address(name, goal, *more):
    return reverse(f"goals:{name}", args=[goal.pk, *more])


@pytest.fixture
def goal(family):
    return GoalFactory(family=family)


# ---- set -----------------------------------------------------------------------------------------------------------
def test_a_goal_is_kept_with_the_familys_own_words_and_its_needs(family, worker, signed_in):
    need = NeedFactory(family=family)
    agreement = AgreementFactory(family=family, state="accepted")

    response = signed_in(worker).post(
        reverse("goals:goal-add", args=[family.pk]),
        {"family_words": "Our own door", "whose": "family", "needs": [need.pk], "outcomes": ["1", "6"]},
    )

    goal = Goal.objects.get()
    assert response.url == address("goal-part", goal, 2)
    assert (goal.family_words, goal.state, goal.outcomes, goal.added_by) == ("Our own door", "draft", [1, 6], worker)
    assert (list(goal.needs.all()), goal.agreement) == ([need], agreement)


def test_a_goal_may_stand_without_an_agreement(family, worker, signed_in):
    AgreementFactory(family=family, state="declined")

    signed_in(worker).post(
        reverse("goals:goal-add", args=[family.pk]), {"family_words": "Our own door", "whose": "family"}
    )

    assert Goal.objects.get().agreement is None


def test_a_goal_without_their_words_keeps_what_was_typed(family, worker, signed_in):
    response = signed_in(worker).post(
        reverse("goals:goal-add", args=[family.pk]), {"family_words": "", "statement": "By June", "whose": "family"}
    )

    assert list(response.context["form"].errors) == ["family_words"]
    assert "By June" in response.content.decode()


def test_a_need_of_another_family_cannot_be_linked(family, worker, signed_in):
    foreign = NeedFactory()
    NeedFactory(family=family)

    response = signed_in(worker).post(
        reverse("goals:goal-add", args=[family.pk]),
        {"family_words": "Our own door", "whose": "family", "needs": [foreign.pk]},
    )

    assert list(response.context["form"].errors) == ["needs"]
    assert not Goal.objects.exists()


def test_a_need_that_is_met_stays_with_the_goal_when_the_goal_is_edited(goal, worker, signed_in):
    met = NeedFactory(family=goal.family, closed_on=TODAY(), closing="met")
    other = NeedFactory(family=goal.family)
    goal.needs.add(met)

    signed_in(worker).post(
        address("goal-part", goal, 1),
        {"family_words": "Words", "whose": "family", "needs": [other.pk], "version": goal.version},
    )

    assert set(goal.needs.all()) == {met, other}


# ---- seven steps, any order ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "posted"),
    [
        (2, {"family_skills": "Two languages", "staff_skills": "We know the office"}),
        (3, {"strengths": "They laugh together"}),
        (4, {"stressors": "The phone bill"}),
        (7, {"target_on": "2027-06-01", "confidence": "4", "check_in": "Every Tuesday"}),
    ],
)
def test_each_step_is_saved_by_itself(number, posted, goal, worker, signed_in):
    signed_in(worker).post(address("goal-part", goal, number), posted | {"version": goal.version})

    goal.refresh_from_db()
    assert {name: str(getattr(goal, name)) for name in posted} == posted


def test_the_last_step_leads_to_the_goal(goal, worker, signed_in):
    response = signed_in(worker).post(address("goal-part", goal, 7), {"version": goal.version})

    assert response.url == goal.get_absolute_url()


def test_there_is_no_eighth_step(goal, worker, signed_in):
    assert signed_in(worker).get(address("goal-part", goal, 8)).status_code == 404


def test_the_list_of_steps_says_what_is_done(goal):
    goal.strengths = "They laugh together"
    StepFactory(goal=goal)

    states = [(row["state"], row["note"]) for row in seven.steps(goal, now=5)]

    assert states == [
        ("done", goal.statement),
        ("", "What each of us can do"),
        ("done", "They laugh together"),
        ("", "What gets in the way"),
        ("now", "1 step so far"),
        ("", "Who else can stand beside them"),
        ("", "How we will know"),
    ]


def test_strengths_begin_with_what_the_conversation_heard(goal, worker, signed_in):
    talk = AssessmentFactory(family=goal.family, done_on=TODAY())
    AnswerFactory(assessment=talk, level=5, strength="Grandmother lives next door")
    AnswerFactory(assessment=talk, level=4, item=ItemFactory(version=talk.version, label={"en": "Reading together"}))
    AnswerFactory(assessment=talk, level=None, no_level=Answer.NoLevel.PREFER_NOT)

    page = signed_in(worker).get(address("goal-part", goal, 3))

    assert page.context["form"]["strengths"].value() == "Grandmother lives next door\nReading together"


def test_strengths_of_a_restricted_matter_do_not_begin_on_a_paper_for_the_kitchen_table(goal, worker, signed_in):
    talk = AssessmentFactory(family=goal.family, done_on=TODAY())
    hard = ItemFactory(version=talk.version, category=CategoryFactory(is_restricted=True))
    AnswerFactory(assessment=talk, level=5, item=hard, strength="She has left him")

    page = signed_in(worker).get(address("goal-part", goal, 3))

    assert page.context["form"]["strengths"].value() == ""


def test_strengths_that_were_written_are_not_replaced(goal, worker, signed_in):
    goal.strengths = "Ours"
    goal.save()
    AnswerFactory(assessment=AssessmentFactory(family=goal.family, done_on=TODAY()), level=5, strength="Theirs")

    page = signed_in(worker).get(address("goal-part", goal, 3))

    assert page.context["form"]["strengths"].value() == "Ours"


def test_words_not_saved_yet_come_back_and_go_when_they_are_saved(goal, worker, signed_in):
    client = signed_in(worker)
    drafts.keep(worker, f"goal-{goal.pk}-4", {"stressors": ["The bus"], "version": [str(goal.version)]})

    page = client.get(address("goal-part", goal, 4))
    client.post(address("goal-part", goal, 4), {"stressors": "The bus stops early", "version": goal.version})

    assert page.context["form"]["stressors"].value() == "The bus"
    assert not Draft.objects.exists()


def test_two_people_on_one_step_see_both_versions(goal, worker, signed_in):
    opened_on = goal.version
    goal.stressors = "Written by a colleague"
    goal.save()

    response = signed_in(worker).post(
        address("goal-part", goal, 4), {"stressors": "Written by me", "version": opened_on}
    )

    goal.refresh_from_db()
    assert (response.status_code, goal.stressors) == (409, "Written by a colleague")
    assert "Written by me" in response.content.decode()


def test_a_draft_written_on_an_older_version_meets_the_merge_page_too(goal, worker, signed_in):
    drafts.keep(worker, f"goal-{goal.pk}-4", {"stressors": ["Mine"], "version": [str(goal.version)]})
    goal.stressors = "Theirs"
    goal.save()
    client = signed_in(worker)

    form = client.get(address("goal-part", goal, 4)).context["form"]
    response = client.post(
        address("goal-part", goal, 4), {"stressors": form["stressors"].value(), "version": form["version"].value()}
    )

    assert response.status_code == 409


def test_a_box_left_empty_in_a_draft_stays_empty(goal, worker, signed_in):
    goal.is_shared_with_team, goal.outcomes = True, [1]
    goal.save()
    typed = {"family_words": ["Words"], "whose": ["family"], "version": [str(goal.version)]}
    drafts.keep(worker, f"goal-{goal.pk}-1", typed)

    form = signed_in(worker).get(address("goal-part", goal, 1)).context["form"]

    assert (form["is_shared_with_team"].value(), form["outcomes"].value()) == (False, [])


# ---- strategies and supports --------------------------------------------------------------------------------------
def test_a_step_is_added_and_the_page_stays_for_the_next_one(goal, worker, signed_in):
    response = signed_in(worker).post(
        address("goal-part", goal, 5), {"what": "Call the office", "owner": "staff", "due_on": "2027-01-05", "add": "1"}
    )

    step = GoalStep.objects.get()
    assert (response.url, step.what, step.owner, str(step.due_on), step.position) == (
        address("goal-part", goal, 5),
        "Call the office",
        "staff",
        "2027-01-05",
        1,
    )


def test_an_empty_row_adds_nothing_and_goes_on(goal, worker, signed_in):
    response = signed_in(worker).post(address("goal-part", goal, 5), {"what": " ", "owner": "family"})

    assert (response.url, GoalStep.objects.count()) == (address("goal-part", goal, 6), 0)


def test_a_support_is_added_with_what_bridges_the_wait(goal, worker, signed_in):
    signed_in(worker).post(
        address("goal-part", goal, 6), {"what": "Lifeline", "kind": "partner", "until_then": "Phone cards", "cost": ""}
    )

    assert GoalSupport.objects.values_list("goal", "kind", "what", "until_then").get() == (
        goal.pk,
        "partner",
        "Lifeline",
        "Phone cards",
    )


def test_a_step_is_changed_and_taken_out(goal, worker, signed_in):
    step = StepFactory(goal=goal)
    client = signed_in(worker)

    client.post(
        reverse("goals:step-edit", args=[step.pk]),
        {"what": "Go there", "owner": "family", "blocked_by": "No car", "version": step.version},
    )
    changed = GoalStep.objects.get()
    client.post(reverse("goals:step-remove", args=[step.pk]))

    assert (changed.what, changed.blocked_by) == ("Go there", "No car")
    assert not GoalStep.objects.exists()


def test_a_support_is_changed_and_taken_out(goal, worker, signed_in):
    support = SupportFactory(goal=goal)
    client = signed_in(worker)

    client.post(reverse("goals:support-edit", args=[support.pk]), {"what": "Uncle Leo", "kind": "person", "version": 0})
    changed = GoalSupport.objects.get().what
    client.post(reverse("goals:support-remove", args=[support.pk]))

    assert (changed, GoalSupport.objects.count()) == ("Uncle Leo", 0)


def test_two_people_on_one_strategy_see_both_versions(goal, worker, signed_in):
    step = StepFactory(goal=goal, what="Old")
    opened_on = step.version
    GoalStep.objects.filter(pk=step.pk).update(what="By a colleague")

    response = signed_in(worker).post(
        reverse("goals:step-edit", args=[step.pk]), {"what": "By me", "owner": "family", "version": opened_on}
    )

    assert (response.status_code, GoalStep.objects.get().what) == (409, "By a colleague")


def test_a_step_is_ticked_and_the_tick_taken_away(goal, worker, signed_in):
    step = StepFactory(goal=goal)
    client = signed_in(worker)

    response = client.post(reverse("goals:step-done", args=[step.pk]))
    ticked = GoalStep.objects.get().done_on
    client.post(reverse("goals:step-done", args=[step.pk]))

    assert (response.url, ticked, GoalStep.objects.get().done_on) == (goal.get_absolute_url(), TODAY(), None)


def test_with_scripts_the_row_comes_back_by_itself(goal, worker, signed_in):
    step = StepFactory(goal=goal)

    response = signed_in(worker).post(reverse("goals:step-done", args=[step.pk]), headers={"HX-Request": "true"})

    assert [template.name for template in response.templates][0] == "goals/_goal_step.html"
    assert f'id="step-{step.pk}"' in response.content.decode()


def test_a_teammate_ticks_a_step_of_a_shared_goal_only(family, teammate, signed_in):
    shared = StepFactory(goal=GoalFactory(family=family, is_shared_with_team=True))
    hidden = StepFactory(goal=GoalFactory(family=family))
    client = signed_in(teammate)

    answers = [client.post(reverse("goals:step-done", args=[step.pk])).status_code for step in (shared, hidden)]

    assert answers == [302, 404]
    assert list(GoalStep.objects.filter(done_on=TODAY())) == [shared]


# ---- moves --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("before", "name", "posted", "after"),
    [
        ("draft", "start", {"statement": "Move by June"}, "active"),
        ("active", "hold", {"reason": "A birth", "resume_on": TODAY() + timedelta(days=30)}, "on_hold"),
        ("on_hold", "resume", {}, "active"),
        ("active", "achieve", {"ended_on": TODAY()}, "achieved"),
        ("active", "achieve_partly", {"ended_on": TODAY(), "reason": "Half of it"}, "partly"),
        ("draft", "set_aside", {"ended_on": TODAY(), "reason": "Other plans"}, "no_longer"),
        ("on_hold", "leave", {"ended_on": TODAY()}, "left"),
    ],
)
def test_each_move_is_made_and_remembered(before, name, posted, after, family, worker, signed_in):
    goal = GoalFactory(family=family, state=before)

    signed_in(worker).post(address("goal-move", goal, name), posted)

    goal.refresh_from_db()
    change = GoalStatusChange.objects.get()
    assert (goal.state, goal.resume_on) == (after, posted.get("resume_on"))
    assert goal.ended_on == posted.get("ended_on")
    assert (change.from_state, change.to_state, change.reason, change.changed_by) == (
        before,
        after,
        posted.get("reason", ""),
        worker,
    )


@pytest.mark.parametrize(
    ("name", "posted", "missing"),
    [
        ("hold", {"reason": "", "resume_on": ""}, ["resume_on", "reason"]),
        ("achieve", {"ended_on": TODAY() + timedelta(days=1)}, ["ended_on"]),
        ("achieve_partly", {"ended_on": TODAY()}, ["reason"]),
        ("set_aside", {"ended_on": TODAY()}, ["reason"]),
    ],
)
def test_a_move_says_what_it_needs(name, posted, missing, goal, worker, signed_in):
    response = signed_in(worker).post(address("goal-move", goal, name), posted)

    goal.refresh_from_db()
    assert (list(response.context["form"].errors), goal.state) == (missing, "active")


def test_a_goal_without_a_sentence_does_not_start(family, worker):
    goal = GoalFactory(family=family, state="draft", statement="")

    with pytest.raises(actions.SentenceMissing, match="Write one sentence that you can see come true, then start."):
        actions.move(goal=goal, name="start", by=worker)

    assert Goal.objects.get().state == "draft"


def test_a_move_that_no_longer_applies_is_refused_in_a_sentence(family, worker, signed_in):
    goal = GoalFactory(family=family, state="achieved")

    response = signed_in(worker).post(
        address("goal-move", goal, "hold"), {"reason": "x", "resume_on": TODAY()}, follow=True
    )

    assert [str(message) for message in response.context["messages"]] == [
        "This is “reached” now, so “Put it on hold” does not apply. Somebody may have changed it meanwhile."
    ]
    assert not GoalStatusChange.objects.exists()


def test_a_move_that_does_not_exist_is_not_found(goal, worker, signed_in):
    assert signed_in(worker).get(address("goal-move", goal, "fail")).status_code == 404


def test_reaching_a_goal_leads_to_the_celebration(goal, worker, signed_in):
    client = signed_in(worker)

    response = client.post(address("goal-move", goal, "achieve"), {"ended_on": TODAY()})
    page = client.get(response.url)

    assert response.url == reverse("goals:celebrate-goal", args=[goal.family_id, goal.pk])
    assert page.context["form"]["what"].value() == goal.statement
    assert not Celebration.objects.exists()


def test_a_goal_taken_up_again_is_a_new_one_that_points_back(family, worker, signed_in):
    old = GoalFactory(family=family, state="no_longer", strengths="Still theirs")
    need, met = NeedFactory(family=family), NeedFactory(family=family, closed_on=TODAY(), closing="met")
    old.needs.set([need, met])
    StepFactory(goal=old, done_on=TODAY())
    StepFactory(goal=old, what="The rest", due_on=TODAY())
    SupportFactory(goal=old)

    response = signed_in(worker).post(address("goal-again", old))

    again = old.continued_by.get()
    assert response.url == address("goal-part", again, 1)
    assert (again.state, again.strengths, list(again.needs.all())) == ("draft", "Still theirs", [need])
    assert [(step.what, step.due_on) for step in again.steps.all()] == [("The rest", None)]
    assert again.supports.count() == 1


def test_pressed_twice_a_goal_is_taken_up_once(family, worker):
    old = GoalFactory(family=family, state="achieved")

    first, second = (actions.take_up_again(goal=old, by=worker) for _n in range(2))

    assert first == second


def test_an_open_goal_is_not_taken_up_again(goal, worker):
    with pytest.raises(actions.StillOpen):
        actions.take_up_again(goal=goal, by=worker)

    assert Goal.objects.count() == 1


def test_a_second_person_moving_the_same_goal_is_told(goal, worker):
    actions.move(goal=goal, name="achieve", by=worker)

    with pytest.raises(MoveNotAllowed):
        actions.move(goal=goal, name="achieve", by=worker)  # `goal` still says "active"


# ---- the goal's own page ------------------------------------------------------------------------------------------
def test_a_teammate_does_not_see_which_notes_of_others_touched_the_goal(family, teammate, signed_in):
    goal = GoalFactory(family=family, is_shared_with_team=True)
    TouchFactory(goal=goal, note=NoteFactory(family=family, text="Between us"))
    told = TouchFactory(goal=goal, note=NoteFactory(family=family, visibility="team"))

    page = signed_in(teammate).get(goal.get_absolute_url())

    assert list(page.context["touches"]) == [told]
    assert "Between us" not in page.content.decode()


def test_a_teammate_is_not_told_what_gets_in_the_familys_way(family, worker, teammate, signed_in):
    goal = GoalFactory(family=family, is_shared_with_team=True, stressors="Sad days")

    told = [
        "Sad days" in signed_in(person).get(goal.get_absolute_url()).content.decode() for person in (worker, teammate)
    ]

    assert told == [True, False]


def test_a_restricted_note_stays_closed_on_the_page_of_its_goal(goal, worker, signed_in):
    TouchFactory(goal=goal, note=NoteFactory(family=goal.family, visibility="restricted", text="He hit her"))

    assert "He hit her" not in signed_in(worker).get(goal.get_absolute_url()).content.decode()


def test_the_page_of_a_goal_asks_the_same_number_of_questions(goal, worker, questions):
    def add_to_it():
        StepFactory(goal=goal)
        SupportFactory(goal=goal)
        goal.needs.add(NeedFactory(family=goal.family))
        TouchFactory(goal=goal, note=NoteFactory(family=goal.family))
        return questions(worker, goal.get_absolute_url())

    counts = [add_to_it() for _n in range(3)]

    assert counts[0] == counts[2] <= 25
