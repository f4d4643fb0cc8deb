"""Days in forms: a slip gets one clear sentence."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agency.days import PastDay, is_ahead


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: date(2026, 11, 21))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-11-22", "This day has not come yet."),
        ("2026-12-18", "This day has not come yet. Did you mean Nov 18?"),
        ("2027-11-15", "This day has not come yet. Did you mean Nov 15?"),
        ("2126-11-20", "This day has not come yet."),
        ("1026-11-20", "This is more than a hundred years ago. Check the year."),
        ("soon", "Write a day, like 11/18/2026, or pick it from the calendar."),
    ],
)
def test_a_day_that_cannot_have_been_is_refused_in_one_sentence(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        PastDay().clean(typed)

    assert refused.value.messages == [sentence]


def test_today_has_come_and_is_not_over():
    today = timezone.localdate()

    is_ahead(today)

    assert PastDay().clean(str(today)) == today


def test_a_day_that_is_over_is_no_day_to_come():
    with pytest.raises(ValidationError) as refused:
        is_ahead(timezone.localdate() - timedelta(days=1))

    assert refused.value.messages == ["This day is over. Choose today or a later day."]
