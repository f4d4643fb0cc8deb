"""The strengths conversation: led by the family, kept as it goes, followed by the needs a worker confirms."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency import drafts
from families import actions, conversation
from families.models import Answer, Assessment, Need
from tests.agency.factories import CategoryFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    InstrumentVersionFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
)


@pytest.fixture
def version(db):
    """Two questions of the first outcome, one of the second; the first may not wait."""
    version = InstrumentVersionFactory()
    food = CategoryFactory(code="food", is_urgent=True)
    ItemFactory(version=version, code="WB2", outcome=1, position=1, is_urgent=True, category=food)
    ItemFactory(version=version, code="WB8", outcome=1, position=2, category=CategoryFactory(code="rides"))
    ItemFactory(version=version, code="PC1", outcome=2, position=3, category=CategoryFactory(code="parenting"))
    return version


@pytest.fixture
def talk(family, worker, version):
    """A conversation that has begun."""
    return AssessmentFactory(family=family, version=version, staff=worker)


@pytest.fixture
def page(signed_in, worker, talk):
    """`page(number)` is the address of a part, and the client is the worker's."""
    signed_in(worker)
    return lambda number: reverse("families:assess-part", args=[talk.family_id, talk.pk, number])


def answer_of(talk, code):
    return talk.answers.get(item__code=code)


def test_beginning_opens_the_first_part(signed_in, worker, family, version):
    answer = signed_in(worker).post(
        reverse("families:assess", args=[family.pk]), {"occasion": "first", "language": "es"}
    )

    talk = Assessment.objects.get()
    assert (answer.url, talk.language, talk.staff) == (
        reverse("families:assess-part", args=[family.pk, talk.pk, 1]),
        "es",
        worker,
    )


def test_going_on_opens_the_first_part_nothing_was_said_in(signed_in, worker, family, talk):
    AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"))

    answer = signed_in(worker).get(reverse("families:assess", args=[family.pk]))

    assert answer.url == reverse("families:assess-part", args=[family.pk, talk.pk, 2])


def test_what_was_said_is_kept_when_one_moves_on(client, talk, page):
    said = {"WB2-level": "2", "WB2-work_on": "now", "WB2-strength": "We grow beans.", "WB2-is_urgent": "on"}

    answer = client.post(page(1), said | {"go": "next"})

    kept = answer_of(talk, "WB2")
    assert (kept.level, kept.work_on, kept.strength, kept.is_urgent) == (2, "now", "We grow beans.", True)
    assert answer.url == f"{page(2)}?lang=en"


@pytest.mark.parametrize("way_out", ["ND", "PN", "NA"])
def test_a_question_may_be_left_unanswered_in_three_ways(client, talk, page, way_out):
    client.post(page(1), {"WB2-level": way_out})

    kept = answer_of(talk, "WB2")
    assert (kept.level, kept.no_level) == (None, way_out)


def test_a_question_nobody_touched_leaves_no_answer(client, talk, page):
    client.post(page(1), {"go": "next"})

    assert talk.answers.count() == 0


def test_a_strength_alone_is_kept(client, talk, page):
    client.post(page(1), {"WB2-strength": "We grow beans."})

    assert answer_of(talk, "WB2").no_level == Answer.NoLevel.NOT_DISCUSSED


@pytest.mark.parametrize(("go", "to"), [("stop", "family"), ("back", 1), ("es", "2?lang=es"), ("next", "3?lang=en")])
def test_every_way_off_the_page_keeps_what_was_said(client, family, talk, page, go, to):
    answer = client.post(page(2), {"PC1-level": "4", "go": go})

    urls = {"family": family.get_absolute_url(), 1: f"{page(1)}?lang=en", "2?lang=es": f"{page(2)}?lang=es"}
    assert (answer.url, answer_of(talk, "PC1").level) == (urls.get(to, f"{page(3)}?lang=en"), 4)


def test_after_the_last_part_comes_the_end(client, family, talk, page):
    answer = client.post(page(7), {"go": "next"})

    assert answer.url == reverse("families:assess-finish", args=[family.pk, talk.pk])


def test_there_are_seven_parts(client, page):
    assert client.get(page(8)).status_code == 404


def test_the_screen_speaks_the_language_of_the_conversation(client, talk, page):
    Assessment.objects.filter(pk=talk.pk).update(language="es")

    answer = client.get(page(1))

    assert (answer.headers["Content-Language"], '<html lang="es"' in answer.content.decode()) == ("es", True)


