"""What is written down for good stays: every model that says so is walked, so a new one is never forgotten."""

import pytest
from django.apps import apps
from django.db import InternalError, connection, transaction

APPEND_ONLY, NEVER_EMPTIED = "append_only", "never_emptied"


def kept_by(trigger):
    """The tables of the models that name this trigger; the histories of rows have the first of the two."""
    models = [model for model in apps.get_models() if hasattr(model._meta, "triggers")]
    return {model._meta.db_table for model in models if trigger in {each.name for each in model._meta.triggers}}


@pytest.mark.parametrize("trigger", [APPEND_ONLY, NEVER_EMPTIED])
def test_the_keepers_stand_in_the_database(trigger, db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgenabled = 'O' AND tgname LIKE %s",
            [f"pgtrigger_{trigger}_%"],
        )
        found = {table for (table,) in cursor.fetchall()}

    assert found == kept_by(trigger) > set()


def test_what_is_never_emptied_is_never_changed_either():
    assert kept_by(NEVER_EMPTIED) < kept_by(APPEND_ONLY)


def test_no_frozen_table_can_be_emptied(db):
    for table in kept_by(NEVER_EMPTIED):
        with (
            connection.cursor() as cursor,
            pytest.raises(InternalError, match=f"Cannot empty {table} table"),
            transaction.atomic(),
        ):
            cursor.execute(f"TRUNCATE {table} CASCADE")
