"""Months, and the small numbers a board does not get to see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.periods import Month, NotAMonth
from reports.suppression import suppress


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "26-10", "october", "", "2026-10-01", "2026-1", "0000-01"])
def test_what_is_no_month_is_refused_with_a_sentence(text):
    with pytest.raises(NotAMonth, match="Write it as 2026-10"):
        Month.named(text)


@given(st.integers(1970, 2100), st.integers(1, 12))
def test_a_month_reads_back_as_written_and_follows_its_previous(year, number):
    month = Month(year, number)

    assert (Month.named(str(month)), month.previous().next(), Month.of(month.last)) == (month, month, month)


def test_six_months_back_cross_the_new_year():
    assert [str(month) for month in Month(2026, 2).back(4)] == ["2025-11", "2025-12", "2026-01", "2026-02"]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8), st.integers(2, 12))
def test_no_hidden_number_can_be_worked_out_from_the_total(counts, smallest):
    shown = suppress(counts, smallest)

    hidden = [count for count, text in zip(counts, shown, strict=True) if text is None]
    assert len(hidden) != 1
    assert all(count == 0 or count >= smallest for count in shown if count is not None)


def test_the_next_smallest_is_hidden_with_a_lone_small_number():
    assert suppress([3, 120, 40, 0], 5) == [None, 120, None, 0]
