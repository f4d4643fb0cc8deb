"""A review decides about every open goal at once; good news is written down and marked."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from goals.models import (
    Celebration,
    CelebrationConsent,
    CelebrationPhoto,
    Goal,
    GoalStatusChange,
    Review,
    ReviewedNeed,
)
from tests.families.factories import NeedFactory
from tests.goals.factories import (
    PIXEL,
    CelebrationFactory,
    DecisionFactory,
    GoalFactory,
    ReviewFactory,
    StepFactory,
)

TODAY = timezone.localdate


def address(name, row, *more):
    return reverse(f"goals:{name}", args=[row.pk, *more])


def about(goal, **said):
    return {f"g{goal.pk}-{name}": value for name, value in said.items()}


# ---- held ---------------------------------------------------------------------------------------------------------
def test_a_review_keeps_who_what_and_when_and_moves_each_goal(family, worker, signed_in):
    going, done, resting, left = (GoalFactory(family=family) for _n in range(4))
    later = TODAY() + timedelta(days=50)

    signed_in(worker).post(
        address("review-add", family),
        {"held_on": TODAY(), "parent_comment": "He reads to her.", "present": [family.adults()[0].pk], "next_on": later}
        | about(going, decision="continue", confidence="5")
        | about(done, decision="achieve")
        | about(resting, decision="hold", comment="The baby", resume_on=later)
        | about(left, decision="set_aside", comment="Other plans"),
    )

    review = Review.objects.get()
    assert (review.held_on, review.parent_comment, review.next_on, review.held_by) == (
        TODAY(),
        "He reads to her.",
        later,
        worker,
    )
    assert list(review.decisions.order_by("pk").values_list("goal", "decision", "comment")) == [
        (going.pk, "continue", ""),
        (done.pk, "achieve", ""),
        (resting.pk, "hold", "The baby"),
        (left.pk, "set_aside", "Other plans"),
    ]
    states = Goal.objects.order_by("pk").values_list("state", "confidence", "resume_on")
    assert list(states) == [
        ("active", 5, None),
        ("achieved", None, None),
        ("on_hold", None, later),
        ("no_longer", None, None),
    ]
    assert GoalStatusChange.objects.count() == 3


def test_after_a_review_the_good_news_comes_first(family, worker, signed_in):
    goal = GoalFactory(family=family)

    response = signed_in(worker).post(
        address("review-add", family), {"held_on": TODAY()} | about(goal, decision="achieve")
    )

    assert response.url == reverse("goals:celebrate-goal", args=[family.pk, goal.pk])


def test_a_goal_that_rests_already_goes_on_resting(family, worker, signed_in):
    goal = GoalFactory(family=family, state="on_hold")

    signed_in(worker).post(
        address("review-add", family),
        {"held_on": TODAY()} | about(goal, decision="hold", comment="Still", resume_on=TODAY()),
    )

    assert (Goal.objects.get().state, GoalStatusChange.objects.count()) == ("on_hold", 0)


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, ["decision"]),
        ({"decision": "hold"}, ["comment", "resume_on"]),
        ({"decision": "set_aside"}, ["comment"]),
        ({"decision": "achieve_partly"}, ["comment"]),
        ({"decision": "continue", "confidence": "9"}, ["confidence"]),
    ],
)
def test_a_decision_says_what_it_needs_and_nothing_is_kept(said, missing, family, worker, signed_in):
    sure = GoalFactory(family=family)
    goal = GoalFactory(family=family)

    response = signed_in(worker).post(
        address("review-add", family),
        {"held_on": TODAY(), "parent_comment": "Kept words"} | about(sure, decision="achieve") | about(goal, **said),
    )

    assert list(response.context["decisions"][1].errors) == missing
    assert "Kept words" in response.content.decode()
    assert (Review.objects.count(), Goal.objects.filter(state="achieved").count()) == (0, 0)


def test_a_review_is_not_held_in_the_future(family, worker, signed_in):
    response = signed_in(worker).post(
        address("review-add", family), {"held_on": TODAY() + timedelta(days=1), "next_on": TODAY() - timedelta(days=1)}
    )

    assert list(response.context["form"].errors) == ["held_on", "next_on"]


def test_goals_that_ended_or_are_still_drafts_are_not_asked_about(family, worker, signed_in):
    GoalFactory(family=family, state="achieved")
    GoalFactory(family=family, state="draft")
    open_goal = GoalFactory(family=family, state="on_hold")

    page = signed_in(worker).get(address("review-add", family))

    assert [decided.goal for decided in page.context["decisions"]] == [open_goal]


def test_a_held_review_can_be_read(family, worker, signed_in):
    decision = DecisionFactory(review=ReviewFactory(family=family, parent_comment="He reads to her."))

    page = signed_in(worker).get(address("review", decision.review))

    assert list(page.context["decisions"]) == [decision]
    assert "He reads to her." in page.content.decode()


def test_holding_a_review_asks_the_same_number_of_questions_however_many_goals(family, worker, questions):
    def add_a_goal():
        StepFactory(goal=GoalFactory(family=family))
        return questions(worker, address("review-add", family))

    counts = [add_a_goal() for _n in range(3)]

    assert counts[0] == counts[2] <= 25


# ---- celebrated ---------------------------------------------------------------------------------------------------
def test_a_celebration_keeps_the_familys_wish(family, worker, signed_in):
    goal = GoalFactory(family=family, state="achieved")

    signed_in(worker).post(
        reverse("goals:celebrate-goal", args=[family.pk, goal.pk]),
        {"what": "They moved", "goal": goal.pk, "wish": "Quietly", "noticed_on": TODAY()},
    )

    kept = Celebration.objects.get()
    assert (kept.family, kept.goal, kept.what, kept.wish, kept.may_be_told, kept.added_by) == (
        family,
        goal,
        "They moved",
        "Quietly",
        False,
        worker,
    )


def test_another_familys_goal_is_not_celebrated_here(family, worker, signed_in):
    foreign = GoalFactory()

    assert signed_in(worker).get(reverse("goals:celebrate-goal", args=[family.pk, foreign.pk])).status_code == 404


def test_a_moment_is_marked_once(family, worker, signed_in):
    celebration = CelebrationFactory(family=family)
    client = signed_in(worker)

    client.post(address("celebration-mark", celebration))
    response = client.post(address("celebration-mark", celebration))

    assert response.status_code == 302
    assert Celebration.objects.get().marked_on == TODAY()


def test_a_teammate_does_not_learn_of_a_goal_through_its_celebration(family, teammate):
    CelebrationFactory(family=family, goal=GoalFactory(family=family))
    shared = CelebrationFactory(family=family, goal=GoalFactory(family=family, is_shared_with_team=True))
    plain = CelebrationFactory(family=family)

    assert set(Celebration.objects.visible_to(teammate)) == {shared, plain}


# ---- needs, the story and the photo -------------------------------------------------------------------------------
def test_a_review_hears_of_each_need_and_closes_what_is_met(family, worker, signed_in):
    met, still, silent = (NeedFactory(family=family) for _number in range(3))

    signed_in(worker).post(
        address("review-add", family), {"held_on": TODAY(), f"n{met.pk}-said": "met", f"n{still.pk}-said": "still"}
    )

    said = ReviewedNeed.objects.order_by("pk").values_list("need", "said", "need__closing")
    assert list(said) == [(met.pk, "met", "met"), (still.pk, "still", "")]
    silent.refresh_from_db()
    assert silent.is_open


def test_a_story_is_told_and_a_photo_shown_only_while_the_family_says_yes(
    family, worker, outsider, signed_in, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    celebration, mother = CelebrationFactory(family=family), family.adults()[0]
    client = signed_in(worker)

    client.post(address("celebration-story", celebration), {"story": "She did it", "given_by": mother.pk})
    picture = SimpleUploadedFile("anything.exe", PIXEL)
    said = {"photo": picture, "shows": "A certificate", "given_by": mother.pk}
    client.post(address("celebration-photo-add", celebration), said)
    photo = CelebrationPhoto.objects.get()
    shown = client.get(address("celebration-photo", photo))
    stranger = signed_in(outsider).get(address("celebration-photo", photo)).status_code
    for what in ("story", "photo"):
        signed_in(worker).post(reverse("goals:celebration-take-back", args=[celebration.pk, what]))

    celebration.refresh_from_db()
    page = client.get(address("celebration", celebration)).context
    assert (b"".join(shown.streaming_content), shown["Content-Type"], stranger) == (PIXEL, "image/png", 404)
    assert client.get(address("celebration-photo", photo)).status_code == 404
    assert (celebration.may_be_told, page["story"], page["photo"], list(page["photos"])) == (False, None, None, [])
    assert list(CelebrationConsent.objects.values_list("given_by", "withdrawn_on")) == [(mother.pk, TODAY())] * 2


def test_what_is_no_picture_is_not_kept(family, worker, signed_in):
    celebration = CelebrationFactory(family=family)
    said = {"photo": SimpleUploadedFile("photo.png", b"MZ\x00\x01"), "shows": "x", "given_by": family.adults()[0].pk}

    page = signed_in(worker).post(address("celebration-photo-add", celebration), said)

    assert list(page.context["form"].errors) == ["photo"]
    assert not CelebrationPhoto.objects.exists()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_certificate_is_a_tagged_pdf_in_the_language_asked_for(lang, family, worker, signed_in):
    celebration = CelebrationFactory(family=family, what="*Elena* #finished")

    answer = signed_in(worker).get(address("certificate", celebration), {"lang": lang})

    with pikepdf.open(io.BytesIO(answer.content)) as paper:
        assert (str(paper.Root.Lang), len(paper.pages), "/StructTreeRoot" in paper.Root) == (lang, 1, True)
