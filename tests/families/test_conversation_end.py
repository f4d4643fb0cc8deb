"""The end of a strengths conversation: the needs a worker confirms, and what it tells beside the earlier ones."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from families import actions, comparison, conversation
from families.models import Assessment, Need
from tests.agency.factories import CategoryFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    InstrumentVersionFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
)

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
        actions.keep_answers(assessment=talk, said={}, by=talk.staff)


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


# ---- then and now ----


@pytest.fixture
def year(family, worker, version):
    """First, middle, end; the end asks a newer version that left WB8 out and asks WB9."""
    newer = InstrumentVersionFactory(instrument=version.instrument, number=2)
    for position, (code, outcome) in enumerate((("WB2", 1), ("WB9", 1), ("PC1", 2)), start=1):
        ItemFactory(version=newer, code=code, outcome=outcome, position=position)
    said = [
        ("first", 200, version, {"WB2": 2, "WB8": 1, "PC1": 4}),
        ("middle", 100, version, {"WB2": 3, "WB8": 3, "PC1": 4}),
        ("end", 5, newer, {"WB2": 4, "WB9": 5, "PC1": 4}),
    ]
    return [_held(family, worker, *talk) for talk in said]


def _held(family, worker, occasion, days_ago, version, levels):
    day = timezone.localdate() - timedelta(days=days_ago)
    talk = AssessmentFactory(
        family=family, version=version, staff=worker, occasion=occasion, started_on=day, done_on=day
    )
    for code, level in levels.items():
        AnswerFactory(assessment=talk, item=version.items.get(code=code), level=level)
    return talk


def test_first_middle_and_end_stand_side_by_side_in_words(family, worker, year):
    well_being = comparison.page(family, worker)["groups"][0]

    rows = [(str(row["label"]), row["levels"], row["change"]) for row in well_being["rows"]]
    assert rows == [
        ("Item WB2", [2, 3, 4], "was hard, now going well"),
        ("Item WB8", [1, 3, None], "was in need of help, now getting by"),
    ]
    assert (well_being["values"], well_being["of"], well_being["up"]) == ([2, 3, 4], 1, 1)


def test_what_only_one_version_asked_says_so(family, worker, year):
    apart = [(str(one["label"]), one["when"][:4]) for one in comparison.page(family, worker)["groups"][0]["apart"]]

    assert apart == [("Item WB9", "End,")]


def test_what_two_of_three_asked_is_compared_where_it_was_asked(family, worker, year):
    groups = comparison.page(family, worker, asked={year[0].pk, year[1].pk})["groups"]

    assert [row["change"] for row in groups[0]["rows"]] == [
        "was hard, now getting by",
        "was in need of help, now getting by",
    ]


def test_nobody_gets_a_total(client, signed_in, worker, family, year):
    page = signed_in(worker).get(reverse("families:compare", args=[family.pk]))

    groups = page.context["groups"]
    assert [group["label"] for group in groups] == ["Outcome 1", "Outcome 2"]
    assert {"total", "score", "sum", "mean"}.isdisjoint(groups[0])


@pytest.mark.parametrize("name", ["compare", "needs"])
def test_a_page_asks_the_database_as_often_for_one_as_for_three(signed_in, worker, family, year, name):
    client, url = signed_in(worker), reverse(f"families:{name}", args=[family.pk])
    NeedFactory(family=family)
    client.get(url)

    def asked():
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        return len(caught)

    before = asked()
    for talk in year[1:]:
        _held(family, worker, "middle", 50, talk.version, {"WB2": 3})
        NeedFactory(family=family)
    assert (asked(), before <= 25) == (before, True)


def test_an_outsider_cannot_tell_that_anything_was_said(signed_in, outsider, family, year):
    names = [("compare", [family.pk]), ("needs", [family.pk]), ("assess-print", [family.pk])]
    names.append(("assess-paper", [family.pk, year[0].pk]))

    seen = [signed_in(outsider).get(reverse(f"families:{name}", args=args)).status_code for name, args in names]

    assert seen == [404, 404, 404, 404]
