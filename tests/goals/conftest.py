"""A reviewer who may read this family's general records for a month."""

from datetime import timedelta

import pytest
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
