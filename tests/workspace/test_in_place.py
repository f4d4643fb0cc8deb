"""Done where it stands: one press, two words, put aside with a reason; each through the room's own rules."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from agency.due import Clocks
from agency.models import AuditEvent
from families.actions import waiting
from families.models import Snooze
from goals.models import ProgressNote
from supervision.worklist import everything_due, is_aside
from tests.families.factories import NeedFactory
from tests.goals.factories import ActionFactory, GoalFactory, MeetingFactory, NoteFactory, StepFactory
from tests.workspace.factories import ago, refer
from tests.workspace.test_my_day import HOME, at_rest, served

pytestmark = pytest.mark.usefixtures("agency", "clocks")
HTMX = {"HTTP_HX_REQUEST": "true"}


def address(family, kind, about=0):
    return reverse("workspace:thing", args=[family.pk, kind, about])


def due(family, user):
    return {(item.kind, item.about): item for item in everything_due([family.pk], user)}


@pytest.fixture
def step(family, worker):
    at_rest(family, worker)
    return NoteFactory(family=family, written_by=worker, next_step="Bring the form", next_on=ago(2))


@pytest.fixture
def silent(worker, center):
    """At rest, but nobody has talked with them for 40 days."""
    family = served(center, worker, "Silent")
    at_rest(family, worker)
    family.notes.update(happened_on=ago(40))
    return family


def test_a_next_step_is_done_with_one_press_and_taken_back(signed_in, worker, family, step):
    client, here = signed_in(worker), address(family, "next_step", step.pk)

    done = client.post(here, {"act": "done"}, **HTMX)
    step.refresh_from_db()
    was_done = step.next_done_on
    again = client.post(here, {"act": "again"}, **HTMX)
    step.refresh_from_db()

    assert (was_done, step.next_done_on) == (timezone.localdate(), None)
    assert ("Take it back" in done.text, "Bring the form" in again.text) == (True, True)


def test_without_scripts_the_same_press_leads_back_to_the_list_it_came_from(signed_in, worker, family, step):
    here = f"{address(family, 'next_step', step.pk)}?back=show%3Dlate"

    assert signed_in(worker).post(here, {"act": "done"}).url == f"{HOME}?show=late"


def test_the_first_step_of_an_urgent_need(signed_in, worker, family):
    at_rest(family, worker)
    need = NeedFactory(family=family, urgency=3, what="No heating")

    page = signed_in(worker).get(address(family, "urgent_need", need.pk))
    signed_in(worker).post(address(family, "urgent_need", need.pk), {"act": "done"})

    need.refresh_from_db()
    assert (need.first_step_at is not None, page.context["aside"]) == (True, None)
    assert AuditEvent.objects.filter(event="need_first_step", family_id=family.pk).count() == 1


def test_a_goal_step_is_ticked_and_ticked_off(signed_in, worker, family):
    step = StepFactory(goal=GoalFactory(family=family, added_by=worker), due_on=ago(1))
    client, here = signed_in(worker), address(family, "goal_step", step.pk)

    done = [
        client.post(here, {"act": act}, **HTMX) and type(step).objects.get(pk=step.pk).done_on
        for act in ("done", "again")
    ]

    assert done == [timezone.localdate(), None]


def test_what_a_team_took_on_is_done_through_the_teams_own_rules(signed_in, worker, family):
    action = ActionFactory(meeting=MeetingFactory(family=family), who="family", due_on=ago(1))

    signed_in(worker).post(address(family, "team_action", action.pk), {"act": "done"})

    action.refresh_from_db()
    assert action.done_on == timezone.localdate()


def test_a_short_note_is_a_contact_and_settles_the_check_in(signed_in, worker, silent):
    here = address(silent, "check_in")

    empty = signed_in(worker).post(here, {"act": "note", "note-contact": "phone", "note-text": ""}, **HTMX)
    signed_in(worker).post(here, {"act": "note", "note-contact": "phone", "note-text": "All well."}, **HTMX)

    newest = ProgressNote.objects.filter(family=silent).latest("pk")
    assert "This field is required" in empty.text
    assert (newest.text, newest.visibility, newest.happened_on) == ("All well.", "general", timezone.localdate())
    assert due(silent, worker) == {}


def test_asking_is_written_down_where_the_referral_waits(signed_in, worker, family):
    at_rest(family, worker)
    referral = refer(NeedFactory(family=family, urgency=0), worker, days=16)
    typed = {"try-note": "Called twice", "try-happened_on": str(ago(0)), "try-source": "staff"}

    signed_in(worker).post(address(family, "referral_follow_up", referral.pk), {"act": "try"} | typed)

    assert list(referral.events.values_list("note", flat=True).order_by("-pk"))[:1] == ["Called twice"]
    assert ("referral_follow_up", referral.pk) not in due(family, worker)


def test_what_can_wait_is_put_aside_and_comes_back_on_its_day(signed_in, worker, silent):
    here = address(silent, "check_in")

    signed_in(worker).post(here, {"act": "aside", "aside-days": "3", "aside-reason": "Away until then"})

    kept = Snooze.objects.get()
    days = [is_aside(everything_due([silent.pk], worker, Clocks(ago(-n)))[0]) for n in (0, 2, 3)]
    assert (kept.until_on, kept.by, kept.reason) == (ago(-3), worker, "Away until then")
    assert days == [True, True, False]
    assert signed_in(worker).get(HOME).context["sections"] == []
    section = signed_in(worker).get(HOME, {"show": "aside"}).context["sections"][0]
    assert [row["who"] for row in section["rows"]] == [str(silent)]


def test_it_is_brought_back_before_its_day(signed_in, worker, silent):
    here, client = address(silent, "check_in"), signed_in(worker)
    client.post(here, {"act": "aside", "aside-days": "7", "aside-reason": "On holiday"})

    page = client.get(here)
    client.post(here, {"act": "again"})

    assert ("On holiday" in page.text, page.context["why"]["times"]) == (True, 1)
    assert not is_aside(due(silent, worker)["check_in", 0])


@pytest.mark.parametrize(
    "typed", [{"aside-days": "30", "aside-reason": "Long"}, {"aside-days": "3", "aside-reason": ""}]
)
def test_nothing_is_put_aside_for_long_or_without_a_reason(signed_in, worker, silent, typed):
    signed_in(worker).post(address(silent, "check_in"), {"act": "aside"} | typed)

    assert not Snooze.objects.exists()


def test_how_long_is_the_agencys_choice(silent, worker):
    with pytest.raises(waiting.TooLong):
        waiting.put_aside(family=silent, kind="check_in", about=0, days=6, reason="Away", at_most=5, by=worker)


def test_the_database_keeps_the_limit_and_the_urgent_too(silent, worker):
    today = timezone.localdate()
    row = {"family": silent, "by": worker, "at_most": 5, "until_on": today + timedelta(days=3), "reason": "Away"}

    for wrong in (
        {"until_on": today + timedelta(days=6)},
        {"until_on": today},
        {"reason": ""},
        {"kind": "urgent_need"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Snooze.objects.create(**{"kind": "check_in"} | row | wrong)


def test_what_is_urgent_is_never_put_aside(signed_in, worker, family):
    need = NeedFactory(family=family, urgency=3)

    signed_in(worker).post(
        address(family, "urgent_need", need.pk), {"act": "aside", "aside-days": "1", "aside-reason": "Later"}
    )

    assert not Snooze.objects.exists()


def test_what_somebody_else_has_done_says_so(signed_in, worker, silent):
    NoteFactory(family=silent, written_by=worker)

    response = signed_in(worker).post(address(silent, "check_in"), {"act": "note", "note-text": "x"}, follow=True)

    assert "This is not due any more" in response.text


def test_strangers_and_those_who_only_look_do_nothing(signed_in, outsider, manager, silent):
    here = address(silent, "check_in")

    assert [signed_in(user).post(here, {"act": "done"}).status_code for user in (outsider, manager)] == [404, 403]


def test_a_supervisor_reads_what_was_put_aside_and_how_often(signed_in, supervisor, worker, silent):
    for reason in ("First", "Second"):
        waiting.put_aside(family=silent, kind="check_in", about=0, days=3, reason=reason, at_most=14, by=worker)
        Snooze.objects.filter(ended_at=None, reason="First").update(set_on=ago(2))

    page = signed_in(supervisor).get(reverse("workspace:put-aside"))

    assert [(row["family"], row["times"], row["last"].reason) for row in page.context["rows"]] == [
        (silent, 2, "Second")
    ]
