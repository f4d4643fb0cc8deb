"""A manager makes the next version of the questions; a family answers it, and what cannot wait is due today."""

import pytest
from django.urls import reverse

from families.models import Answer, Assessment, InstrumentVersion, Need
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def family(house, staff):
    family = FamilyFactory(center=house, name="Whitfield", language="es")
    MemberFactory(family=family, first_name="Tanya", relationship="mother", is_main_contact=True)
    child = MemberFactory(family=family, first_name="Miles", role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=house, program=house.program)
    AssignmentFactory(family=family, worker=staff["worker"])
    return family


def make_the_next_version(walk, manager):
    walk.sign_in(manager)
    walk.open("instruments:list")
    walk.look("questions")
    walk.press("Make the next version")
    draft = InstrumentVersion.objects.get(published_on=None)
    walk.look("questions-draft")
    walk.open("instruments:question", draft.items.get(code="WB2").pk)
    walk.fill(label_en="Food at home", label_es="")
    walk.look("questions-one")
    walk.save()
    assert walk.reads("WB2 Food at home: not in Español yet.")
    walk.press("WB2 Food at home")
    walk.fill(label_es="La comida en casa")
    walk.save()
    walk.page.get_by_role("button", name="Down: Our home").click()
    walk.page.locator("#part-1 li:nth-child(2):has-text('Our home')").wait_for()
    walk.press("Publish")
    walk.press("Publish them")
    return draft


def tap_what_cannot_wait(walk, worker, family):
    """Nothing is sent by hand: the tap itself is kept, and the need is on My day."""
    walk.sign_in(worker)
    walk.open("families:assess", family.pk)
    walk.look("conversation-begin")
    walk.press("Turn the screen and begin")
    assert walk.page.locator("html").get_attribute("lang") == "es"
    assert walk.reads("La comida en casa")
    with walk.page.expect_response(lambda answer: "/parts/1" in answer.url and answer.request.method == "POST"):
        walk.tick(walk.page.locator('[name="WB2-level"][value="1"]'))
    walk.look("conversation-part")
    walk.open("workspace:my-day")
    assert walk.reads("Urgent")


def test_a_manager_asks_otherwise_and_a_family_answers(walker, staff, family):
    draft = make_the_next_version(walker, staff["manager"])
    tap_what_cannot_wait(walker, staff["worker"], family)

    draft.refresh_from_db()
    talk = Assessment.objects.get()
    assert (draft.published_on is not None, talk.version, talk.done_on) == (True, draft, None)
    assert [(answer.item.code, answer.level) for answer in Answer.objects.all()] == [("WB2", 1)]
    assert [(need.category.code, need.is_urgent) for need in Need.objects.all()] == [("food", True)]
    walker.open("families:priorities", family.pk)
    walker.look("priorities")
    walker.page.goto(walker.server + reverse("families:assess-paper", args=[family.pk, talk.pk]))
    walker.look("conversation-paper")
    assert walker.foreign() == []
