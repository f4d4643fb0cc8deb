"""The benchmark measures what it says: the page, its statements, its floor, its budget."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from agency.access import Role
from agency.models import ImportBatch
from families.models import Family
from tests.agency.factories import UserFactory
from workspace.bench import jobs, newcomers
from workspace.bench.measure import Budget, Row, Statements, floor, measured
from workspace.bench.pages import Browser, NotAnswered, misspelt
from workspace.bench.table import COLUMNS, head, line, save


def a_question():
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s + 1", [1])
        return cursor.fetchone()


def test_p95_is_the_time_that_nineteen_of_twenty_stay_under():
    row = Row("page", Budget(), times=[float(n) for n in range(1, 101)])

    assert (row.p50_ms, row.p95_ms) == (50.5, 96.0)


def test_a_row_says_which_budgets_it_breaks():
    row = Row("page", Budget(p95_ms=10, statements=5, kb=1), times=[20.0], statements=6, kb=0.5)

    assert row.failures() == ["p95_ms", "statements"]


def test_too_few_a_second_break_a_budget():
    budget = Budget(per_second=60)

    assert Row("crowd", budget, times=[1.0], per_second=59).failures() == ["per_second"]
    assert Row("crowd", budget, times=[1.0], per_second=61).failures() == []


def test_statements_and_floor_are_those_of_the_act(db):
    row = measured("question", Budget(), a_question, runs=3)

    assert row.statements == 1
    assert row.floor_ms > 0
    assert row.peak_mb > 0
    assert len(row.times) == 3


def test_the_floor_leaves_nothing_behind(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE left_behind (n int)")
        with Statements().listening() as heard:
            cursor.execute("INSERT INTO left_behind VALUES (1)")
        floor(heard.sent, 3)
        cursor.execute("SELECT count(*) FROM left_behind")

        assert cursor.fetchone() == (1,)


def test_an_error_page_is_not_measured(db, worker):
    with pytest.raises(NotAnswered, match="/families/999999/ answered 404, not 200"):
        Browser(worker).get("/families/999999/")


def test_a_name_is_misspelt_by_one_letter():
    assert misspelt("Hernández") == "Hernndez"


def test_the_file_has_the_rows_in_the_agreed_shape(tmp_path):
    row = Row(
        "page", Budget(p95_ms=10), times=[1.25, 1.25], cpu_ms=0.71, statements=3, kb=4.04, floor_ms=0.5, peak_mb=80.0
    )

    save(tmp_path / "build" / "bench.json", "small", [row])

    assert json.loads((tmp_path / "build" / "bench.json").read_text()) == {
        "size": "small",
        "rows": [
            {
                "name": "page",
                "p50_ms": 1.2,
                "p95_ms": 1.2,
                "cpu_ms": 0.7,
                "statements": 3,
                "kb": 4.0,
                "floor_ms": 0.5,
                "ratio": 2.5,
                "peak_mb": 80.0,
                "budget": "10 ms, 400 MB",
                "ok": True,
            }
        ],
    }


def test_a_line_of_the_table_stands_under_its_head():
    row = Row("page", Budget(p95_ms=10), times=[20.0])

    assert len(head().split("budget")[0].rstrip()) == 32 + 9 * len(COLUMNS)
    assert line(row).endswith("over: p95_ms (10 ms, 400 MB)")


def test_a_file_of_families_is_written_whole_and_taken_back(family, tmp_path):
    UserFactory(role=Role.MANAGER)
    file = newcomers.lay(tmp_path / "families.csv", 12)
    again = newcomers.lay(tmp_path / "again.csv", 12)
    people = len(file.read_text().splitlines()) - 1

    row = measured("import", Budget(), lambda: jobs.joined(file), runs=1, warm=0)
    batch = jobs.joined(file)

    assert file.read_bytes() == again.read_bytes()
    assert batch.counts["families"]["new"] == 12
    assert batch.counts["people"]["new"] == people
    assert row.statements > 0
    assert Family.objects.get() == family
    assert not ImportBatch.objects.exists()


def test_it_runs_on_a_demo_only(db, settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="runs on a demo only"):
        call_command("bench", size="small")
