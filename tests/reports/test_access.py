"""What a supervisor and a worker read: their own centers, their own families, and nobody else's."""

from datetime import date

import pytest
from django.urls import reverse

from agency.access import Permission, Role
from families.models import Family
from reports import actions, kinds
from reports import scope as scopes
from reports.periods import Month
from reports.scope import Scope
from tests.agency.factories import CategoryFactory, CenterFactory, RoleGrantFactory, UserFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory, NeedFactory

OCTOBER = Month(2026, 10)


@pytest.fixture
def elsewhere(family):
    """A family at another center of the same program."""
    center = CenterFactory(program=family.center.program)
    other = FamilyFactory(center=center)
    EnrollmentFactory(
        family=other, member=MemberFactory(family=other, role="child"), center=center, program=center.program
    )
    return other


@pytest.mark.parametrize("code", sorted(kinds.every()))
def test_a_supervisors_report_never_holds_another_centers_family(code, supervisor, family, elsewhere):
    kind = kinds.named(code)
    when = kind.period.of(date(2026, 11, 15))
    family.enrollments.update(entered_on=when.first)
    elsewhere.enrollments.update(entered_on=when.first)

    counted = actions.count(kind, scopes.own(supervisor, when))

    named = {pk for ids in counted.families.values() for pk in ids}
    assert named <= set(Family.objects.visible_to(supervisor).values_list("pk", flat=True))
    assert elsewhere.pk not in named
    assert code != "monthly" or family.pk in named


def test_a_supervisor_cannot_ask_for_another_center_by_its_address(client, supervisor, elsewhere):
    client.force_login(supervisor)

    answer = client.get(reverse("reports:live", args=["monthly"]), {"where": f"center:{elsewhere.center_id}"})

    assert answer.status_code == 422


def test_a_supervisor_reads_the_own_centers_and_opens_their_families(client, supervisor, family, elsewhere):
    Family.objects.get(pk=family.pk).enrollments.update(entered_on=date(2026, 9, 1))
    client.force_login(supervisor)

    page = client.get(reverse("reports:live", args=["monthly"]), {"where": "centers", "period": "2026-10"})
    opened = client.get(page.context["report"].url("families"))

    assert page.context["report"].number("families") == 1
    assert [one.pk for one in opened.context["page"]] == [family.pk]


def test_a_worker_reads_the_figures_of_the_families_served(client, worker, outsider, family):
    family.enrollments.update(entered_on=date(2026, 9, 1))
    figures = []
    for person in (worker, outsider):
        client.force_login(person)
        page = client.get(reverse("reports:own", args=["monthly"]), {"period": "2026-10"})
        figures.append(page.context["report"].number("families"))

    assert figures == [1, 0]


def test_a_number_about_restricted_help_opens_only_for_who_reads_restricted_records(client, family):
    family.enrollments.update(entered_on=date(2026, 9, 1))
    NeedFactory(family=family, category=CategoryFactory(code="safety", is_restricted=True), opened_on=date(2026, 10, 5))
    run = actions.make(kind=kinds.named("monthly"), scope=Scope(OCTOBER))
    answers = []
    reviewer = RoleGrantFactory(role=Role.MONITOR, ends_on=date(2999, 1, 1)).user
    for person in (UserFactory(role=Role.MANAGER), reviewer):
        client.force_login(person)
        answers.append(client.get(reverse("reports:families", args=[run.pk, "asked_safety"])).status_code)

    assert answers == [200, 404]


def test_nothing_narrower_than_a_program_is_frozen(worker):
    with pytest.raises(actions.NotWhole):
        actions.make(kind=kinds.named("monthly"), scope=Scope(OCTOBER, caseload_of=worker))


def test_whole_scopes_are_the_agency_delegates_and_programs_in_reach(manager, supervisor, center):
    program = center.program

    assert scopes.wholes(manager) == [(None, ""), (program, "")]
    assert scopes.wholes(supervisor, Permission.REPORT_VIEW) == []


def test_what_is_restricted_is_known_without_asking_for_each_number(db, django_assert_max_num_queries):
    CategoryFactory(code="safety", is_restricted=True).pir_items.create(form_year="2022-23", item="C.44.z")
    CategoryFactory(code="food")
    kind = kinds.named("monthly")
    figures = ["asked_safety", "open_safety", "asked_food", "pir_C.44.z", "pir_C.44.a", "welfare_children", "families"]

    with django_assert_max_num_queries(2):
        found = kind.restricted(figures)

    assert found == {figure for figure in figures if kind.figure(figure).is_restricted}
    assert found == {"asked_safety", "open_safety", "pir_C.44.z", "welfare_children"}
