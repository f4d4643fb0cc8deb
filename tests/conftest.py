"""Three people and a family, for every test: who may, who may look, who may not."""

import pgtrigger
import pytest
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils import translation
from factory import Factory
from hypothesis import HealthCheck, settings

from agency.access import Role
from familypartnership.celery import app
from tests.agency.factories import AgencyFactory, CenterFactory, ProgramYearFactory, UserFactory
from tests.families.factories import AssignmentFactory, EnrollmentFactory, FamilyFactory, MemberFactory
from tests.working import start_worker

__all__ = ["start_worker"]

PASSWORD = "a quilt of many pieces"

# The same examples on each run, however slow the machine; `--hypothesis-profile=default` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

# Tests of a live server empty the tables between them; the append-only tables refuse that, so it is allowed there only.
_empty = BaseDatabaseOperations.execute_sql_flush


def _empty_the_record_too(self, sql_list):
    with pgtrigger.ignore():
        return _empty(self, sql_list)


BaseDatabaseOperations.execute_sql_flush = _empty_the_record_too


# Made-up names are numbered from here: “Service 10010” stands after “Service 10009” however many were made before.
Factory._setup_next_sequence = classmethod(lambda cls: 10_000)


@pytest.fixture(autouse=True)
def in_english():
    """Each test begins in English, whatever the one before has spoken."""
    translation.activate("en")


@pytest.fixture
def where_queued(monkeypatch):
    """Background work is done where it is queued."""
    monkeypatch.setitem(app.conf, "task_always_eager", True)


@pytest.fixture
def at_once(where_queued, django_capture_on_commit_callbacks):
    """`with at_once():` background work is done as soon as the transaction is over."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def agency(db):
    return AgencyFactory()


@pytest.fixture
def center(agency):
    return ProgramYearFactory(program=CenterFactory().program).program.centers.get()


@pytest.fixture
def worker(center):
    """A family service worker who serves `family`."""
    return UserFactory(role=Role.WORKER, center=center)


@pytest.fixture
def family(center, worker):
    """One mother, one child with a place at `center`, served by `worker`."""
    family = FamilyFactory(center=center)
    MemberFactory(family=family, first_name="Elena", relationship="mother", is_main_contact=True)
    child = MemberFactory(family=family, first_name="Angel", role="child", relationship="child")
    EnrollmentFactory(family=family, member=child, center=center, program=center.program)
    AssignmentFactory(family=family, worker=worker)
    return family


@pytest.fixture
def supervisor(center):
    """Holds the center in which `family` is enrolled."""
    return UserFactory(role=Role.SUPERVISOR, center=center)


@pytest.fixture
def manager(agency):
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def administrator(agency):
    return UserFactory(role=Role.ADMINISTRATOR)


@pytest.fixture
def outsider(center):
    """Does the worker's job at the same center, with another caseload."""
    return UserFactory(role=Role.WORKER, center=center)


@pytest.fixture
def teammate(center, family):
    """A teacher on the family's team."""
    teacher = UserFactory(role=Role.TEAMMATE, center=center)
    AssignmentFactory(family=family, worker=teacher, kind="team")
    return teacher


@pytest.fixture
def signed_in(client):
    """`signed_in(person)` is a client in which that person has logged in."""

    def sign_in(person):
        client.force_login(person)
        return client

    return sign_in
