"""The strengths conversation: led by the family, kept as it goes, followed by the needs a worker confirms."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency import drafts
from agency.due import Clocks
from families import due
from families.models import Answer, Assessment, Need
from tests.agency.factories import CategoryFactory, DeadlineFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    ItemFactory,
    NeedFactory,
)


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


@pytest.mark.parametrize(("go", "to"), [("stop", "family"), ("back", 1), ("es", "2?lang=es"), ("next", "finish")])
def test_every_way_off_the_page_keeps_what_was_said(client, family, talk, page, go, to):
    answer = client.post(page(2), {"PC1-level": "4", "go": go})

    finish = reverse("families:assess-finish", args=[family.pk, talk.pk])
    urls = {"family": family.get_absolute_url(), 1: f"{page(1)}?lang=en", "2?lang=es": f"{page(2)}?lang=es"}
    assert (answer.url, answer_of(talk, "PC1").level) == ((urls | {"finish": finish})[to], 4)


def test_after_the_last_part_with_questions_comes_the_end(client, family, talk, page):
    answer = client.post(page(2), {"go": "next"})

    assert answer.url == reverse("families:assess-finish", args=[family.pk, talk.pk])


@pytest.mark.parametrize("number", [3, 8])
def test_a_part_without_questions_is_no_page(client, page, number):
    assert client.get(page(number)).status_code == 404


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


# ---- kept as it is tapped ----


@pytest.fixture
def tap(client, page):
    """`tap(**boxes)` sends what stands in the boxes of the first part, as the browser does while one types."""
    return lambda **boxes: client.post(page(1), boxes, headers={"X-Draft": "talk"})


def test_each_tap_is_an_answer_that_any_other_screen_sees(tap, talk, page, signed_in, supervisor):
    answer = tap(**{"WB2-level": "4", "WB8-level": "nonsense"})

    shown = signed_in(supervisor).get(page(1)).context["forms"][0]
    assert (answer.status_code, answer_of(talk, "WB2").level, shown["level"].value()) == (200, 4, "4")


def test_a_page_left_open_overwrites_nobody(client, tap, talk, page):
    stale = client.get(page(1)).context["forms"][0]["was"].value()
    tap(**{"WB2-level": "4"})

    tap(**{"WB2-was": stale, "WB8-level": "2"})

    assert (answer_of(talk, "WB2").level, answer_of(talk, "WB8").level) == (4, 2)


def test_words_taken_out_again_are_gone(client, tap, talk, page):
    tap(**{"WB2-strength": "We grow beans."})
    opened = client.get(page(1)).context["forms"][0]["was"].value()

    tap(**{"WB2-was": opened, "WB2-strength": ""})

    assert (answer_of(talk, "WB2").strength, answer_of(talk, "WB2").no_level) == ("", "ND")


def test_a_tap_after_a_colleague_has_finished_says_so(tap, talk):
    Assessment.objects.filter(pk=talk.pk).update(done_on=timezone.localdate())

    assert (tap(**{"WB2-level": "1"}).status_code, talk.answers.count()) == (409, 0)


def test_a_tap_after_the_session_has_ended_waits_behind_the_log_in(tap, client, talk, page, worker):
    client.get(page(1))
    del client.cookies["sessionid"]

    refused = tap(
        **{"WB2-level": "2", "WB2-strength": "We grow beans.", "_draft": f"assessment:{talk.pk}:1", "_path": page(1)}
    )
    client.force_login(worker)

    assert (refused.status_code, "We grow beans." in client.get(page(1)).content.decode()) == (401, True)


# ---- what cannot wait ----


def on_the_list(family):
    return [(need.what, need.is_urgent, need.added_by) for need in family.needs.all()]


@pytest.mark.parametrize(
    ("boxes", "what"),
    [
        ({"WB2-level": "1"}, "anchor 1"),
        ({"WB8-level": "3", "WB8-is_urgent": "on"}, "Item WB8"),
        ({"WB8-is_urgent": "on"}, "Item WB8"),
    ],
    ids=["the lowest answer to an urgent question", "said so", "said so, and nothing else"],
)
def test_what_cannot_wait_is_due_today_before_the_conversation_is_over(tap, family, worker, boxes, what):
    DeadlineFactory(code="urgent_need", length=0)

    tap(**boxes)

    today = due.items([family.pk], worker, Clocks())
    assert on_the_list(family) == [(what, True, worker)]
    assert [item.due_on for item in today if item.kind == "urgent_need"] == [timezone.localdate()]


def test_a_tap_taken_back_takes_the_need_away(client, tap, family, page):
    tap(**{"WB2-level": "1"})

    tap(**{"WB2-level": "3"})

    assert on_the_list(family) == []


@pytest.mark.parametrize("touched", [{"first_step_at": timezone.now()}, {"what": "No food since Friday"}])
def test_a_need_somebody_has_touched_stays(tap, family, touched):
    tap(**{"WB2-level": "1"})
    Need.objects.update(**touched)

    tap(**{"WB2-level": "3"})

    assert Need.objects.count() == 1


def test_tapped_twice_it_is_one_need(tap, family):
    tap(**{"WB2-level": "1"})
    tap(**{"WB2-level": "1", "WB2-is_urgent": "on"})

    assert Need.objects.count() == 1


def test_a_clock_that_runs_for_the_same_kind_is_not_doubled(tap, family, talk):
    NeedFactory(family=family, category=talk.version.items.get(code="WB2").category, urgency=3, what="Since Friday")

    tap(**{"WB2-level": "1"})

    assert [need.what for need in Need.objects.all()] == ["Since Friday"]


def test_at_the_end_an_urgent_need_is_shown_as_on_the_list_and_not_suggested_again(tap, client, family, talk):
    tap(**{"WB2-level": "1"})

    page = client.get(reverse("families:assess-finish", args=[family.pk, talk.pk]))

    assert ([need.what for need in page.context["urgent"]], page.context["needs"]) == (["anchor 1"], [])


# ---- on paper ----


@pytest.fixture
def key_in(signed_in, worker, talk):
    """`key_in(**boxes)` posts the page for paper as the worker."""
    client = signed_in(worker)
    url = reverse("families:assess-paper", args=[talk.family_id, talk.pk])
    return lambda **boxes: client.post(url, boxes)


def test_paper_is_typed_in_on_one_page_with_its_true_days(key_in, talk, worker):
    last_week = timezone.localdate() - timedelta(days=7)
    boxes = {"WB2-level": "4", "WB2-staff_level": "3", "WB8-level": "PN", "PC1-level": "2", "PC1-work_on": "now"}

    answer = key_in(talked_on=str(last_week), **boxes)

    talk.refresh_from_db()
    said = [(a.level, a.no_level, a.staff_level, a.work_on) for a in talk.answers.order_by("item__position")]
    assert said == [(4, "", 3, ""), (None, "PN", None, ""), (2, "", None, "now")]
    assert (talk.started_on, talk.keyed_on, talk.keyed_by) == (last_week, timezone.localdate(), worker)
    assert answer.url == reverse("families:assess-finish", args=[talk.family_id, talk.pk])


def test_a_conversation_from_paper_ends_on_the_day_it_was_held(key_in, client, family, talk):
    last_week = timezone.localdate() - timedelta(days=7)
    key_in(talked_on=str(last_week))

    finish = client.get(reverse("families:assess-finish", args=[family.pk, talk.pk])).context["form"]

    assert finish["done_on"].value() == last_week


def test_a_paper_filled_in_tomorrow_cannot_be(key_in, talk):
    page = key_in(talked_on=str(timezone.localdate() + timedelta(days=1)), **{"WB2-level": "4"})

    assert ("This day has not come yet." in page.content.decode(), talk.answers.count()) == (True, 0)


def test_beginning_from_paper_opens_the_page_to_type_in(signed_in, worker, family, version):
    answer = signed_in(worker).post(
        reverse("families:assess", args=[family.pk]), {"occasion": "first", "language": "en", "how": "paper"}
    )

    assert answer.url == reverse("families:assess-paper", args=[family.pk, Assessment.objects.get().pk])


@pytest.mark.parametrize("query", ["", "?lang=es", "?last=1"])
def test_the_questions_are_printed(signed_in, worker, family, version, query):
    done = AssessmentFactory(family=family, version=version, staff=worker, done_on=timezone.localdate())
    AnswerFactory(assessment=done, item=version.items.get(code="WB2"), level=4)

    answer = signed_in(worker).get(reverse("families:assess-print", args=[family.pk]) + query)

    assert (answer.headers["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
