"""Who reads which standing report: over every kind there is, whoever adds one."""

import re
from datetime import date

import pytest
from django.urls import reverse

from agency.access import Role
from agency.models import AccessEvent
from reports import kinds
from tests.agency.factories import CenterFactory, RoleGrantFactory, UserFactory
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory, NeedFactory

STANDING = sorted(code for code, kind in kinds.every().items() if not kind.freezes and not kind.page)
OWN = sorted(code for code in STANDING if kinds.named(code).of_one_caseload)


@pytest.fixture
def stranger(center):
    """A family of another center of the same program, with a need, served by somebody else."""
    other = CenterFactory(program=center.program)
    family = FamilyFactory(center=other, name="Strangewell")
    child = MemberFactory(family=family, role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=other, program=other.program)
    AssignmentFactory(family=family, worker=UserFactory(role=Role.WORKER, center=other, last_name="Otherworth"))
    NeedFactory(family=family)
    return family


@pytest.fixture
def needy(family):
    NeedFactory(family=family)
    return family


def opened(client, code, way="live"):
    page = client.get(reverse(f"reports:{way}", args=[code]))
    lists = sorted(set(re.findall(rf'href="(/reports/(?:now|own)/{code}/families/[^"]+)"', page.text)))
    return page, lists


@pytest.mark.parametrize("code", STANDING)
def test_a_supervisor_meets_no_family_of_another_center(client, code, supervisor, needy, stranger):
    client.force_login(supervisor)

    page, lists = opened(client, code)
    texts = [client.get(url).text for url in lists]
    seen = {pk for event in AccessEvent.objects.filter(by=supervisor) for pk in event.family_ids}

    assert page.status_code == 200
    assert not any(word in text for text in (page.text, *texts) for word in ("Strangewell", "Otherworth"))
    assert seen <= {needy.pk}


@pytest.mark.parametrize("code", OWN)
def test_a_worker_reads_of_their_own_families_alone(client, code, worker, needy, stranger):
    client.force_login(worker)

    page, lists = opened(client, code, "own")
    texts = [client.get(url).text for url in lists]

    assert page.status_code == 200
    assert not any(word in text for text in (page.text, *texts) for word in ("Strangewell", "Otherworth"))


@pytest.mark.parametrize("code", STANDING)
def test_who_opens_a_standing_report(client, code, supervisor, manager, worker, administrator, teammate):
    reviewer = RoleGrantFactory(role=Role.MONITOR, ends_on=date(2999, 1, 1)).user
    people = [supervisor, manager, worker, administrator, teammate, reviewer]
    answers = []
    for person in people:
        client.force_login(person)
        answers.append([
            client.get(reverse("reports:live", args=[code])).status_code,
            client.get(reverse("reports:live-pdf", args=[code])).status_code,
            client.get(reverse("reports:live-file", args=[code, "csv"])).status_code != 403,
        ])  # fmt: skip

    may, may_not = [200, 200, True], [403, 403, False]
    assert answers == [[200, 200, False], may, may_not, may_not, may_not, [200, 200, False]]
