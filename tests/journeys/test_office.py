"""The administrator and the manager at their desks, and a session that ends while somebody types."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse

from agency.models import Agency, Deadline, Draft, ServiceCategory, User
from tests.agency.factories import ClosureFactory, WorkRunFactory
from tests.families.factories import AssignmentFactory, FamilyFactory

WORDS = "Elena read the caterpillar page to Amaya, in Spanish"


@pytest.fixture
def family(house, staff):
    family = FamilyFactory(center=house)
    AssignmentFactory(family=family, worker=staff["worker"])
    return family


def test_words_survive_a_session_that_ends_while_they_are_typed(walker, staff, family):
    page = walker.page
    walker.sign_in(staff["worker"])
    walker.open("goals:note-add", family.pk)
    walker.fill(text=WORDS)
    page.locator(".saved", has_text=re.compile("Draft kept")).wait_for()
    kept = Draft.objects.get()

    Session.objects.all().delete()
    cache.clear()
    walker.fill(text=f"{WORDS}. Then the session ended.")
    walker.save()
    walker.log_in("monica")

    assert page.url.endswith("/notes/add")
    assert (kept.typed["text"], kept.label) == ([WORDS], "A note")
    assert page.locator("[name=text]").input_value() == f"{WORDS}. Then the session ended."


def test_the_first_page_makes_an_agency(walker, transactional_db):
    walker.page.goto(walker.server)
    walker.look("welcome")
    walker.fill(
        **{
            "agency-name": "Harvest Valley", "program-name": "Head Start", "program-code": "hs", "program-kind": "hs",
            "year-starts_on": "2026-08-01", "year-ends_on": "2027-05-31", "center-name": "Juniper Street",
            "person-first_name": "Rosa", "person-username": "rosa", "person-email": "rosa@example.org",
            "person-password": "a quilt of many pieces", "person-is_manager": True,
        }
    )  # fmt: skip
    walker.press("Make the agency")
    walker.sign_in(User.objects.get(username="rosa"))
    walker.open("agency:settings")

    assert (Agency.objects.get().name, walker.foreign()) == ("Harvest Valley", [])


def test_the_administrator_looks_after_the_accounts(walker, staff, house):
    walker.sign_in(staff["administrator"])
    walker.look("accounts")
    walker.open("agency:account-add")
    walker.press("Save and send the link")
    walker.look("account-errors")
    walker.fill(first_name="Kia", username="kia", email="kia@example.org")
    walker.fill(**{"roles-0-role": "worker", "roles-0-center": str(house.pk)})
    walker.press("Save and send the link")
    walker.look("account")
    walker.press("Close the account")
    walker.look("account-close")
    walker.press("Close the account")

    assert User.objects.get(username="kia").is_active is False
    for name in ("agency:profile", "mfa_index", "account_change_password"):
        walker.open(name)
        walker.look(name.replace(":", "-"))
    assert walker.foreign() == []


def test_the_manager_looks_after_the_settings(walker, staff, house):
    ClosureFactory(program=house.program)
    run = WorkRunFactory(total=3, done=1)
    walker.sign_in(staff["manager"])
    pages = [
        ("agency:settings",), ("agency:programs",), ("agency:program", house.program.pk),
        ("agency:part-add", house.program.pk, "year"), ("agency:services",),
        ("agency:service", ServiceCategory.objects.first().pk), ("agency:clocks",),
        ("agency:clock", Deadline.objects.first().pk), ("agency:clock-add",), ("agency:run-log",),
        ("agency:run", run.pk), ("agency:setting-delete", "center", house.pk),
    ]  # fmt: skip

    for name, *arguments in pages:
        walker.open(name, *arguments)
        walker.look(name.replace(":", "-"))

    assert walker.foreign() == []


def test_a_run_that_ends_leads_on_by_itself(walker, staff):
    run = WorkRunFactory(total=3, done=1, asked_by=staff["manager"])
    walker.sign_in(staff["manager"])
    walker.open("agency:run", run.pk)

    type(run).objects.filter(pk=run.pk).update(state="done", result_url=reverse("agency:clocks"))

    walker.page.wait_for_url(re.compile(r"/settings/clocks$"))
