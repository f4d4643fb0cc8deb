"""A migration at once makes the same tables as Django does operation by operation."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations import state

from agency.at_once import AtOnce

KEY = ("id", models.BigAutoField(primary_key=True))
BEFORE = [migrations.CreateModel("Pet", [KEY, ("name", models.CharField(max_length=10))])]
ADDED = [
    migrations.CreateModel("Person", [KEY, ("name", models.CharField(max_length=20))]),
    migrations.CreateModel(
        "Visit", [KEY, ("on", models.DateField()), ("person", models.ForeignKey("toy.Person", models.CASCADE))]
    ),
    migrations.AddField("Person", "last_visit", models.ForeignKey("toy.Visit", models.SET_NULL, null=True)),
    migrations.AddField("Pet", "owner", models.ForeignKey("toy.Person", models.CASCADE, null=True)),
    migrations.AlterField("Pet", "name", models.CharField(max_length=30, db_index=True)),
    migrations.AddIndex("Visit", models.Index(fields=["on"], name="toy_visit_on")),
    migrations.AddConstraint("Visit", models.UniqueConstraint(fields=["person", "on"], name="toy_once_a_day")),
    migrations.AddConstraint("Pet", models.CheckConstraint(condition=~models.Q(name=""), name="toy_has_a_name")),
]
TABLES = ["toy_person", "toy_visit", "toy_pet"]
OURS = ["toy_visit_on", "toy_once_a_day", "toy_has_a_name"]


def applied(kind, operations, before):
    migration = type("Migration", (kind,), {"operations": operations})("0001", "toy")
    with connection.schema_editor() as editor:
        return migration.apply(before, editor)


def found():
    """Columns, defaults and rules of the three tables; of the names only those we gave, not those Django thinks up."""
    with connection.cursor() as cursor:
        columns = {t: sorted(connection.introspection.get_table_description(cursor, t)) for t in TABLES}
        rules = {t: connection.introspection.get_constraints(cursor, t) for t in TABLES}
    return columns, {t: sorted(_told(name, rule) for name, rule in rules[t].items()) for t in TABLES}


def _told(name, rule):
    return name if name in OURS else "", str(sorted(rule.items()))


@pytest.fixture
def made(db):
    """What stands after the toy migrations by one kind of migration. Gone when it is told, and with the test's end."""

    def make(kind):
        after = applied(kind, ADDED, applied(migrations.Migration, BEFORE, state.ProjectState()))
        columns, rules = found()
        with connection.schema_editor() as editor:
            for table in TABLES:
                editor.execute(f"DROP TABLE {table} CASCADE")
        return {"columns": columns, "rules": rules, "models": after.models}

    return make


def test_at_once_is_the_same_as_one_by_one(made):
    at_once = made(AtOnce)

    assert at_once == made(migrations.Migration)
    assert [column.name for column in at_once["columns"]["toy_person"]] == ["id", "last_visit_id", "name"]
    assert {name for rules in at_once["rules"].values() for name, _rule in rules} == {"", *OURS}


def test_at_once_describes_the_models_before_and_after_however_much_is_added(db, monkeypatch):
    before, described = applied(migrations.Migration, BEFORE, state.ProjectState()), []
    render = state.StateApps.render_multiple
    monkeypatch.setattr(state.StateApps, "render_multiple", lambda *given: described.append(1) or render(*given))

    applied(AtOnce, ADDED, before)

    assert len(described) == 2
