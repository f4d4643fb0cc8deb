"""What every part of the story is told with: its own codes on the one hand, primary keys on the other.

The story counts its days from the first day of the last program year that is over; this year goes on from today.
"""

import calendar
import re
from datetime import date, timedelta

from workspace.demo.days import YEAR_2020, at, last_complete
from workspace.demo.texts import read, said

LANGUAGE = "en"  # the team that writes it down keeps its records in English
STROKES = {"lines": [[[12, 60], [40, 22], [58, 66], [84, 30], [120, 58], [160, 40]]], "width": 320, "height": 90}
MONTH_NUMBERS = {name: number for number, name in enumerate(calendar.month_name) if name}
DATED = re.compile(rf"(\w+day, )?({'|'.join(MONTH_NUMBERS)}) (\d{{1,2}})\b")


class Story:
    """The words of the story, the ground it happens on, and the keys of what was written so far, by code."""

    def __init__(self, ground, tables):
        self.ground, self.tables, self.told = ground, tables, read("alvarez")
        self.start = last_complete(ground.today)
        self.shift = (self.start - YEAR_2020.replace(year=self.start.year)).days
        self.members, self.homes, self.answers, self.needs, self.goals, self.consents = {}, {}, {}, {}, {}, {}
        self.items = {item.code: item for item in ground.items}

    def day(self, number):
        return None if number is None else self.start + timedelta(days=number)

    def at(self, number, minute=900):
        return at(self.day(number).toordinal(), minute)

    def said(self, pair):
        """A text with its calendar days moved to the year in which the story now happens."""
        return DATED.sub(self._moved, said(pair, LANGUAGE)) if pair else ""

    def _moved(self, found):
        month, number = MONTH_NUMBERS[found[2]], int(found[3])
        day = date(2001, month, number) + timedelta(days=self.shift)
        return f"{found[1] or ''}{calendar.month_name[day.month]} {day.day}"

    def staff(self, username):
        return self.ground.people[username]
