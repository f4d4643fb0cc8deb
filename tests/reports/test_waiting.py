"""A large agency is not counted while somebody waits: a worker counts, and page, list and file are of one count."""

import pytest
from celery import current_app
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from reports import actions, kinds, waiting
from reports import scope as scopes
from reports.periods import Month
from reports.scope import Scope
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory

MONTHLY = reverse("reports:live", args=["monthly"])
POLL = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Every agency is large enough to wait for."""
    monkeypatch.setattr(waiting, "MANY", 0)
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def this_month(family):
    """The address words of the month in which `family` came."""
    return {"period": str(Month.of(timezone.localdate()))}


@pytest.fixture
def worker_counts(django_capture_on_commit_callbacks):
    """`worker_counts(client, url, words)` asks for a page, and lets a worker do what it queued."""

    def ask(client, url, words):
        current_app.conf.task_always_eager = True
        with django_capture_on_commit_callbacks(execute=True) as queued:
            page = client.get(url, words)
        current_app.conf.task_always_eager = False
        return page, len(queued)

    return ask


def test_the_page_waits_and_then_shows_the_count_its_list_and_its_file(
    client, manager, family, this_month, worker_counts
):
    client.force_login(manager)

    before, queued = worker_counts(client, MONTHLY, this_month)
    told = client.get(MONTHLY, this_month, headers=POLL).json()
    EnrollmentFactory(family=(late := FamilyFactory()), member=MemberFactory(family=late, role="child"))
    page = client.get(told["url"])
    listed = client.get(page.context["report"].url("families"))
    file = client.get(reverse("reports:live-file", args=["monthly", "csv"]), this_month)

    assert (queued, b"data-progress-url" in before.content, before.context.get("report")) == (1, True, None)
    assert page.context["report"].number("families") == 1
    assert [one.pk for one in listed.context["page"]] == [family.pk]
    assert "families,Families served,1" in file.content.decode("utf-8-sig")


def test_a_new_count_is_made_when_somebody_asks_for_one(client, manager, family, this_month, worker_counts):
    client.force_login(manager)
    worker_counts(client, MONTHLY, this_month)
    late = FamilyFactory(center=family.center)
    EnrollmentFactory(family=late, member=MemberFactory(family=late, role="child"), center=family.center)

    again = client.get(MONTHLY, this_month | {"again": "1"})
    worker_counts(client, again.url, {})

    assert client.get(again.url).context["report"].number("families") == 2


def test_one_worker_is_asked_however_many_people_wait(
    client, manager, family, this_month, django_capture_on_commit_callbacks
):
    client.force_login(manager)
    with django_capture_on_commit_callbacks() as queued:
        client.get(MONTHLY, this_month)
        client.get(MONTHLY, this_month)

    assert len(queued) == 1


def test_a_count_that_stopped_says_so(client, manager, family, this_month, monkeypatch):
    client.force_login(manager)
    client.get(MONTHLY, this_month)
    cache.clear()

    told = client.get(MONTHLY, this_month, headers=POLL).json()

    assert (told["failed"], told["url"]) == (True, None)


def test_who_reaches_other_centers_asks_another_question(supervisor, this_month):
    month, elsewhere = Month.named(this_month["period"]), UserFactory(role="supervisor", center=CenterFactory())
    asked = [scopes.own(person, month).as_words() for person in (supervisor, elsewhere)]

    assert len({waiting.Question("count", {"scope": words}).key for words in asked}) == 2


def test_what_changed_since_is_counted_by_a_worker_too(client, manager, family, this_month, worker_counts):
    run = actions.make(kind=kinds.named("monthly"), scope=Scope(Month.named(this_month["period"])))
    late = FamilyFactory(center=family.center)
    EnrollmentFactory(family=late, member=MemberFactory(family=late, role="child"), center=family.center)
    client.force_login(manager)
    url = reverse("reports:changed", args=[run.pk])

    worker_counts(client, url, {})

    found = {change.figure: (change.then, change.now) for change in client.get(url).context["found"]}
    assert found["families"] == (1, 2)


def test_a_scope_is_read_back_from_its_words(supervisor, worker, center):
    month = Month(2026, 10)
    asked = [
        Scope(month, center.program, filters={"language": "es"}),
        Scope(month, delegate="Northside"),
        Scope(month, centers=(center.pk,)),
        Scope(month, caseload_of=worker),
    ]

    assert [Scope.of_words(scope.as_words(), Month) for scope in asked] == asked


def test_paper_is_waited_for_once_the_count_is_there(client, manager, family, worker_counts):
    client.force_login(manager)
    paper = reverse("reports:live-pdf", args=["rights"])
    worker_counts(client, reverse("reports:live", args=["rights"]), {})
    client.get(paper)

    told = client.get(paper, headers=POLL).json()

    assert (told["url"], told["failed"]) == (None, False)
