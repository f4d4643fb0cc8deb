"""Flags on a record: a supervisor raises, the worker answers, both see it; nobody else does."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agency.due import Clocks
from supervision import due, panels
from supervision.models import CaseFlag, FlagEntry
from supervision.states import FLAG
from tests.supervision.factories import FlagFactory
from tests.workspace.factories import ago


def address(name, *args):
    return reverse(f"supervision:{name}", args=[getattr(arg, "pk", arg) for arg in args])


@pytest.fixture
def flag(family, supervisor):
    return FlagFactory(family=family, raised_by=supervisor)


def said(flag):
    return list(flag.entries.order_by("pk").values_list("act", "words", "said_by"))


def test_a_supervisor_raises_a_worker_answers_a_supervisor_asks_again_and_settles(
    signed_in, family, worker, supervisor
):
    raised = {"reason": "contact", "words": "Nobody has written since the move."}
    signed_in(supervisor).post(address("flag-add", family), raised)
    flag = CaseFlag.objects.get()
    signed_in(worker).post(address("flag-move", flag, "answer"), {"answer-words": "I called; the number is new."})
    signed_in(supervisor).post(address("flag-move", flag, "reopen"), {"reopen-words": "Did they answer?"})
    signed_in(worker).post(address("flag-move", flag, "answer"), {"answer-words": "Yes, on Monday."})
    signed_in(supervisor).post(address("flag-move", flag, "close"), {"close-words": ""})

    flag.refresh_from_db()
    assert flag.state == "closed"
    assert said(flag) == [
        ("raised", "Nobody has written since the move.", supervisor.pk),
        ("answer", "I called; the number is new.", worker.pk),
        ("reopen", "Did they answer?", supervisor.pk),
        ("answer", "Yes, on Monday.", worker.pk),
        ("close", "", supervisor.pk),
    ]
    assert [row["state"] for row in flag.history.order_by("pgh_id").values("state")] == [
        "raised",
        "answered",
        "raised",
        "answered",
    ]


def test_an_answer_has_words_and_nothing_typed_is_lost(signed_in, flag, worker, supervisor):
    empty = signed_in(worker).post(address("flag-move", flag, "answer"), {"answer-words": " "})
    not_theirs = signed_in(worker).post(address("flag-move", flag, "close"), {"close-words": "Done"})
    not_yet = signed_in(supervisor).post(address("flag-move", flag, "reopen"), {"reopen-words": "Again"})

    flag.refresh_from_db()
    assert (empty.status_code, not_theirs.status_code, not_yet.status_code) == (200, 302, 302)
    assert (flag.state, len(said(flag))) == ("raised", 1)


def test_both_find_it_on_their_day(signed_in, flag, family, worker, supervisor, clocks):
    waits = [(item.kind, item.due_on) for item in due.items([family.pk], worker, Clocks())]
    signed_in(worker).post(address("flag-move", flag, "answer"), {"answer-words": "I called."})

    assert waits == [(due.FLAG, ago(-7))]
    assert due.items([family.pk], worker, Clocks()) == []
    assert [row["act_url"] for row in panels.my_day(supervisor, set(), Clocks())] == [flag.get_absolute_url()]


@pytest.mark.parametrize("who", ["outsider", "teammate", "manager", "reviewer"])
def test_nobody_else_reads_a_flag(request, signed_in, flag, family, who):
    person = request.getfixturevalue(who)
    client = signed_in(person)

    opened = client.get(address("flag", flag)).status_code
    page = client.get(family.get_absolute_url(), follow=True).content.decode()

    assert (opened in (403, 404), CaseFlag.objects.visible_to(person).count()) == (True, 0)
    assert "nobody seems to be in touch" not in page.lower()


@pytest.mark.parametrize("who", ["worker", "supervisor"])
def test_the_family_page_shows_it_to_both(request, signed_in, flag, family, who):
    page = signed_in(request.getfixturevalue(who)).get(family.get_absolute_url()).content.decode()

    assert ("Nobody seems to be in touch" in page, "since the move" in page) == (True, False)


def test_only_a_supervisor_raises(signed_in, family, worker, manager):
    answers = [signed_in(person).get(address("flag-add", family)).status_code for person in (worker, manager)]

    assert answers == [403, 403]


def test_what_was_said_stays_said(flag):
    for change in (lambda: FlagEntry.objects.update(words="x"), lambda: FlagEntry.objects.all().delete()):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            change()


@pytest.mark.django_db
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.sampled_from(["answer", "reopen", "close"]), max_size=6))
def test_a_flag_never_stands_where_its_table_does_not_lead(db, moves):
    with transaction.atomic():
        flag = FlagFactory()
        for name in moves:
            allowed = flag.state in FLAG.moves[name].sources
            try:
                with transaction.atomic():
                    CaseFlag.objects.filter(pk=flag.pk).update(state=FLAG.moves[name].target)
                assert allowed or flag.state == FLAG.moves[name].target
            except DatabaseError:
                assert not allowed
            flag.refresh_from_db()
        transaction.set_rollback(True)
