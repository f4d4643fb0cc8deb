"""The run log, progress, and the demo's letterbox."""

import pytest
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from agency import runs
from agency.models import OutboxMail
from tests.agency.factories import WorkRunFactory


def ask(client, run):
    return client.get(reverse("agency:run-progress", args=[run.pk]))


def test_progress_says_how_far_it_is(signed_in, manager):
    run = WorkRunFactory(done=30, total=120)

    assert ask(signed_in(manager), run).json() == {
        "percent": 25, "text": "30 of 120 are done.", "url": "", "failed": False,
    }  # fmt: skip


def test_nobody_knows_how_far_it_is_before_it_has_counted(signed_in, manager):
    assert ask(signed_in(manager), WorkRunFactory()).json()["percent"] is None


def test_done_leads_to_the_result(signed_in, manager):
    run = WorkRunFactory(state="done", result_url="/reports/7")

    answer = ask(signed_in(manager), run).json()

    assert (answer["percent"], answer["url"], answer["failed"]) == (100, "/reports/7", False)


def test_a_run_that_broke_says_so(signed_in, manager):
    answer = ask(signed_in(manager), WorkRunFactory(state="failed", error="DataError")).json()

    assert (answer["failed"], answer["url"]) == (True, "")


def test_people_follow_what_they_asked_for_and_nothing_else(signed_in, supervisor, manager):
    own, other = WorkRunFactory(asked_by=supervisor), WorkRunFactory(asked_by=manager)
    client = signed_in(supervisor)

    assert [ask(client, run).status_code for run in (own, other)] == [200, 404]


@pytest.mark.parametrize("state", ["running", "done", "failed"])
def test_one_run_is_shown_in_each_state(signed_in, manager, state):
    run = WorkRunFactory(state=state, finished_at=timezone.now(), counts={"families": 3}, total=3, done=3)

    page = signed_in(manager).get(reverse("agency:run", args=[run.pk]))

    assert (page.status_code, "data-progress-url" in page.content.decode()) == (200, state == "running")


def test_the_log_is_narrowed_to_what_broke(signed_in, manager):
    WorkRunFactory(state="done")
    broken = WorkRunFactory(state="failed")

    page = signed_in(manager).get(reverse("agency:run-log"), {"show": "failed"})

    assert list(page.context["page"]) == [broken]


def test_the_log_asks_the_database_as_often_for_three_as_for_one(signed_in, manager):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = signed_in(manager), []
    for more in (1, 2):
        WorkRunFactory.create_batch(more, asked_by=manager)
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("agency:run-log"))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_work_that_ends_well_says_how_much_it_did(db):
    run = WorkRunFactory()

    with runs.ending(run.pk) as told:
        told |= {"done": 3, "result_url": "/reports/7"}

    run.refresh_from_db()
    assert (run.state, run.done, run.result_url, run.error, run.took is None) == ("done", 3, "/reports/7", "", False)


def test_work_that_stops_is_put_back_and_named_and_the_error_goes_on(db):
    run, put_back = WorkRunFactory(), []

    with pytest.raises(ZeroDivisionError), runs.ending(run.pk, if_it_stops=lambda: put_back.append("back")) as told:
        told["done"] = 1 // 0

    run.refresh_from_db()
    assert (run.state, run.error, run.took is None, put_back) == ("failed", "ZeroDivisionError", False, ["back"])


@pytest.fixture
def demo(settings):
    settings.DEMO, settings.MAIL = True, "outbox"
    settings.EMAIL_BACKEND = "agency.outbox.OutboxBackend"


def test_mail_of_the_demo_is_read_on_a_page(signed_in, worker, demo):
    send_mail("A new link", "Choose a password:\nhttp://localhost/x", None, ["sabina@example.org"])

    page = signed_in(worker).get(reverse("agency:outbox")).content.decode()

    assert ("A new link" in page, "sabina@example.org" in page, OutboxMail.objects.count()) == (True, True, 1)


def test_outside_the_demo_there_is_no_such_page(signed_in, worker, settings):
    settings.MAIL = "outbox"

    assert signed_in(worker).get(reverse("agency:outbox")).status_code == 404


def test_the_letterbox_is_for_people_who_signed_in(client, agency, demo):
    assert client.get(reverse("agency:outbox")).status_code == 302
