"""The old code serves while a migration runs: what comes after the first migrations only adds."""

from importlib import import_module

import pytest
from django.db import migrations
from django.db.models import NOT_PROVIDED, GeneratedField

from agency.at_once import AtOnce
from tests.guards.models import OURS, ROOT

REFUSED = (
    migrations.RemoveField,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.DeleteModel,
    migrations.AlterModelTable,
)


def later_migrations():
    for app in OURS:
        for path in sorted((ROOT / app / "migrations").glob("0*.py")):
            if not path.name.startswith("0001_"):
                yield pytest.param(app, path.stem, id=f"{app}.{path.stem}")


def old_code_can_insert(field):
    """True when an INSERT that does not know the column still works."""
    fills_itself = field.null or field.db_default is not NOT_PROVIDED or isinstance(field, GeneratedField)
    return fills_itself or field.many_to_many or field.auto_created


def made_here(operations):
    return {operation.name.lower() for operation in operations if isinstance(operation, migrations.CreateModel)}


@pytest.mark.parametrize(("app", "name"), list(later_migrations()))
def test_takes_nothing_away_that_the_running_code_reads(app, name):
    operations = import_module(f"{app}.migrations.{name}").Migration.operations

    assert [operation.describe() for operation in operations if isinstance(operation, REFUSED)] == []


@pytest.mark.parametrize(("app", "name"), list(later_migrations()))
def test_adds_columns_that_the_running_code_may_leave_out(app, name):
    operations = import_module(f"{app}.migrations.{name}").Migration.operations
    new = made_here(operations)
    added = [op for op in operations if isinstance(op, migrations.AddField) and op.model_name.lower() not in new]

    assert [f"{op.model_name}.{op.name}" for op in added if not old_code_can_insert(op.field)] == []


@pytest.mark.parametrize(("app", "name"), list(later_migrations()))
def test_is_described_at_once_only_when_nothing_happens_twice(app, name):
    migration = import_module(f"{app}.migrations.{name}").Migration
    changes = (migrations.AddField, migrations.AlterField)
    fields = [(op.model_name.lower(), op.name) for op in migration.operations if isinstance(op, changes)]
    reads_rows = [op.describe() for op in migration.operations if isinstance(op, migrations.RunPython)]

    assert not issubclass(migration, AtOnce) or (len(fields), reads_rows) == (len(set(fields)), [])
