"""An hour of supervision: both bring something, one keeps what came of it, each confides, both act on it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from supervision import between_two
from supervision.models import Decision, Session
from tests.families.factories import AssignmentFactory, FamilyFactory, MemberFactory
from tests.journeys.conftest import Walker

CONFIDED = "Sitting with her brought back my own first months."


@pytest.fixture
def colleague(walker, browser, browser_context_args, live_server):
    """A second person with a browser of their own, as wide as the first."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.set_viewport_size({"width": walker.width, "height": 900})
    yield Walker(page, live_server.url, walker.width)
    context.close()


def test_an_hour_of_supervision(walker, colleague, staff, house):
    worker, supervisor = staff["worker"], staff["supervisor"]
    family = FamilyFactory(center=house, name="Ferreira")
    MemberFactory(family=family, relationship="mother", is_main_contact=True)
    AssignmentFactory(family=family, worker=worker)

    # Denise plans the hour; Monica brings a family and her question.
    walker.sign_in(supervisor)
    walker.open("supervision:session-plan", worker.pk)
    walker.look("plan")
    walker.fill(planned_on=str(timezone.localdate()), begins_at="10:00", place="The green room")
    walker.save()
    session = Session.objects.get()
    colleague.sign_in(worker)
    colleague.press("Prepare")
    colleague.press("Bring something")
    colleague.fill(family=str(family.pk), words="How do I stay near without taking over?")
    colleague.save()
    assert colleague.reads("How do I stay near without taking over?")
    colleague.look("prepared")

    # They talk; Denise keeps what came of it on one screen.
    walker.open("supervision:session", session.pk)
    topic = session.topics.get()
    walker.unfold(f"sessions/{session.pk}")
    walker.tick(walker.page.locator(f"#looked-{topic.pk}"))
    walker.page.get_by_text("Add a decision: Ferreira family").click()
    walker.fill(**{f"t{topic.pk}-what": "Ask which hour suits them.", f"t{topic.pk}-owner": str(worker.pk)})
    walker.fill(**{f"t{topic.pk}-due_on": str(timezone.localdate()), "minutes": "50", "support": "Time to tell it."})
    walker.look("held")
    walker.go(walker.page.get_by_role("button", name="Keep the session"))
    assert walker.reads("Kept. What each took on is on their day.")

    # Monica confides; her words are kept while she types, and only the two of them read them.
    colleague.open("supervision:session", session.pk)
    box = colleague.page.get_by_label("Your reflection")
    box.fill(CONFIDED)
    expect(colleague.page.locator("#between-us .saved")).to_contain_text("Draft kept")
    colleague.page.reload()
    expect(colleague.page.get_by_label("Your reflection")).to_have_value(CONFIDED)
    colleague.press("Save the reflection")
    walker.open("supervision:session", session.pk)
    assert walker.reads(CONFIDED)
    walker.look("between-us")

    # What was decided is on the family's page, and done there.
    colleague.open("workspace:family", family.pk)
    assert colleague.reads("Ask which hour suits them.")
    assert not colleague.reads(CONFIDED)
    colleague.press("It is done")
    reflections, draft = between_two.read(session, supervisor)
    assert Decision.objects.get().done_on == timezone.localdate()
    assert ([one.words for one in reflections], draft) == ([CONFIDED], None)
    assert walker.foreign() + colleague.foreign() == []