def test_the_answer_of_last_time_stands_beside(client, family, talk, page, worker):
    before = AssessmentFactory(
        family=family, version=talk.version, staff=worker, started_on=timezone.localdate() - timedelta(days=100),
        done_on=timezone.localdate() - timedelta(days=100),
    )  # fmt: skip
    AnswerFactory(assessment=before, item=talk.version.items.get(code="WB2"), level=4)

    assert "“Level 4”" in client.get(page(1)).content.decode()


def test_a_restricted_answer_stays_folded_on_a_screen_two_parents_may_share(client, family, talk, page, worker):
    item = ItemFactory(version=talk.version, code="WB6", category=CategoryFactory(is_restricted=True))
    before = AssessmentFactory(family=family, version=talk.version, staff=worker, done_on=timezone.localdate())
    AnswerFactory(assessment=before, item=item, level=1)
    AnswerFactory(assessment=talk, item=item, level=2)

    form = next(form for form in client.get(page(1)).context["forms"] if form.item == item)

    assert (form.said_label, form.before) == ("Talked about", None)


def test_words_typed_and_not_sent_are_there_again(client, talk, page, worker):
    drafts.keep(worker, f"assessment:{talk.pk}:1", {"WB2-strength": ["We grow beans."], "WB2-level": ["3"]})

    assert "We grow beans." in client.get(page(1)).content.decode()


def test_an_answer_that_is_none_is_refused_and_the_words_stay(client, talk, page):
    shown = client.post(page(1), {"WB2-level": "9", "WB2-strength": "We grow beans."}).content.decode()

    assert ("We grow beans." in shown, talk.answers.count()) == (True, 0)


# ---- the end ----


@pytest.fixture
def finish(signed_in, worker, talk):
    """`finish(**more)` posts the last page as the worker."""
    client = signed_in(worker)
    url = reverse("families:assess-finish", args=[talk.family_id, talk.pk])
    said = {"done_on": str(timezone.localdate()), "language": "es", "place": "home"}
    return lambda **more: client.post(url, said | more)


def suggested(talk):
    return [(need.what, need.urgency, need.interest) for need in conversation.suggested_needs(talk)]


@pytest.mark.parametrize(
    ("code", "said", "need"),
    [
        ("WB2", {"level": 1}, ("anchor 1", Need.Degree.HIGH, "later")),
        ("WB2", {"level": 2, "work_on": "now"}, ("anchor 2", Need.Degree.MIDDLE, "now")),
        ("WB8", {"level": 1, "work_on": "later"}, ("anchor 1", Need.Degree.LOW, "later")),
        ("WB8", {"level": 4, "work_on": "now"}, ("Item WB8", Need.Degree.MIDDLE, "now")),
        ("WB8", {"level": 3, "is_urgent": True}, ("Item WB8", Need.Degree.HIGH, "later")),
    ],
    ids=["the lowest, may not wait", "hard, now", "hard, later", "fine, wants more", "urgent by their word"],
)
def test_a_hard_or_wanted_or_urgent_answer_speaks_of_a_need(talk, code, said, need):
    AnswerFactory(assessment=talk, item=talk.version.items.get(code=code), **said)

    assert suggested(talk) == [need]


@pytest.mark.parametrize("said", [{"level": 3}, {"level": 5, "work_on": "no"}, {"level": None, "no_level": "PN"}])
def test_other_answers_speak_of_none(talk, said):
    AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"), **said)

    assert suggested(talk) == []


def test_the_worker_confirms_which_needs_to_keep(finish, talk, family):
    food = AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"), level=1)
    rides = AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB8"), level=2)
    mother = family.members.get(first_name="Elena")
    ticked = {
        f"need-{food.pk}-keep": "on",
        f"need-{food.pk}-what": "No food since Friday",
        f"need-{food.pk}-category": food.item.category_id,
        f"need-{food.pk}-urgency": "3",
        f"need-{food.pk}-interest": "now",
        f"need-{rides.pk}-what": "Rides",
    }

    finish(took_part=[mother.pk], **ticked)

    talk.refresh_from_db()
    kept = [(need.what, need.urgency, need.answer) for need in Need.objects.all()]
    assert kept == [("No food since Friday", Need.Degree.HIGH, food)]
    assert (talk.done_on, talk.language, list(talk.took_part.all())) == (timezone.localdate(), "es", [mother])


def test_a_need_that_cannot_be_kept_says_why_and_loses_nothing(finish, talk):
    food = AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"), level=1)
    ticked = {f"need-{food.pk}-keep": "on", f"need-{food.pk}-what": "", f"need-{food.pk}-urgency": "3"}

    page = finish(**ticked)

    talk.refresh_from_db()
    assert (page.status_code, talk.done_on, Need.objects.count()) == (200, None, 0)
    assert "things to look at before this can be saved" in page.content.decode()


