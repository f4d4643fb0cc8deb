"""A worker's morning on a phone: what waits, one thing done, one put aside, the sheet for the visits, a colleague's."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from families.models import Snooze
from goals.models import ProgressNote
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory, FamilyFactory, HouseholdFactory, MemberFactory
from tests.goals.factories import NoteFactory
from tests.journeys.conftest import Walker

REASON = "They are with her mother until then."


@pytest.fixture
def phone(page, live_server):
    page.set_viewport_size({"width": 390, "height": 900})
    return Walker(page, live_server.url, 390)


def served(house, name, worker, kind="primary", **until):
    family = FamilyFactory(center=house, name=name)
    home = HouseholdFactory(family=family, address_1=f"{len(name)} Elm St")
    MemberFactory(family=family, relationship="mother", is_main_contact=True, household=home)
    AssignmentFactory(family=family, worker=worker, kind=kind, **until)
    return family


@pytest.fixture
def morning(staff, house):
    """Two families of Monica with a next step each, and one she covers for Jamal."""
    monica, today = staff["worker"], timezone.localdate()
    jamal = UserFactory(first_name="Jamal", role="worker", center=house)
    families = {"Ferreira": served(house, "Ferreira", monica), "Okafor": served(house, "Okafor", monica)}
    families["Larsen"] = served(house, "Larsen", jamal)
    AssignmentFactory(family=families["Larsen"], worker=monica, kind="cover", ends_on=today + timedelta(days=5))
    for name, step in (("Ferreira", "Bring the form"), ("Okafor", "Call about the bus"), ("Larsen", "Ask how it went")):
        NoteFactory(family=families[name], written_by=monica, next_step=step, next_on=today)
    return families


def test_a_workers_morning(phone, staff, morning):
    # She signs in and reads her day: her own families and the one she covers.
    phone.sign_in(staff["worker"])
    page = phone.page
    for words in ("Bring the form", "Call about the bus", "Ask how it went", "Jamal"):
        assert phone.reads(words)
    phone.look("morning")

    # One thing is done where it stands, and can be taken back as long as the page is open.
    done = page.locator("li", has_text="Bring the form")
    done.get_by_role("link", name="Do it here, or put it aside").click()
    page.get_by_role("button", name="It is done").click()
    expect(page.get_by_role("status").filter(has_text="Done, and off your day.")).to_be_visible()

    # One can wait, and she says why and how long.
    page.locator("li", has_text="Call about the bus").get_by_role("link", name="Do it here").click()
    page.get_by_text("It can wait", exact=True).click()
    page.locator("[name=aside-reason]").fill(REASON)
    page.get_by_role("button", name="Put it aside").click()
    expect(page.get_by_role("status").filter(has_text="Put aside.")).to_be_visible()

    # On the next look what is done is gone, what is put aside says until when, and the day reads by family.
    phone.open("workspace:my-day")
    assert not phone.reads("Bring the form")
    assert not phone.reads("Call about the bus")
    phone.go(page.get_by_role("link", name="By family"))
    assert phone.reads("Larsen family")
    phone.go(page.get_by_role("link", name="Put aside"))
    assert phone.reads("Call about the bus")
    phone.look("put-aside")

    # The families she visits, on one sheet.
    phone.open("workspace:visits")
    ferreira, larsen = (page.locator(f"#v-{morning[name].pk}") for name in ("Ferreira", "Larsen"))
    expect(larsen).to_be_checked()  # something is agreed for today
    page.locator("main label", has_text="Ferreira family").first.click()
    expect(ferreira).to_be_checked()
    phone.press("Make the sheet")
    assert [phone.reads(words) for words in ("Ferreira", "Larsen", "Okafor", "Ask how it went")] == [
        True, True, False, True,
    ]  # fmt: skip
    phone.look("sheet")

    assert ProgressNote.objects.get(next_step="Bring the form").next_done_on == timezone.localdate()
    assert [(one.family.name, one.reason) for one in Snooze.objects.in_force()] == [("Okafor", REASON)]
    assert phone.foreign() == []
