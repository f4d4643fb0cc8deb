"""A conversation that has begun, for every test of it."""

import pytest
from django.urls import reverse

from tests.agency.factories import CategoryFactory
from tests.families.factories import AssessmentFactory, InstrumentVersionFactory, ItemFactory


@pytest.fixture
def version(db):
    """Two questions of the first outcome, one of the second; the first may not wait."""
    version = InstrumentVersionFactory()
    food = CategoryFactory(code="food", is_urgent=True)
    ItemFactory(version=version, code="WB2", outcome=1, position=1, is_urgent=True, category=food)
    ItemFactory(version=version, code="WB8", outcome=1, position=2, category=CategoryFactory(code="rides"))
    ItemFactory(version=version, code="PC1", outcome=2, position=3, category=CategoryFactory(code="parenting"))
    return version


@pytest.fixture
def talk(family, worker, version):
    """A conversation that has begun."""
    return AssessmentFactory(family=family, version=version, staff=worker)


@pytest.fixture
def page(signed_in, worker, talk):
    """`page(number)` is the address of a part, and the client is the worker's."""
    signed_in(worker)
    return lambda number: reverse("families:assess-part", args=[talk.family_id, talk.pk, number])
