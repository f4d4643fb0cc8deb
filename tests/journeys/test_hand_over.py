"""A supervisor hands a caseload over: the effect is seen first, the next worker sees it, the one before does not."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from families.models import Assignment
from supervision.models import HandOver
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory


@pytest.fixture
def hoa(house, staff):
    return UserFactory(username="hoa", first_name="Hoa", last_name="Nguyen", role="worker", center=house)


@pytest.fixture
def families(house, staff):
    """Two families of Monica's."""
    return [_served(house, staff["worker"], name) for name in ("Brightwater", "Castellan")]


def _served(house, worker, name):
    family = FamilyFactory(center=house, name=name)
    MemberFactory(family=family, first_name="Elena", relationship="mother", is_main_contact=True)
    child = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=house, program=house.program)
    AssignmentFactory(family=family, worker=worker)
    return family


def test_a_caseload_changes_hands(walker, staff, hoa, families):
    page, (stays, goes) = walker.page, families
    worker, day = staff["worker"], Assignment.objects.first().starts_on
    Assignment.objects.update(starts_on="2020-01-01")
    walker.sign_in(staff["supervisor"])
    walker.open("supervision:caseload", worker.pk)
    walker.go(page.get_by_role("link", name="Hand over"))
    walker.look("hand-over")

    page.locator(f"[name=to-{goes.pk}]").select_option(str(hoa.pk))
    expect(page.locator("#act")).to_have_text("Move 1 family")
    expect(page.locator("#effect tr", has_text="Hoa Nguyen")).to_contain_text("1 of 40, now 0")
    page.locator("[name=starts_on]").fill(str(day))
    page.locator("[name=starts_on]").blur()
    expect(page.locator("#act")).to_have_text("Move 1 family")
    walker.go(page.locator("#act"))
    walker.look("handed-over")
    made = HandOver.objects.get()
    assert page.url.endswith(made.get_absolute_url())

    walker.sign_in(hoa)
    walker.open("workspace:family", goes.pk)
    expect(page.locator("h1")).to_contain_text("Castellan")
    walker.sign_in(worker)
    walker.open("workspace:family", stays.pk)
    gone = page.goto(walker.server + reverse("workspace:family", args=[goes.pk]))

    assert gone.status == 404


@pytest.mark.parametrize("walker", [1280], indirect=True, ids=["desk"])  # a thumb uses the field beside the family
def test_a_family_is_dragged_onto_a_colleague(walker, staff, hoa, families):
    page, family = walker.page, families[0]
    Assignment.objects.filter(family=family).delete()
    walker.sign_in(staff["supervisor"])
    walker.open("supervision:assign")

    card = page.locator(f"[data-drag=to-{family.pk}]")
    card.locator("h3").drag_to(page.locator(f"tr[data-drop='{hoa.pk}'] th"))
    expect(page.locator(f"[name=to-{family.pk}]")).to_have_value(str(hoa.pk))
    expect(page.locator("#act")).to_have_text("Move 1 family")
    walker.go(page.locator("#act"))

    assert Assignment.objects.get(family=family).worker == hoa
