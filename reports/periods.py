"""A calendar month, as reports name it: "2026-10"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class NotAMonth(ValueError):
    """The text is no month. Its sentence says how to write one."""


@dataclass(frozen=True, order=True)
class Month:
    year: int
    number: int

    @classmethod
    def named(cls, text):
        """The month written as "2026-10"; raises NotAMonth for anything else."""
        match = re.fullmatch(r"(\d{4})-(\d{2})", str(text))
        if not match or not 1 <= int(match[2]) <= 12 or not 1965 <= int(match[1]) <= 2200:
            raise NotAMonth(_("“%(text)s” is no month. Write it as 2026-10.") % {"text": text})
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day):
        return cls(day.year, day.month)

    @property
    def first(self):
        return date(self.year, self.number, 1)

    @property
    def last(self):
        return self.next().first - timedelta(days=1)

    def next(self):
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def previous(self):
        return Month.of(self.first - timedelta(days=1))

    def back(self, count):
        """The `count` months that end with this one, oldest first."""
        months = [self]
        while len(months) < count:
            months.insert(0, months[0].previous())
        return months

    @property
    def title(self):
        """ "October 2026", in the language of the page, as a title."""
        return capfirst(_("%(month)s %(year)s") % {"month": MONTHS[self.number], "year": self.year})

    def __str__(self):
        return f"{self.year}-{self.number:02d}"
