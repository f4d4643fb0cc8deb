"""A new goal that sounds like an open one, or like a plan elsewhere, is asked about once, and kept if they say so."""

import pytest
from django.urls import reverse

from families.models import ExistingPlan
from goals import alike
from goals.models import Goal
from tests.goals.factories import GoalFactory


def plan(family, worker, says, **more):
    return ExistingPlan.objects.create(
        family=family, kind="tanf", agency_name="County", says=says, recorded_by=worker, **more
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We want to find a home of our own", 1),
        ("we want to FIND a hóme of our own!", 1),
        ("Learn to drive a truck", 0),
        ("hi", 0),
    ],
)
def test_an_open_goal_of_the_same_words_is_found(words, found, family, worker):
    GoalFactory(family=family, family_words="We want to find a home of our own", statement="A lease by June")

    assert len(alike.found(family, worker, words)) == found


def test_goals_that_ended_and_other_families_goals_are_not(family, worker):
    GoalFactory(family=family, family_words="Find a home", state="achieved")
    GoalFactory(family_words="Find a home")

    assert alike.found(family, worker, "Find a home") == []


def test_a_plan_elsewhere_is_named_with_its_agency(family, worker):
    plan(family, worker, "Rafael finishes the welding course and looks for work in construction")

    [said] = alike.found(family, worker, "finish the welding course")

    assert said.startswith("The plan of County speaks of this")


def test_the_form_asks_once_and_then_keeps_it(family, worker, signed_in):
    GoalFactory(family=family, family_words="Find a home of our own", statement="")
    posted = {"family_words": "Find a home of our own", "whose": "family"}
    client = signed_in(worker)

    asked = client.post(reverse("goals:goal-add", args=[family.pk]), posted)
    assert "Find a home of our own” is open already" in asked.content.decode()
    assert Goal.objects.count() == 1

    client.post(reverse("goals:goal-add", args=[family.pk]), posted | {"anyway": "on"})
    assert Goal.objects.count() == 2


def test_an_idea_fills_how_one_would_know_and_never_their_words(family, worker, signed_in):
    page = signed_in(worker).get(reverse("goals:goal-add", args=[family.pk]), {"idea": "read-together"})

    form = page.context["form"]
    assert (form["family_words"].value(), form["statement"].value(), form["outcomes"].value()) == (
        "",
        "We read together for ten minutes, four evenings a week.",
        [3],
    )
