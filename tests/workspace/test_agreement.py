"""My day, the family page, the caseload, the reminder and the monthly report say the same of what is due."""

from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.due import Clocks
from families.actions import waiting
from reports import kinds
from reports.periods import Month
from reports.scope import Scope
from supervision.caseloads import caseloads
from supervision.worklist import CELEBRATE, everything_due, is_aside
from tests.families.factories import AssessmentFactory, NeedFactory
from tests.goals.factories import GoalFactory, NoteFactory, StepFactory
from tests.workspace.factories import ago, refer, tell_a_year
from tests.workspace.test_my_day import HOME, at_rest, served
from workspace.reminders import what, who

pytestmark = pytest.mark.usefixtures("agency", "clocks")


@pytest.fixture
def families(center, worker):
    """One after a full year, one new, one urgent, one with something put aside, one with nothing to do."""
    told, new, urgent, aside, rests = (
        served(center, worker, name, entered)
        for name, entered in (("Told", 200), ("New", 40), ("Urgent", 100), ("Aside", 300), ("Rests", 90))
    )
    tell_a_year(told, worker)
    for family in (urgent, aside, rests):
        at_rest(family, worker)
    refer(NeedFactory(family=urgent, urgency=3, what="No heating"), worker, days=20)
    StepFactory(goal=GoalFactory(family=urgent, added_by=worker), due_on=ago(2), owner="family")
    note = NoteFactory(family=aside, written_by=worker, next_step="Call", next_on=ago(1))
    waiting.put_aside(
        family=aside, kind="next_step", about=note.pk, days=3, reason="They are away", at_most=14, by=worker
    )
    return [told, new, urgent, aside, rests]


def things(items):
    return Counter((item.family_id, item.kind, item.about, item.due_on) for item in items)


def test_every_page_shows_the_same_things_on_the_same_days(signed_in, worker, supervisor, families):
    due = everything_due([family.pk for family in families], worker)
    client = signed_in(worker)

    context = client.get(HOME).context
    aside = client.get(HOME, {"show": "aside"}).context["sections"]
    on_my_day = Counter(
        (row["family"].pk, str(row["act_url"])) for part in [*context["sections"], *aside] for row in part["rows"]
    )
    cheers = Counter((cheer["family"], str(cheer["url"])) for cheer in context["cheers"])
    on_pages = Counter(
        (family.pk, str(row["act_url"]))
        for family in families
        for row in client.get(reverse("workspace:family", args=[family.pk])).context["next"]
    )
    [load] = caseloads([worker], supervisor)

    waits = Counter((item.family_id, str(item.url)) for item in due if item.kind != CELEBRATE)
    assert on_my_day == on_pages == waits
    assert cheers == Counter((item.family_id, str(item.url)) for item in due if item.kind == CELEBRATE)
    assert things(load.due) == things(due)
    assert {family.name for family in families if family.pk in {item.family_id for item in due}} == {
        "Told", "New", "Urgent", "Aside",
    }  # fmt: skip
    assert [item.kind for item in due if is_aside(item)] == ["next_step"]


def test_the_reminder_is_made_of_the_same_things(worker, families):
    clocks = Clocks()
    [(_reader, seen)] = what.seen_by([one for one in who.readers(clocks.on) if one.user == worker], clocks)

    assert things(seen.items) == things(everything_due([family.pk for family in families], worker))


def test_the_monthly_report_counts_as_late_what_the_day_shows_past_its_day(worker, center):
    """Conversations that have begun: their clock runs out on the same day in both."""
    month = Month.of(timezone.localdate()).previous()
    families = []
    for days in (20, 44, 45, 46, 80):
        family = served(center, worker, f"F{days}")
        family.enrollments.update(entered_on=month.last - timedelta(days=days))
        AssessmentFactory(family=family, staff=worker, started_on=month.last - timedelta(days=1))
        families.append(family.pk)

    late = kinds.named("monthly").count(Scope(month)).families["conversations_late"]

    items = everything_due(families, worker, Clocks(month.last))
    overdue = {item.family_id for item in items if item.kind == "assessment_done" and item.due_on <= month.last}
    assert set(late) == overdue == set(families[2:])
