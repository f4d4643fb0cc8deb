"""Caseloads: the planned count, the weighted load, and figures that open into exactly the families they count."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from agency.due import Clocks
from agency.models import AccessEvent
from families.models import Family, Snooze
from supervision import worklist
from supervision.caseloads import caseloads, workers
from supervision.figures import FIGURES
from supervision.load import weighted
from tests.agency.factories import CenterFactory, RoleGrantFactory, UserFactory
from tests.families.factories import (
    AssessmentFactory,
    AssignmentFactory,
    ChildWelfareFactory,
    EnrollmentFactory,
    FamilyFactory,
    HouseholdFactory,
    MemberFactory,
    NeedFactory,
)
from tests.goals.factories import AgreementFactory, CelebrationFactory, GoalFactory, NoteFactory, TouchFactory
from tests.workspace.counting import statements
from tests.workspace.factories import ago, refer, tell_a_year

pytestmark = pytest.mark.usefixtures("agency", "clocks")
CASELOADS = "/supervision/"


def served(center, worker, name="Served", entered=5, kind="primary"):
    """A family of `worker` with a child of three at the center, spoken with today."""
    family = FamilyFactory(center=center, name=name)
    child = MemberFactory(family=family, role="child", relationship="child", born_on=ago(1100))
    EnrollmentFactory(family=family, member=child, center=center, program=center.program, entered_on=ago(entered))
    AssignmentFactory(family=family, worker=worker, kind=kind)
    NoteFactory(family=family, written_by=worker)
    AgreementFactory(family=family, state="signed")
    return family


def load_of(worker, user):
    return caseloads([worker], user)[0]


def put_off(family, by):
    """The same thing was put aside three times."""
    for days in (60, 40, 20):
        Snooze.objects.create(
            family=family, kind="check_in", set_on=ago(days), until_on=ago(days - 5), at_most=7, reason="Away", by=by
        )


def behind(load, code):
    """The names of the families behind a figure."""
    return sorted(load.families[pk].name for pk in load.reasons[code])


@pytest.fixture
def own(center):
    """A worker of the center without families."""
    return UserFactory(role=Role.WORKER, center=center, first_name="Rosa")


def test_only_families_mainly_served_are_planned(supervisor, own, worker, center):
    mine = served(center, own)
    served(center, own, kind="team")
    AssignmentFactory(family=served(center, worker), worker=own, kind="cover")

    load = load_of(own, supervisor)

    assert (list(load.families), load.planned, load.covers) == ([mine.pk], 1, ["Monica"])


def test_an_assignment_that_has_ended_is_not_planned(supervisor, own, center):
    served(center, own).assignments.update(starts_on=ago(9), ends_on=ago(1))

    assert load_of(own, supervisor).planned == 0


def test_each_figure_holds_the_families_it_is_about(supervisor, own, center):
    served(center, own, "Quiet")
    silent = served(center, own, "Silent", entered=90)
    silent.notes.update(happened_on=ago(31))
    AssessmentFactory(family=silent, staff=own, started_on=ago(3), done_on=ago(3))
    NeedFactory(family=served(center, own, "Urgent"), urgency=3)
    served(center, own, "Unwelcomed").notes.all().delete()
    Family.objects.get(name="Unwelcomed").enrollments.update(entered_on=ago(12))
    served(center, own, "Unasked").agreements.all().delete()
    GoalFactory(family=served(center, own, "Stuck"), set_on=ago(70))
    refer(NeedFactory(family=served(center, own, "Waiting")), own, days=46)
    CelebrationFactory(family=served(center, own, "Glad"), noticed_on=ago(4))
    later = served(center, own, "Later")
    later.agreements.all().delete()
    AgreementFactory(family=later, state="not_ready", reoffer_on=ago(0))
    HouseholdFactory(family=served(center, own, "Hidden"), is_hidden=True)
    MemberFactory(family=served(center, own, "Fathered"), relationship="father", is_father_figure=True)
    ChildWelfareFactory(family=served(center, own, "Involved"), began_on=ago(200), recorded_by=own)
    put_off(served(center, own, "Put off"), own)

    load = load_of(own, supervisor)

    assert {figure.code: behind(load, figure.code) for figure in FIGURES} == {
        "no_contact": ["Silent"],
        "overdue": ["Involved", "Silent", "Waiting"],
        "urgent": ["Urgent"],
        "stuck": ["Stuck"],
        "no_steps": ["Stuck"],
        "old_referral": ["Waiting"],
        "agreement": ["Later", "Unasked"],
        "reoffer": ["Later"],
        "not_welcomed": ["Unwelcomed"],
        "consultation": ["Involved"],
        "safety": ["Hidden"],
        "father": ["Fathered"],
        "snoozed": ["Put off"],
        "celebration": ["Glad"],
    }


def test_a_goal_that_was_talked_about_is_not_stuck(supervisor, own, center):
    goal = GoalFactory(family=served(center, own), set_on=ago(70))
    TouchFactory(goal=goal, note=NoteFactory(family=goal.family, happened_on=ago(59)))

    assert load_of(own, supervisor).count("stuck") == 0


def test_the_weighted_load_adds_what_its_table_says():
    assert weighted(30, {"urgent": 2, "deep": 3, "baby": 1, "no_contact": 4}) == 36


def test_urgent_deep_and_new_families_weigh_more_and_the_planned_count_does_not(supervisor, own, center):
    served(center, own)
    family = served(center, own)
    NeedFactory(family=family, urgency=3, intensity=3)
    MemberFactory(family=family, role="child", relationship="child", born_on=ago(100))

    load = load_of(own, supervisor)

    assert (load.planned, load.load) == (2, 4.5)  # the need is urgent, deep, and both at once


def test_the_figures_come_from_the_very_items_of_my_day_and_the_family_page(
    signed_in, supervisor, worker, family, center
):
    """One worklist feeds all three pages."""
    tell_a_year(family, worker)
    family.enrollments.update(entered_on=ago(200))
    NeedFactory(family=family, urgency=3)
    my_day = signed_in(worker).get("/").context
    of_my_day = {(row["act_url"], row["urgent"]) for section in my_day["sections"] for row in section["rows"]}
    of_the_family = {
        (row["act_url"], row["urgent"]) for row in signed_in(worker).get(family.get_absolute_url()).context["next"]
    }
    clocks = Clocks()
    items = worklist.everything_due([family.pk], worker, clocks)
    load = load_of(worker, supervisor)

    assert of_my_day == of_the_family == {(str(item.url), item.is_urgent) for item in items if item.kind != "celebrate"}
    assert (load.count("urgent"), load.count("overdue")) == (1, 1)
    assert any(worklist.is_overdue(item, clocks.on) for item in items)


def test_a_supervisor_sees_the_workers_of_their_centers(supervisor, worker, own, family):
    elsewhere = CenterFactory()
    UserFactory(role=Role.WORKER, center=elsewhere)
    UserFactory(role=Role.WORKER, center=family.center, is_active=False)

    assert set(workers(supervisor)) == {worker, own}


def test_a_supervisor_of_a_program_sees_the_workers_of_all_its_centers(worker, own, center):
    person = UserFactory()
    RoleGrantFactory(user=person, role=Role.SUPERVISOR, program=center.program)

    assert set(workers(person)) == {worker, own}


def test_a_manager_sees_every_worker(manager, worker, own):
    elsewhere = UserFactory(role=Role.WORKER, center=CenterFactory())

    assert set(workers(manager)) == {worker, own, elsewhere}


@pytest.mark.parametrize("who", ["worker", "teammate", "administrator"])
def test_who_leads_nobody_does_not_see_caseloads(request, signed_in, worker, who):
    client = signed_in(request.getfixturevalue(who))

    assert [client.get(url).status_code for url in (CASELOADS, reverse("supervision:caseload", args=[worker.pk]))] == [
        403,
        403,
    ]


def test_a_colleague_of_another_center_cannot_be_looked_up(signed_in, supervisor):
    stranger = UserFactory(role=Role.WORKER, center=CenterFactory())

    assert signed_in(supervisor).get(reverse("supervision:caseload", args=[stranger.pk])).status_code == 404


def test_families_of_another_center_are_not_counted(supervisor, own, center):
    served(center, own, "Here")
    served(CenterFactory(), own, "Elsewhere")

    load = load_of(own, supervisor)

    assert [family.name for family in load.families.values()] == ["Here"]


def test_each_number_opens_its_list(signed_in, supervisor, own, center):
    NeedFactory(family=served(center, own, "Whitfield"), urgency=3, what="No heating")
    served(center, own, "Quiet")
    client = signed_in(supervisor)
    row = next(row for row in client.get(CASELOADS).context["table"]["rows"] if row["head"] == str(own))
    cell = next(cell for cell in row["cells"] if cell["label"] == "Urgent")

    listed = client.get(cell["url"]).context["rows"]

    assert (cell["value"], cell["tone"], [one["who"] for one in listed]) == (1, "urgent", ["Whitfield family"])


def test_the_page_reads_no_note(signed_in, supervisor, worker, family):
    NoteFactory(family=family, text="She told me about the debts")

    assert "debts" not in signed_in(supervisor).get(CASELOADS).content.decode()


def test_an_unknown_figure_shows_every_family(signed_in, supervisor, own, center):
    served(center, own)

    response = signed_in(supervisor).get(reverse("supervision:caseload", args=[own.pk]), {"show": "nonsense"})

    assert (response.context["shown"], len(response.context["rows"])) == (None, 1)


@pytest.mark.parametrize("who", ["supervisor", "manager"])
def test_the_page_asks_the_same_few_statements_for_one_worker_and_for_three(
    request, signed_in, center, family, worker, who
):
    client = signed_in(request.getfixturevalue(who))
    NeedFactory(family=family, urgency=3)
    tell_a_year(family, worker)
    with_one = statements(client, CASELOADS)
    for _ in range(2):
        another = UserFactory(role=Role.WORKER, center=center)
        for number in range(2):
            tell_a_year(served(center, another, f"More{number}"), another, times=2)

    assert with_one == statements(client, CASELOADS) <= 25


def test_more_workers_than_fit_stand_on_the_next_page(signed_in, supervisor, center):
    for _ in range(12):
        UserFactory(role=Role.WORKER, center=center)

    context = signed_in(supervisor).get(CASELOADS, {"page": 2}).context

    assert (len(context["table"]["rows"]), context["page"].paginator.count) == (2, 12)


def test_the_families_named_are_written_down(signed_in, supervisor, own, center):
    urgent = served(center, own, "Urgent")
    NeedFactory(family=urgent, urgency=3, opened_at=timezone.now() - timedelta(days=1))
    quiet = served(center, own, "Quiet")
    client = signed_in(supervisor)

    client.get(CASELOADS)
    client.get(reverse("supervision:caseload", args=[own.pk]))

    assert list(AccessEvent.objects.order_by("pk").values_list("page", "family_ids")) == [
        ("supervision:caseloads", [urgent.pk]),
        ("supervision:caseload", sorted([urgent.pk, quiet.pk])),
    ]


def test_who_has_nobody_is_counted_on_the_first_line(signed_in, supervisor, own, center):
    served(center, own)
    served(center, own).assignments.update(starts_on=ago(9), ends_on=ago(1))
    left = served(center, own)
    left.assignments.update(starts_on=ago(9), ends_on=ago(1))
    left.enrollments.update(exited_on=ago(1))

    page = signed_in(supervisor).get(CASELOADS)

    assert page.context["unserved"] == 1
    assert "1 family has a place and no main worker." in page.content.decode()