def test_answers_given_while_a_colleague_finishes_are_refused_with_a_sentence(talk):
    Assessment.objects.filter(pk=talk.pk).update(done_on=timezone.localdate())

    with pytest.raises(actions.FinishedMeanwhile, match="has been finished meanwhile"):
        actions.keep_answers(assessment=talk, said={})


def test_an_answer_gives_one_need_at_most(talk):
    answer = AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"), level=1)
    NeedFactory(family=talk.family, answer=answer)

    assert suggested(talk) == []


def test_a_kind_that_is_on_the_list_already_is_not_ticked(signed_in, worker, talk):
    item = talk.version.items.get(code="WB2")
    AnswerFactory(assessment=talk, item=item, level=1)
    NeedFactory(family=talk.family, category=item.category, what="The pantry was closed")

    page = signed_in(worker).get(reverse("families:assess-finish", args=[talk.family_id, talk.pk]))

    assert ("The pantry was closed" in page.content.decode(), page.context["needs"][0]["keep"].value()) == (True, False)


def test_a_talk_tomorrow_has_not_been_held(finish, talk):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = finish(done_on=str(tomorrow)).content.decode()

    talk.refresh_from_db()
    assert ("This day has not come yet." in page, talk.done_on) == (True, None)


def test_a_talk_typed_in_from_paper_keeps_its_day(finish, talk):
    finish(done_on=str(timezone.localdate() - timedelta(days=9)))

    talk.refresh_from_db()
    assert talk.started_on == talk.done_on == timezone.localdate() - timedelta(days=9)


def test_a_finished_conversation_takes_no_more_answers(client, finish, talk, page):
    finish()

    client.post(page(1), {"WB2-level": "1"})

    assert talk.answers.count() == 0


# ---- afterwards ----


def test_strengths_come_first_in_the_familys_own_words(talk, worker):
    AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"), level=5)
    AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB8"), level=1, strength="My sister drives us.")

    assert conversation.result(talk, worker)["strengths"] == ["My sister drives us.", "Item WB2"]


def test_first_and_latest_stand_side_by_side_with_their_denominator(talk, family, worker):
    before = AssessmentFactory(family=family, version=talk.version, staff=worker, done_on=timezone.localdate())
    for code, was, now in (("WB2", 2, 4), ("WB8", 3, 3), ("PC1", 5, None)):
        item = talk.version.items.get(code=code)
        AnswerFactory(assessment=before, item=item, level=was)
        AnswerFactory(assessment=talk, item=item, level=now, no_level="" if now else "PN")

    rows = conversation.result(talk, worker)["comparison"]["rows"]

    assert rows == [{"label": "Outcome 1", "first": 2.5, "latest": 3.5, "up": 1, "same": 1, "down": 0, "of": 2}]


def test_a_reviewer_does_not_read_restricted_answers(talk, worker, agency):
    from tests.agency.factories import UserFactory

    item = ItemFactory(version=talk.version, category=CategoryFactory(is_restricted=True))
    AnswerFactory(assessment=talk, item=item, strength="A word for the worker alone")
    reviewer = UserFactory(role="monitor", grant__ends_on=timezone.localdate())

    seen = [conversation.result(talk, person)["hidden"] for person in (worker, reviewer)]

    assert seen == [0, 1]


def test_staff_keep_their_level_beside_the_parents(signed_in, worker, talk):
    AnswerFactory(assessment=talk, item=talk.version.items.get(code="WB2"), level=4)

    signed_in(worker).post(
        reverse("families:assess-staff", args=[talk.family_id, talk.pk]), {"WB2-level": "2", "PC1-level": "3"}
    )

    levels = list(talk.answers.order_by("item__position").values_list("level", "no_level", "staff_level"))
    assert levels == [(4, "", 2), (None, "ND", 3)]


def test_the_page_asks_as_many_questions_of_the_database_for_any_number_of_answers(
    signed_in, worker, talk, django_assert_max_num_queries
):
    for code in ("WB2", "WB8", "PC1"):
        AnswerFactory(assessment=talk, item=talk.version.items.get(code=code))
    client = signed_in(worker)

    with django_assert_max_num_queries(25):
        client.get(talk.get_absolute_url())


def test_only_adults_took_part(signed_in, worker, talk, family):
    MemberFactory(family=family, first_name="Rafael")

    page = signed_in(worker).get(reverse("families:assess-finish", args=[family.pk, talk.pk]))

    offered = page.context["form"].fields["took_part"].queryset
    assert [member.first_name for member in offered] == ["Elena", "Rafael"]
