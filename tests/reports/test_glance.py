"""The manager's first page: the same few statements however many families there are."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.access import Role
from agency.models import AccessEvent
from reports import actions, kinds
from reports.glance import Glance
from reports.periods import Month
from reports.scope import Scope
from tests.agency.factories import ProgramFactory, RoleGrantFactory
from tests.families.factories import EnrollmentFactory, FamilyFactory, MemberFactory, NeedFactory

HOME = reverse("workspace:my-day")


@pytest.fixture
def report(family):
    family.enrollments.update(entered_on=Month.of(timezone.localdate()).previous().first)
    return actions.make(kind=kinds.named("monthly"), scope=Scope(Month.of(timezone.localdate()).previous()))


def test_a_managers_first_page_shows_today_and_the_newest_report(client, manager, report):
    client.force_login(manager)

    glance = client.get(HOME).context["glance"]

    assert [figure["number"] for figure in glance.figures()] == [1, 0, 1, 0, 0]
    assert glance.figures()[2]["url"] == reverse("reports:families", args=[report.pk, "not_reached"])


def test_it_is_asked_for_one_program(client, manager, report, family):
    other = ProgramFactory()
    client.force_login(manager)

    numbers = [
        client.get(HOME, {"program": code}).context["glance"].figures()[0]["number"]
        for code in (family.center.program.code, other.code)
    ]

    assert numbers == [1, 0]


def test_who_leads_some_centers_has_no_whole_program_to_look_at(supervisor, report):
    assert Glance.of(supervisor) is None


def test_its_statements_do_not_grow_with_families(client, manager, report, center):
    client.force_login(manager)
    client.get(HOME)

    def statements():
        with CaptureQueriesContext(connection) as captured:
            client.get(HOME)
        return len(captured)

    one = statements()
    for _family in range(4):
        family = FamilyFactory(center=center)
        child = MemberFactory(family=family, role="child")
        EnrollmentFactory(family=family, member=child, center=center, program=center.program)

    assert statements() == one <= 25


def test_numbers_of_today_open_into_their_families(client, manager, family):
    NeedFactory(family=family, urgency=3)
    FamilyFactory(center=family.center)  # without a place
    client.force_login(manager)
    figures = client.get(HOME).context["glance"].figures()

    listed = [[one.pk for one in client.get(figure["url"]).context["page"]] for figure in figures[:2]]

    assert [figure["number"] for figure in figures[:2]] == [1, 1]
    assert listed == [[family.pk], [family.pk]]
    assert AccessEvent.objects.filter(by=manager, family_ids=[family.pk]).count() == 2


def test_who_reads_nothing_restricted_opens_no_list_of_urgent_needs(client, family):
    NeedFactory(family=family, urgency=3)
    client.force_login(RoleGrantFactory(role=Role.MONITOR, ends_on=date(2999, 1, 1)).user)

    figures = client.get(HOME).context["glance"].figures()

    assert [bool(figure["url"]) for figure in figures[:2]] == [True, False]
    assert client.get(reverse("reports:today", args=["urgent"])).status_code == 404
