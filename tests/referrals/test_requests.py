"""A parent asks about the record: 45 days, a reason, a hearing when we say no; nothing is destroyed meanwhile."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency import held
from agency.due import Clocks
from agency.models import Draft
from agency.tasks import forget_old_drafts
from families.models import Activity
from goals.models import GoalStep
from referrals import actions, answer_letter, due, requests
from referrals.models import ParentStatement, RecordRequest
from supervision.forms.sessions import DecisionForm
from tests.agency.factories import DeadlineFactory
from tests.families.factories import ActivityFactory, AttendanceFactory, FamilyFactory, MemberFactory
from tests.goals.factories import GoalFactory, StepFactory
from tests.referrals.factories import RequestFactory
from tests.supervision.factories import DecisionFactory

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def clock(agency):
    return DeadlineFactory(code="record_request", starts_from="record_asked", length=45, warn_before=30)


@pytest.fixture
def amend(family):
    """A parent asked, ten days ago, to have something put right."""
    return RequestFactory(family=family, asked_by=family.adults()[0], amend=True, asked_on=TODAY - 10 * DAY)


@pytest.fixture
def step(signed_in, worker):
    """`step(request, name, **typed)` takes a step as the worker; gives back the answer and the row as it is now."""

    def take(request, name, **typed):
        answer = signed_in(worker).post(reverse("referrals:request-step", args=[request.pk, name]), typed)
        request.refresh_from_db()
        return answer

    return take


HEARING = {"hearing_on": TODAY - 2 * DAY, "hearing_where": "10:00, the office", "hearing_told_on": TODAY - 6 * DAY,
           "hearing_by": "Ana Ruiz, council chair", "hearing_is_fair": "on"}  # fmt: skip


def test_a_request_is_written_down_as_it_was_said(signed_in, worker, family):
    parent, url = family.adults()[0], reverse("referrals:request-add", args=[family.pk])
    typed = {"kind": "amend", "asked_by": parent.pk, "what": "The note of May", "why": "The bus did not come",
             "asked_on": TODAY - DAY, "how": "phone", "language": "es"}  # fmt: skip

    signed_in(worker).post(url, typed)

    asked = RecordRequest.objects.get()
    assert (asked.state, asked.asked_by, asked.why, asked.recorded_by) == (
        "asked", parent, "The bus did not come", worker,
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked_by": ""},
        {"stands_in": "Rosa Lara, guardian"},
        {"kind": "amend", "what": "", "why": "So it was not"},
        {"kind": "amend", "what": "The note", "why": ""},
        {"asked_on": TODAY + DAY},
    ],
)
def test_what_does_not_say_who_asks_for_what_is_not_kept(signed_in, worker, family, wrong):
    typed = {"kind": "inspect", "asked_by": family.adults()[0].pk, "what": "Typed words", "asked_on": TODAY,
             "how": "phone", "language": "en"}  # fmt: skip

    answer = signed_in(worker).post(reverse("referrals:request-add", args=[family.pk]), typed | wrong)

    assert (answer.status_code, RecordRequest.objects.count()) == (200, 0)


def test_who_stands_in_a_parents_place_may_ask_too(signed_in, worker, family):
    typed = {"kind": "copy", "stands_in": "Rosa Lara, guardian", "asked_on": TODAY, "how": "mail", "language": "en"}

    signed_in(worker).post(reverse("referrals:request-add", args=[family.pk]), typed)

    assert RecordRequest.objects.get().asker == "Rosa Lara, guardian"


def test_it_is_due_by_its_clock_and_a_hearing_on_its_day(family, worker, clock, amend):
    other = FamilyFactory(center=family.center)
    refused = {"state": "hearing", "amend": True, "answer": "No", "answered_on": TODAY, "answered_by": worker}
    hearing = RequestFactory(family=family, hearing_asked_on=TODAY, hearing_on=TODAY + 5 * DAY, **refused)
    RequestFactory(family=family, state="given", answered_on=TODAY, answered_by=worker)
    RequestFactory(family=other)

    def items(on):
        found = due.items([family.pk], worker, Clocks(on))
        return [(item.about, item.due_on) for item in found if item.kind == "record_request"]

    asked, day = (amend.pk, TODAY + 35 * DAY), (hearing.pk, TODAY + 5 * DAY)
    assert [items(TODAY), items(TODAY + 5 * DAY)] == [[day], [asked, day]]


def test_requests_and_ending_consents_are_one_statement(family, worker, clock):
    for _n in range(3):
        RequestFactory(family=family, asked_on=TODAY - 20 * DAY)

    with CaptureQueriesContext(connection) as asked:
        found = due.items([family.pk], worker, Clocks())

    about = [query["sql"] for query in asked if "referrals_recordrequest" in query["sql"]]
    assert (len(found), len(about), "referrals_consent" in about[0]) == (3, 1, True)


def test_a_refusal_says_why_and_the_letter_offers_the_hearing(step, amend, worker):
    amend.language = "en"
    assert step(amend, "refuse", answered_on=TODAY, answer="").status_code == 200

    step(amend, "refuse", answered_on=TODAY, answer="The note says what was said.")

    told = answer_letter.content(amend, worker)["parts"]
    assert (amend.state, amend.answered_by) == ("refused", worker)
    assert [heading for heading, _lines in told] == ["Our answer", "If you do not agree"]
    assert "right to a hearing" in told[1][1][0]


def test_refusing_to_show_a_record_offers_no_hearing(family, worker):
    refused = RequestFactory(family=family, state="refused", answer="A court forbids it", answered_on=TODAY,
                             answered_by=worker)  # fmt: skip

    assert [heading for heading, _lines in answer_letter.content(refused, worker)["parts"]] == ["Our answer"]


def test_a_hearing_that_finds_for_the_parent_ends_with_the_record_put_right(step, amend):
    step(amend, "refuse", answered_on=TODAY - 8 * DAY, answer="No")
    step(amend, "ask_hearing", hearing_asked_on=TODAY - 7 * DAY)

    step(amend, "uphold", finding="The bus had broken down. The note is corrected.", decided_on=TODAY, **HEARING)

    assert (amend.state, amend.is_open, amend.hearing_is_fair) == ("amended", False, True)


@pytest.mark.parametrize(
    "unfair",
    [
        {"hearing_is_fair": ""},
        {"hearing_by": ""},
        {"hearing_told_on": TODAY - 2 * DAY},
        {"hearing_on": TODAY + DAY},
        {"decided_on": TODAY - 3 * DAY},
    ],
)
def test_a_hearing_that_was_not_fair_decides_nothing(step, family, worker, unfair):
    days = {"asked_on": TODAY - 10 * DAY, "answered_on": TODAY - 9 * DAY, "hearing_asked_on": TODAY - 8 * DAY}
    hearing = RequestFactory(family=family, amend=True, state="hearing", answer="No", answered_by=worker, **days)

    answer = step(hearing, "keep", **({"finding": "It stays", "decided_on": TODAY} | HEARING | unfair))

    assert (answer.status_code, hearing.state) == (200, "hearing")


def test_after_a_lost_hearing_the_parents_words_end_the_request(signed_in, step, amend, family, worker):
    goal = GoalFactory(family=family)
    step(amend, "refuse", answered_on=TODAY - 8 * DAY, answer="No")
    step(amend, "ask_hearing", hearing_asked_on=TODAY - 7 * DAY)
    step(amend, "keep", finding="It stays", decided_on=TODAY, **HEARING)
    typed = {"about": f"goal-{goal.pk}", "words": "So it was not.", "parent": family.adults()[0].pk,
             "written_on": TODAY}  # fmt: skip

    url = reverse("referrals:statement-add", args=[family.pk])
    signed_in(worker).post(f"{url}?request={amend.pk}", typed)

    amend.refresh_from_db()
    assert (amend.state, amend.statement) == ("stated", ParentStatement.objects.get(goal=goal))


def test_a_step_that_does_not_fit_any_more_says_so_and_changes_nothing(step, amend):
    step(amend, "amend", answered_on=TODAY, answer="Corrected")

    answer = step(amend, "refuse", answered_on=TODAY, answer="No")

    assert (answer.status_code, amend.state, amend.answer) == (302, "amended", "Corrected")


def test_the_database_keeps_to_the_table_too(amend, worker):
    facts = {"answered_on": TODAY, "answered_by": worker}
    for state, error in (("held", InternalError), ("given", IntegrityError), ("amended", IntegrityError)):
        with pytest.raises(error), transaction.atomic():
            RecordRequest.objects.filter(pk=amend.pk).update(state=state, **facts)


def test_only_who_serves_the_family_answers(signed_in, amend, manager, outsider, teammate):
    url = reverse("referrals:request-step", args=[amend.pk, "withdraw"])

    assert [signed_in(person).get(url).status_code for person in (manager, outsider, teammate)] == [403, 404, 403]


def test_the_letter_is_a_pdf_in_the_familys_language(signed_in, worker, clock, amend):
    RecordRequest.objects.update(language="es")

    answer = signed_in(worker).get(reverse("referrals:request-letter", args=[amend.pk]))

    with pikepdf.open(BytesIO(answer.content)) as document:
        assert (str(document.Root.Lang), "/StructTreeRoot" in document.Root) == ("es", True)


# ---- nothing is destroyed meanwhile -------------------------------------------------------------------------------
def test_a_record_is_held_from_the_question_to_the_answer(family, worker):
    asked = RequestFactory(family=family)
    before = held.among([family.pk, 0, None])

    actions.requests.take_step(request=asked, name="give", by=worker, typed={"answered_on": TODAY})

    assert (before, requests.held([family.pk])) == ({family.pk}, set())


def test_a_step_taken_out_of_a_goal_stays_while_a_parent_waits(signed_in, worker, family):
    row = StepFactory(goal=GoalFactory(family=family))
    RequestFactory(family=family)

    answer = signed_in(worker).post(
        reverse("goals:step-remove", args=[row.pk]), {"confirmed": "1"}, HTTP_REFERER=row.goal.get_absolute_url(),
        follow=True,
    )  # fmt: skip

    assert "until they are answered nothing of it may be destroyed" in answer.content.decode()
    assert GoalStep.objects.filter(pk=row.pk).exists()


def test_a_list_with_a_strangers_held_family_leads_back_to_the_activity(signed_in, worker, family):
    activity, other = ActivityFactory(center=family.center, added_by=worker), FamilyFactory()
    AttendanceFactory(activity=activity, family=other, member=MemberFactory(family=other))
    RequestFactory(family=other)
    url = reverse("families:activity-drop", args=[activity.pk])

    answer = signed_in(worker).post(url, {"confirmed": "1"}, HTTP_REFERER=url)

    assert (answer.url, Activity.objects.filter(pk=activity.pk).exists()) == (activity.get_absolute_url(), True)


def test_what_supervision_decided_about_the_family_is_not_emptied_meanwhile(family, supervisor):
    RequestFactory(family=family)
    about, of_the_work = DecisionFactory(family=family), DecisionFactory()

    forms = [DecisionForm({"what": ""}, instance=one, two=[supervisor]) for one in (about, of_the_work)]

    assert [list(form.errors) for form in forms] == [["what"], []]


def test_words_typed_about_the_family_are_kept_too(signed_in, worker, family):
    old = timezone.now() - 90 * DAY
    kept, gone = (
        Draft.objects.create(user=worker, key=f"k{pk}", typed={}, path="", family_id=pk, saved_at=old)
        for pk in (family.pk, None)
    )
    RequestFactory(family=family)

    signed_in(worker).post(reverse("agency:draft-throw-away", args=[kept.pk]))
    forget_old_drafts()

    assert list(Draft.objects.values_list("pk", flat=True)) == [kept.pk]
    assert gone.pk != kept.pk
