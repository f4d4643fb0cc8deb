"""The clocks and the reviewer, as the pages of the workspace know them; a worker who goes and one who comes."""

from datetime import timedelta

import pytest

from agency.access import Role
from tests.agency.factories import UserFactory
from tests.supervision.moving import today
from tests.workspace.conftest import clocks, reviewer

__all__ = ["clocks", "reviewer"]


@pytest.fixture
def hoa(center):
    return UserFactory(role=Role.WORKER, center=center, first_name="Hoa", last_name="Nguyen", works_in="Vietnamese")


@pytest.fixture
def old(family, worker):
    """The worker has served the family for a while."""
    family.assignments.update(starts_on=today() - timedelta(days=90))
    return worker
