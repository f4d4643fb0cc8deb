"""The days of a report: two days to pick, or a period by its name; one word in every address that is kept."""

from datetime import date

import pytest
from django.urls import reverse

from reports.asking.kind import KIND
from reports.forms import PeriodForm
from reports.models import SavedView
from reports.periods import Days


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"period_first": "2020-08-01", "period_last": "2021-01-31"}, Days(date(2020, 8, 1), date(2021, 1, 31))),
        ({"period": "2020-08-01..2021-01-31"}, Days(date(2020, 8, 1), date(2021, 1, 31))),
        ({"period": "2020-21"}, Days(date(2020, 8, 1), date(2021, 7, 31))),
        ({"period": "2020-10", "period_first": "2020-08-01", "period_last": "2021-01-31"},
         Days(date(2020, 10, 1), date(2020, 10, 31))),
    ],
)  # fmt: skip
def test_days_are_two_days_or_a_name_and_the_name_goes_first(said, days):
    form = PeriodForm(said, kind=KIND)

    assert (form.is_valid(), form.days) == (True, days)
    assert [f'value="{day}"' in str(form["period"]) for day in (days.first, days.last)] == [True, True]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"period_first": "2020-08-01", "period_last": ""}, "Say the first and the last day."),
        ({"period_first": "", "period_last": "2020-08-01"}, "Say the first and the last day."),
        ({"period_first": "2020-08-02", "period_last": "2020-08-01"}, "The last day cannot come before the first."),
    ],
)
def test_a_slip_gets_one_sentence_and_what_was_picked_stays(said, sentence):
    form = PeriodForm(said, kind=KIND)

    assert form.errors == {"period": [sentence]}
    assert [f'value="{day}"' in str(form["period"]) for day in said.values() if day] == [
        True for day in said.values() if day
    ]


def test_the_period_that_is_shown_is_pressed(signed_in, manager, family):
    page = signed_in(manager).get(reverse("reports:live", args=["ask"])).content.decode()

    pressed = [line for line in page.splitlines() if 'aria-pressed="true"' in line]
    assert [line.strip().endswith("The last twelve months</button>") or "months" in line for line in pressed] == [True]


def test_two_picked_days_are_kept_as_one_word(signed_in, manager, family):
    picked = "?where=agency&period_first=2020-08-01&period_last=2020-08-31&population=needs&sharing=on"
    signed_in(manager).post(reverse("reports:keep", args=["ask"]) + picked, {"name": "Mine", "keeps_days": "on"})

    assert SavedView.objects.get().query == (
        "period=2020-08-01..2020-08-31&population=needs&sharing=on&where=agency"
    )  # fmt: skip
