"""The table of roles, asked of the database: who may, who may look, who may not."""

import pytest
from django.db import InternalError, connection, transaction

from agency import access, audit
from agency.access import Permission, Role
from agency.models import AuditEvent
from families.models import Family
from tests.agency.factories import UserFactory
from tests.families.factories import FamilyFactory


def seen_by(person):
    return list(Family.objects.visible_to(person))


def test_a_worker_opens_the_families_they_serve(worker, family):
    FamilyFactory(center=family.center)

    assert seen_by(worker) == [family]


def test_a_colleague_with_another_caseload_does_not_see_the_family(outsider, family):
    assert seen_by(outsider) == []


def test_a_supervisor_opens_the_families_of_their_centers(supervisor, family):
    FamilyFactory()

    assert seen_by(supervisor) == [family]


def test_a_manager_of_the_whole_agency_opens_every_family(manager, family):
    other = FamilyFactory()

    assert set(seen_by(manager)) == {family, other}


def test_an_administrator_opens_no_family(administrator, family):
    assert seen_by(administrator) == []


def test_a_role_that_has_ended_opens_nothing(worker, family):
    worker.role_grants.update(ends_on=worker.role_grants.get().starts_on)

    assert seen_by(worker) == []


def test_one_role_of_a_person_does_not_lend_its_permissions_to_another(teammate, family):
    from tests.agency.factories import RoleGrantFactory

    RoleGrantFactory(user=teammate, role=Role.SUPERVISOR, center=FamilyFactory().center)

    assert list(Family.objects.visible_to(teammate, Permission.ASSESSMENT_EDIT).filter(pk=family.pk)) == []


@pytest.mark.parametrize("role", [Role.WORKER, Role.SUPERVISOR, Role.MONITOR, Role.TEAMMATE])
def test_only_managers_and_administrators_change_settings_and_accounts(role, agency):
    ends = {"grant__ends_on": "2099-01-01"} if role == Role.MONITOR else {}
    person = UserFactory(role=role, **ends)

    assert [person.may(p) for p in (Permission.SETTINGS_EDIT, Permission.ACCOUNT_EDIT)] == [False, False]


@pytest.mark.parametrize("statement", ["UPDATE {} SET event = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_database_refuses_to_change_the_log(db, statement):
    audit.record("tried", by=None)

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(InternalError), transaction.atomic():
            cursor.execute(statement.format(AuditEvent._meta.db_table))

    assert AuditEvent.objects.count() == 1


def test_a_page_asks_once_whose_families_a_person_opens(worker, family, django_assert_num_queries):
    worker.families_known = {}

    with django_assert_num_queries(4):  # roles, families opened, and the two lists
        assert (seen_by(worker), seen_by(worker)) == ([family], [family])


def test_an_act_asks_anew_each_time(worker, family):
    assert seen_by(worker) == [family]

    family.assignments.all().delete()

    assert seen_by(worker) == []


@pytest.mark.parametrize("few", [0, 9])
def test_few_families_or_many_a_person_opens_the_same(supervisor, family, few, monkeypatch):
    monkeypatch.setattr(access, "FEW", few)
    supervisor.families_known = {}
    FamilyFactory()

    assert seen_by(supervisor) == [family]
