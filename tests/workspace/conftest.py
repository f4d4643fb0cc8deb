"""The clocks of the content files, and a reviewer."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from agency.access import Role
from agency.models import Deadline
from families.models import ReviewerAccess
from tests.agency.factories import RoleGrantFactory, UserFactory


@pytest.fixture
def clocks(db):
    """Every clock the agency starts with."""
    rules = json.loads((settings.BASE_DIR / "agency" / "content" / "clocks.json").read_text())
    fields = ("code", "name", "starts_from", "unit", "warn_before", "escalate_after")
    return Deadline.objects.bulk_create(
        Deadline(**{name: rule[name] for name in fields}, length=rule["days"], effective_on="2020-01-01")
        for rule in rules
    )


@pytest.fixture
def reviewer(family):
    """May read this family for a month."""
    until = timezone.localdate() + timedelta(days=30)
    person = UserFactory()
    RoleGrantFactory(user=person, role=Role.MONITOR, ends_on=until)
    ReviewerAccess.objects.create(user=person, family=family, ends_on=until)
    return person
