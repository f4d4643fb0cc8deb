"""Each field on a family record says who governs it, once; and some facts have no field at all."""

import re

import pytest

from agency.privacy import Privacy
from tests.guards.models import our_models, reaches_family

NEVER = re.compile(
    r"(?<![a-z])ssn(?![a-z])|social_security|immigra|visa_status|citizen|undocumented|legal_status|alien", re.IGNORECASE
)
FAMILY_RECORDS = [model for model in our_models() if reaches_family(model)]


@pytest.mark.parametrize("model", FAMILY_RECORDS, ids=lambda model: model.__name__)
def test_each_field_is_declared_exactly_once(model):
    fields = sorted(field.name for field in model._meta.concrete_fields)

    assert isinstance(getattr(model, "privacy", None), Privacy)
    assert sorted(model.privacy.declared()) == fields


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_no_field_holds_what_we_never_ask(model):
    assert [field.name for field in model._meta.get_fields() if NEVER.search(field.name)] == []


def test_there_are_records_to_guard():
    assert len(FAMILY_RECORDS) > 20
