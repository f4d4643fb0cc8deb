"""The board's copy: nobody works out a hidden number from the ones that stand."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.board import HIDDEN, Shown
from reports.monthly.counting import FIGURES
from reports.monthly.counting.agreements import STANDINGS
from reports.monthly.kind import KIND
from reports.periods import Month
from reports.report import Report
from reports.suppression import hide

SMALLEST = 3  # so that a reader's every guess can be tried
counts = st.integers(0, 5)


def table(rows):
    """A table with totals of rows and of columns: its numbers, and what adds up to what."""
    width = len(rows[0])
    numbers = {(r, c): n for r, row in enumerate(rows) for c, n in enumerate(row)}
    sums = []
    for r, row in enumerate(rows):
        numbers["row", r] = sum(row)
        sums.append((("row", r), [(r, c) for c in range(width)]))
    for c in range(width):
        numbers["column", c] = sum(row[c] for row in rows)
        sums.append((("column", c), [(r, c) for r in range(len(rows))]))
    return numbers, sums


def guesses(numbers, sums, hidden, small):
    """Every way in which a reader could fill in the hidden numbers: they add up, and small ones are small."""
    names = sorted(hidden, key=str)
    ranges = [range(1, SMALLEST) if name in small else range(13) for name in names]
    for values in product(*ranges):
        guess = numbers | dict(zip(names, values, strict=True))
        if all(guess[total] == sum(guess[part] for part in parts) for total, parts in sums):
            yield guess


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(counts, min_size=2, max_size=2), min_size=2, max_size=2))
def test_no_hidden_number_of_a_table_follows_from_rows_columns_and_totals(rows):
    numbers, sums = table(rows)
    hidden = hide(numbers, sums, SMALLEST)
    small = {name for name, n in numbers.items() if 0 < n < SMALLEST}

    assert small <= hidden
    if len(hidden) < len(numbers) and len(hidden) <= 5:
        found = list(guesses(numbers, sums, hidden, set()))
        for name in small:
            assert len({guess[name] for guess in found}) > 1, (name, numbers, hidden)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=7), st.integers(2, 9))
def test_one_row_of_parts_never_hides_exactly_one(parts, smallest):
    numbers = dict(enumerate(parts)) | {"total": sum(parts)}
    hidden = hide(numbers, [("total", list(range(len(parts))))], smallest)

    assert len(hidden) != 1
    assert all(n == 0 or n >= smallest for name, n in numbers.items() if name not in hidden)


def test_small_numbers_that_are_as_small_as_can_be_do_not_give_each_other_away():
    numbers = {"all": 2, "one": 1, "other": 1, "many": 40, "whole": 42}

    hidden = hide(numbers, [("all", ["one", "other"]), ("whole", ["all", "many"])], 2)

    assert {"one", "other", "all", "many"} <= hidden


def test_what_stands_twice_is_hidden_twice():
    numbers = {"families": 60, "reached": 58, "none": 2, "again": 58, "sum": 60}

    hidden = hide(numbers, [("families", ["reached", "none"]), ("again", ["reached"])], 5)

    assert {"none", "reached", "again"} <= hidden


@pytest.fixture
def shown(agency):
    """Two months of the same program; four families are new, two were not reached, one not the month before."""
    figures = dict.fromkeys(FIGURES, 0) | {
        "families": 60,
        "reached": 58,
        "not_reached": 2,
        "new": 8,
        "left": 6,
        "served": 70,
    }
    figures |= {f"agreements_{one}": 10 for one in STANDINGS}
    before = figures | {"families": 52, "reached": 51, "not_reached": 1, "left": 0}
    content = {
        "figures": figures, "before": {"month": {"period": "2026-09", "frozen": True, "figures": before}},
        "contacts": [
            {"month": "2026-09", "contacts": 90, "families": 52, "none": 1},
            {"month": "2026-10", "contacts": 99, "families": 60, "none": 2},
        ],
        "outcomes": [], "help": [], "barriers": [], "pir": [], "pir_form": "",
    }  # fmt: skip
    report = Report(kind=KIND, content=content, period=Month(2026, 10), where="", as_of=None)
    return Shown(report)


def said(shown, table, row):
    tables = {one.code: one for section in shown.report.sections for one in section.tables}
    found = next(one for one in tables[table].rows if one.code == row)
    return [shown.text(cell) for cell in found.cells]


def test_neither_this_month_nor_the_one_before_tells_who_was_not_reached(shown):
    rows = [said(shown, "reached", figure) for figure in ("reached", "not_reached")]

    assert rows == [[HIDDEN, HIDDEN], [HIDDEN, HIDDEN]]
    assert said(shown, "contacts", "2026-09")[3] == HIDDEN


def test_no_difference_is_printed_from_a_hidden_number(shown):
    assert said(shown, "families", "families") == ["60", "52 (+8)"]


def test_counts_of_things_are_hidden_when_they_are_small_or_of_few_families(shown):
    content = shown.report.content
    reasons = {"cost": 3, "wait": 9, "transport": 8}
    content["barriers"] = [{"code": code, "count": count} for code, count in reasons.items()]
    content["figures"] |= {f"barrier_{code}": count for code, count in reasons.items()}
    content["figures"] |= {"mous_due": 2, "goals_moved": 9}
    content["before"]["month"]["behind"] = {"goals_moved": 2}
    content["before"]["month"]["figures"] |= {"goals_moved": 7}
    report = Report(kind=KIND, content=content, period=Month(2026, 10), where="", as_of=None)
    report.behind = {"barrier_transport": 4, "barrier_wait": 9, "goals_moved": 8}

    copy = Shown(report)

    assert [said(copy, "barriers", reason) for reason in ("cost", "wait", "transport")] == [[HIDDEN], ["9"], [HIDDEN]]
    assert said(copy, "goals", "goals_moved") == ["9", HIDDEN]
    assert said(copy, "partners", "mous_due")[0] == "2"


@pytest.mark.parametrize(("workers", "largest"), [(1, [HIDDEN, "50"]), (2, ["58", "50 (+8)"])])
def test_the_caseload_of_a_lone_worker_does_not_tell_how_many_have_none(shown, workers, largest):
    content = shown.report.content
    content["figures"] |= {"workers": workers, "caseload_largest": 58, "without_worker": 2}
    content["before"]["month"]["figures"] |= {"workers": workers, "caseload_largest": 50, "without_worker": 0}
    copy = Shown(Report(kind=KIND, content=content, period=Month(2026, 10), where="", as_of=None))

    assert said(copy, "caseload", "caseload_largest") == largest
