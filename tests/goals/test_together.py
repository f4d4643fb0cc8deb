"""The agreement on one screen turned to the parent: whole or not at all, nothing lost, nothing for staff on it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agency import drafts
from goals import sections
from goals.models import Goal, GoalStep, SectionAnswer
from tests.goals.factories import AgreementFactory, GoalFactory, StepFactory

TODAY = timezone.localdate


def address(family):
    return reverse("goals:agreement-together", args=[family.pk])


def of_goal(goal, **more):
    """What the screen posts for a goal that is there and was not touched."""
    kept = {"version": goal.version, "family_words": goal.family_words, "statement": goal.statement, "target_on": ""}
    return {f"g{goal.pk}-{name}": value for name, value in (kept | more).items()}


def new(**words):
    return {f"new-{name}": value for name, value in words.items()}


@pytest.fixture
def accepted(family):
    return AgreementFactory(family=family, state="accepted")


def test_one_screen_keeps_a_new_goal_with_its_first_step_and_the_answers(family, worker, accepted, signed_in):
    posted = new(family_words="Leer juntos", statement="Cuatro tardes", step="Pick a book", who="family")
    signed_in(worker).post(address(family), posted | {"said-meet": "En casa, los martes"})

    goal = Goal.objects.get()
    assert (goal.family_words, goal.statement, goal.agreement, goal.added_by) == (
        "Leer juntos",
        "Cuatro tardes",
        accepted,
        worker,
    )
    assert list(goal.steps.values_list("what", "owner")) == [("Pick a book", "family")]
    assert list(SectionAnswer.objects.values_list("section__code", "text")) == [("meet", "En casa, los martes")]


def test_reading_it_together_begins_the_goals_that_have_a_sentence(family, worker, accepted, signed_in):
    GoalFactory(family=family, state="draft", statement="")

    response = signed_in(worker).post(address(family), new(family_words="Casa", statement="En junio") | {"go": "read"})

    assert response.url == f"{reverse('goals:agreement-read', args=[family.pk])}?lang=en"
    assert sorted(Goal.objects.values_list("state", flat=True)) == ["active", "draft"]


def test_the_screen_speaks_the_familys_language_and_the_rest_stays_in_ours(family, worker, accepted, signed_in):
    type(family).objects.filter(pk=family.pk).update(language="es")
    client = signed_in(worker)

    page = client.get(address(family)).content.decode()
    in_english = client.get(f"{address(family)}?lang=en").content.decode()

    headings = [str(section.heading.said_in("es")) for section in sections.standard() if section.kind == "asks"]
    assert [heading in page for heading in headings] == [True, True]
    assert [heading in in_english for heading in headings] == [False, False]


def test_nothing_for_staff_only_stands_on_it(family, worker, accepted, signed_in):
    GoalFactory(
        family=family, stressors="He shouts", staff_skills="I know the housing office", is_shared_with_team=True
    )

    page = signed_in(worker).get(address(family)).content.decode()

    assert [word in page for word in ("He shouts", "I know the housing office", "is_shared_with_team")] == [False] * 3
    assert family.name not in page


def test_a_colleagues_words_and_ours_meet_and_neither_is_lost(family, worker, accepted, signed_in):
    goal = GoalFactory(family=family, family_words="A home", statement="By June")
    seen = of_goal(goal, statement="By July, with a yard")
    Goal.objects.filter(pk=goal.pk).update(statement="By August")
    client = signed_in(worker)

    conflict = client.post(address(family), seen | new(family_words="Leer juntos"))

    page = conflict.content.decode()
    assert conflict.status_code == 409
    assert ["By August" in page, "By July, with a yard" in page, Goal.objects.count()] == [True, True, 1]

    goal.refresh_from_db()
    client.post(address(family), of_goal(goal, statement="By July, with a yard"))
    goal.refresh_from_db()
    assert goal.statement == "By July, with a yard"


def test_changes_to_different_words_of_one_goal_are_both_kept(family, worker, accepted, signed_in):
    goal = GoalFactory(family=family, family_words="A home", statement="By June")
    seen = of_goal(goal, statement="By July")
    Goal.objects.filter(pk=goal.pk).update(family_words="A home with a yard")

    signed_in(worker).post(address(family), seen)

    goal.refresh_from_db()
    assert (goal.family_words, goal.statement) == ("A home with a yard", "By July")


def test_a_step_sent_twice_is_one_step(family, worker, accepted, signed_in):
    goal = GoalFactory(family=family)
    client = signed_in(worker)

    for _time in range(2):
        goal.refresh_from_db()
        client.post(address(family), of_goal(goal, step="Call the office", who="staff"))

    assert list(GoalStep.objects.values_list("what", "owner")) == [("Call the office", "staff")]


def test_switching_the_language_keeps_what_was_typed(family, worker, accepted, signed_in):
    response = signed_in(worker).post(address(family), new(family_words="Leer juntos") | {"go": "es"})

    assert response.url == f"{address(family)}?lang=es"
    assert Goal.objects.get().family_words == "Leer juntos"


def test_words_typed_before_the_session_ended_are_there_again(family, worker, accepted, signed_in):
    drafts.keep(worker, f"agreement-{family.pk}", {"new-family_words": ["Leer juntos"], "said-meet": ["En casa"]})

    page = signed_in(worker).get(address(family)).content.decode()

    assert ["Leer juntos" in page, "En casa" in page] == [True, True]


def test_a_day_that_is_none_is_asked_about_and_nothing_is_lost(family, worker, accepted, signed_in):
    response = signed_in(worker).post(address(family), new(family_words="Leer juntos", target_on="soon"))

    assert response.status_code == 200
    assert "Leer juntos" in response.content.decode()
    assert not Goal.objects.exists()


@pytest.mark.parametrize("state", ["offered", "not_ready", "declined", "signed", "closed"])
def test_only_an_agreement_that_is_being_written_opens_there(state, family, worker, signed_in):
    AgreementFactory(family=family, state=state, closed_on=TODAY() if state == "closed" else None)

    assert signed_in(worker).get(address(family)).url == reverse("goals:agreement", args=[family.pk])


@pytest.mark.parametrize(("person", "status"), [("worker", 200), ("supervisor", 200), ("outsider", 404)])
def test_who_may_write_it_together(person, status, family, accepted, signed_in, request):
    assert signed_in(request.getfixturevalue(person)).get(address(family)).status_code == status


def test_asks_the_database_as_often_for_three_goals_as_for_one(family, worker, accepted, questions):
    StepFactory(goal=GoalFactory(family=family, family_words="A home"))
    one = questions(worker, address(family))
    for words in ("A course", "A garden"):
        StepFactory(goal=GoalFactory(family=family, family_words=words))

    assert questions(worker, address(family)) == one
