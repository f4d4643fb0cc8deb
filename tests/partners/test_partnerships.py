"""How we work with a partner: stages, plans in six steps, meetings, what each side took on."""

import pytest
from django.urls import reverse

from partners.models import Partnership, PartnershipAction, PartnershipPlan
from partners.plans import STEPS
from tests.partners.factories import PartnerFactory
from tests.partners.factories_working import (
    ActionFactory,
    MeetingFactory,
    MouFactory,
    PartnershipFactory,
    PlanFactory,
    StageFactory,
    days,
)

pytestmark = pytest.mark.django_db


def test_a_manager_begins_a_partnership_from_the_partner(signed_in, manager):
    partner = PartnerFactory()
    said = {"public_roles": ["lea"], "their_person": "Dana Whitfield", "began_on": days(-10), "target": "3"}

    answer = signed_in(manager).post(reverse("partners:partnership-edit", args=[partner.pk]), said)

    begun = Partnership.objects.get()
    assert answer.url == begun.get_absolute_url()
    assert (begun.public_roles, begun.their_person, begun.target) == (["lea"], "Dana Whitfield", 3)


def test_stages_are_kept_with_their_days_and_two_never_begin_on_one(signed_in, manager):
    one = PartnershipFactory()
    StageFactory(partnership=one, stage=1, since_on=days(-300))
    url, person = reverse("partners:stage-add", args=[one.partner_id]), signed_in(manager)

    person.post(url, {"stage": "2", "since_on": days(-10), "shows_in": "A meeting each month"})
    refused = person.post(url, {"stage": "3", "since_on": days(-10)})

    assert [stage.stage for stage in one.stages.all()] == [2, 1]
    assert "A stage begins on this day already." in refused.content.decode()
    page = person.get(one.get_absolute_url()).content.decode()
    assert "Now: coordination" in page


def test_what_was_taken_on_at_a_meeting_is_written_in_the_same_form(signed_in, manager, supervisor):
    one = PartnershipFactory()
    said = {
        "kind": "meeting", "held_on": days(-1), "topic": "Open places", "decided": "A list each month",
        "ours": [supervisor.pk], "taken0-what": "Send the list", "taken0-our_owner": supervisor.pk,
        "taken0-due_on": days(20), "taken1-what": "", "taken1-due_on": "",
    }  # fmt: skip

    answer = signed_in(manager).post(reverse("partners:meeting-add", args=[one.partner_id]), said)

    taken = PartnershipAction.objects.get()
    assert answer.status_code == 302
    assert (taken.what, taken.our_owner, taken.meeting.topic) == ("Send the list", supervisor, "Open places")


def test_a_meeting_begins_with_one_row_and_opens_those_somebody_filled(signed_in, manager):
    url, person = reverse("partners:meeting-add", args=[PartnershipFactory().partner_id]), signed_in(manager)

    empty = person.get(url).content.decode()
    refused = person.post(url, {"topic": "", "taken1-what": "Send the list"}).content.decode()

    folds = [page.count('<details class="fold" open>') for page in (empty, refused)]
    assert (empty.count("One more action"), folds) == (2, [0, 1])


def test_an_action_without_anybody_who_does_it_is_sent_back(signed_in, manager):
    one = PartnershipFactory()
    said = {"kind": "call", "held_on": days(-1), "topic": "Places", "taken0-what": "Somebody should"}

    answer = signed_in(manager).post(reverse("partners:meeting-add", args=[one.partner_id]), said)

    assert "Name somebody who does it, on our side or on theirs." in answer.content.decode()
    assert one.meetings.count() == 0


def test_a_plan_goes_through_six_screens_and_offers_ideas_for_child_welfare(signed_in, manager):
    one = PartnershipFactory()
    person = signed_in(manager)
    person.post(reverse("partners:plan-begin", args=[one.partner_id]), {"template": "child_welfare"})
    plan = PartnershipPlan.objects.get()

    page = person.get(reverse("partners:plan-step", args=[plan.pk, 3])).content.decode()
    first = person.get(reverse("partners:plan-step", args=[plan.pk, 1])).context["ideas"]
    for step in STEPS:
        plan.refresh_from_db()
        said = {"mission": "Home, together"} if step.number == 1 else {}
        answer = person.post(reverse("partners:plan-step", args=[plan.pk, step.number]),
                             {**said, "version": plan.version})  # fmt: skip

    plan.refresh_from_db()
    assert ("foster and kin care" in page, first) == (True, ())
    assert (answer.url, plan.mission) == (plan.get_absolute_url(), "Home, together")
    started = person.get(reverse("partners:plan-goal-add", args=[plan.pk]) + "?idea=0").content.decode()
    assert "More children in foster and kin care have a place with us" in started


def test_a_second_plan_begins_only_when_the_first_is_closed(signed_in, manager):
    plan = PlanFactory()
    person, begin = signed_in(manager), reverse("partners:plan-begin", args=[plan.partnership.partner_id])

    person.post(begin, {"template": "general"})
    person.post(reverse("partners:plan-close", args=[plan.pk]))
    person.post(begin, {"template": "general"})

    assert PartnershipPlan.objects.count() == 2


def test_whoever_took_something_on_says_when_it_is_done(signed_in, worker, outsider):
    action = ActionFactory(our_owner=worker)
    url = reverse("partners:action-done", args=[action.pk])

    stranger = signed_in(outsider).post(url)
    own = signed_in(worker).post(url)

    action.refresh_from_db()
    assert (stranger.status_code, own.status_code, action.done_on) == (404, 302, days(0))


@pytest.mark.parametrize(
    ("who", "codes"),
    [("manager", (200, 200, 200)), ("supervisor", (200, 200, 403)), ("worker", (403, 403, 403)),
     ("teammate", (403, 403, 403))],
)  # fmt: skip
def test_who_reads_and_who_writes_about_partners(request, signed_in, who, codes):
    one = PartnershipFactory()
    person = signed_in(request.getfixturevalue(who))
    urls = [reverse("partners:partnerships"), one.get_absolute_url(),
            reverse("partners:meeting-add", args=[one.partner_id])]  # fmt: skip

    assert tuple(person.get(url).status_code for url in urls) == codes


def test_the_list_of_partnerships_is_narrowed_and_asks_as_often_for_one_as_for_three(
    signed_in, manager, django_assert_max_num_queries
):
    person, url = signed_in(manager), reverse("partners:partnerships")

    def add(stage):
        one = PartnershipFactory(our_person=manager)
        StageFactory(partnership=one, stage=stage, since_on=days(-5))
        MeetingFactory(partnership=one, held_on=days(-5), next_on=days(5))
        MouFactory(partner=one.partner, signed=True)
        return one

    add(2)
    person.get(url)
    with django_assert_max_num_queries(60) as first:
        person.get(url)
    close = add(4)
    add(2)

    with django_assert_max_num_queries(len(first)):
        person.get(url)
    narrowed = person.get(url, {"stage": "4", "whose": "mine"})
    assert list(narrowed.context["page"]) == [close]
