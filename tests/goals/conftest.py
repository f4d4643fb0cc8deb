"""A reviewer who may read this family's general records for a month; how many questions a page asks the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.access import Role
from families.models import ReviewerAccess
from tests.agency.factories import RoleGrantFactory, UserFactory


@pytest.fixture
def reviewer(family):
    until = timezone.localdate() + timedelta(days=30)
    person = UserFactory()
    RoleGrantFactory(user=person, role=Role.MONITOR, ends_on=until)
    ReviewerAccess.objects.create(user=person, family=family, ends_on=until)
    return person


@pytest.fixture
def questions(client):
    """`questions(person, address)`: how many statements the page needs."""

    def ask(person, address):
        client.force_login(person)
        client.get(address)  # the first page after log-in also keeps the session
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    return ask
