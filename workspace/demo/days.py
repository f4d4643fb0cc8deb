"""The demo's calendar. Days are plain numbers (`date.toordinal`), because millions of them are compared and added."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

AUGUST_17 = (8, 17)
STORY_LENGTH = 298  # from the first day of the program year to the last
YEAR_2020 = date(2020, 8, 17)  # the story was written on this calendar, a Monday


def anchor(year):
    """The first day of a program year: the Monday nearest to 17 August, so that school days fall on weekdays."""
    day = date(year, *AUGUST_17)
    return day - timedelta(days=day.weekday() if day.weekday() <= 3 else day.weekday() - 7)


def last_complete(today):
    """The first day of the last program year that is over."""
    year = today.year
    while anchor(year) + timedelta(days=STORY_LENGTH) >= today:
        year -= 1
    return anchor(year)


@cache
def iso(ordinal):
    return date.fromordinal(ordinal).isoformat()


def day_of(ordinal):
    return date.fromordinal(ordinal) if ordinal else None


def at(ordinal, minute):
    """A moment of a day, as PostgreSQL reads it in the agency's time zone; `minute` counts from midnight."""
    return f"{iso(ordinal)} {minute // 60:02d}:{minute % 60:02d}"


class WorkingDays:
    """Mondays to Fridays between two days, found by position."""

    def __init__(self, first, last):
        self.days = [day for day in range(first, last + 1) if (day - 1) % 7 < 5]  # ordinal 1 was a Monday

    def between(self, first, last):
        """The positions of the working days from `first` to `last`: a pair for `range`."""
        return bisect_left(self.days, first), bisect_right(self.days, last)

    def near(self, day):
        """This day, or the working day before it."""
        return self.days[max(0, bisect_right(self.days, day) - 1)]
