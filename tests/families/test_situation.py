"""Without a home, foster care, child welfare, plans elsewhere: kept, ended, shown to who may see them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from agency.models import AccessEvent
from families import panels
from families.models import ChildWelfareInvolvement, ExistingPlan, HomelessnessEpisode, ReviewerAccess
from tests.agency.factories import UserFactory
from tests.families.factories import ChildWelfareFactory, ExistingPlanFactory, FosterCareFactory, HomelessnessFactory

TODAY = timezone.localdate()


def url(name, family, *more):
    return reverse(f"families:{name}", args=[family.pk, *more])


@pytest.fixture
def restricted(family, worker):
    """A child welfare case and two plans, one of them a treatment plan."""
    ChildWelfareFactory(family=family, agency_name="Harbor Welfare Office", recorded_by=worker)
    ExistingPlanFactory(family=family, kind="treatment", agency_name="Quiet Water Clinic", recorded_by=worker)
    ExistingPlanFactory(family=family, kind="iep", agency_name="Juniper Schools", recorded_by=worker)


SECRETS = ("Harbor Welfare Office", "Quiet Water Clinic")


def test_a_time_without_a_home_ends_when_a_home_is_found(signed_in, worker, family):
    typed = {"stays": "motel", "began_on": str(TODAY - timedelta(40)), "housing_acquired_on": str(TODAY)}

    signed_in(worker).post(url("homelessness-add", family), typed)

    episode = HomelessnessEpisode.objects.get()
    assert (episode.ended_on, episode.housing_acquired_on, episode.recorded_by) == (TODAY, TODAY, worker)


def test_a_day_before_the_beginning_gets_a_sentence(signed_in, worker, family):
    typed = {"stays": "motel", "began_on": str(TODAY), "ended_on": str(TODAY - timedelta(3))}

    page = signed_in(worker).post(url("homelessness-add", family), typed).content.decode()

    assert "The last day cannot come before the first." in page
    assert HomelessnessEpisode.objects.count() == 0


def test_what_is_over_stays_as_history(signed_in, worker, family):
    episode = HomelessnessFactory(family=family, began_on=TODAY - timedelta(10))
    client = signed_in(worker)

    client.post(url("homelessness-end", family, episode.pk))

    page = client.get(url("situation", family)).context["parts"][0]["rows"]
    episode.refresh_from_db()
    assert (episode.ended_on, [row["is_over"] for row in page]) == (TODAY, [True])


def test_child_welfare_names_the_child_it_referred(signed_in, worker, family):
    typed = {"kind": "in_home", "began_on": str(TODAY), "referred_to_us": "on"}

    page = signed_in(worker).post(url("child-welfare-add", family), typed).content.decode()

    assert "Which child did they refer to us?" in page
    assert ChildWelfareInvolvement.objects.count() == 0


@pytest.mark.parametrize("who", ["worker", "supervisor"])
def test_restricted_facts_open_for_who_serves_them(request, signed_in, family, restricted, who):
    page = signed_in(request.getfixturevalue(who)).get(url("situation", family)).content.decode()

    assert [secret in page for secret in SECRETS] == [True, True]


def test_a_reviewer_reads_plans_and_nothing_restricted(signed_in, agency, family, restricted):
    reviewer = UserFactory(role=Role.MONITOR, grant__ends_on=TODAY + timedelta(30))
    ReviewerAccess.objects.create(user=reviewer, family=family, ends_on=TODAY + timedelta(30))
    client = signed_in(reviewer)

    page = client.get(url("situation", family)).content.decode()

    assert [secret in page for secret in (*SECRETS, "Juniper Schools")] == [False, False, True]
    assert client.get(url("situation-restricted", family)).status_code == 403


def test_a_manager_says_why_each_time(signed_in, manager, family, restricted):
    client = signed_in(manager)
    client.post(reverse("families:reason", args=[family.pk]), {"why": "The family asked for a copy."})
    pages = [client.get(url("situation", family)), client.get(url("situation-restricted", family))]

    opened = client.post(url("situation-restricted", family), {"why": "A complaint about the agency"}).content.decode()

    assert [secret in page.content.decode() for page in pages for secret in SECRETS] == [False] * 4
    assert [secret in opened for secret in SECRETS] == [True, True]
    assert AccessEvent.objects.filter(by=manager, reason="A complaint about the agency").count() == 1


@pytest.mark.parametrize(("who", "status"), [("teammate", 403), ("outsider", 404)])
def test_others_are_refused(request, signed_in, family, restricted, who, status):
    assert signed_in(request.getfixturevalue(who)).get(url("situation", family)).status_code == status


def test_the_family_page_shows_what_holds_today(signed_in, worker, family, restricted):
    HomelessnessFactory(family=family)
    FosterCareFactory(child=family.members.get(first_name="Angel"))

    page = signed_in(worker).get(family.get_absolute_url()).context["situation"]

    assert page["lines"] == [
        "Without a home of their own: with others, because a home was lost.",
        "Angel is in foster care: foster parents who are relatives.",
        "Child welfare: voluntary or preventive support.",
    ]
    assert [str(plan.agency_name) for plan in page["plans"]] == ["Juniper Schools", "Quiet Water Clinic"]


def test_goals_can_ask_for_the_plans_elsewhere(worker, family):
    ExistingPlanFactory(family=family, agency_name="Café Niños", says="Más Palabras", recorded_by=worker)
    ExistingPlanFactory(family=family, ends_on=TODAY - timedelta(1), recorded_by=worker)

    assert [plan.search_text for plan in panels.existing_plans(family, worker)] == ["cafe ninos mas palabras"]


def test_a_plan_two_people_change_is_merged(signed_in, worker, family):
    plan = ExistingPlanFactory(family=family, recorded_by=worker)
    typed = {"kind": "iep", "agency_name": "A", "shared": "yes", "version": plan.version}
    ExistingPlan.objects.filter(pk=plan.pk).update(says="New words")

    assert signed_in(worker).post(url("plan", family, plan.pk), typed).status_code == 409
