"""The days a report is about: a month "2026-10", a program year "2026-27", or any days "2026-10-01..2026-10-31".

Each has `first` and `last` day, a `title` in the language of the page, and is written and read back the same way.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

EARLIEST, LATEST = 1965, 2200


class NotAPeriod(ValueError):
    """The text names no such days. Its sentence says how to write them."""


class NotAMonth(NotAPeriod):
    """The text is no month. Its sentence says how to write one."""


def _years(text):
    return EARLIEST <= int(text) <= LATEST


@dataclass(frozen=True, order=True)
class Month:
    year: int
    number: int

    @classmethod
    def named(cls, text):
        """The month written as "2026-10"; raises NotAMonth for anything else."""
        match = re.fullmatch(r"(\d{4})-(\d{2})", str(text))
        if not match or not 1 <= int(match[2]) <= 12 or not _years(match[1]):
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

    def a_year_before(self):
        return Month(self.year - 1, self.number)

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


@dataclass(frozen=True, order=True)
class Year:
    """The program years that begin in one calendar year; which days they hold is each program's own (ProgramYear).

    As days it is the twelve months from August on, in which every school-year program begins and ends.
    """

    begins: int

    @classmethod
    def named(cls, text):
        """The year written as "2026-27"."""
        match = re.fullmatch(r"(\d{4})-(\d{2})", str(text))
        if not match or int(match[2]) != (int(match[1]) + 1) % 100 or not _years(match[1]):
            raise NotAPeriod(_("“%(text)s” is no program year. Write it as 2026-27.") % {"text": text})
        return cls(int(match[1]))

    @classmethod
    def of(cls, day):
        return cls(day.year if day.month >= 8 else day.year - 1)

    @property
    def first(self):
        return date(self.begins, 8, 1)

    @property
    def last(self):
        return date(self.begins + 1, 7, 31)

    def next(self):
        return Year(self.begins + 1)

    def previous(self):
        return Year(self.begins - 1)

    @property
    def title(self):
        return _("Program year %(year)s") % {"year": self}

    def __str__(self):
        return f"{self.begins}-{(self.begins + 1) % 100:02d}"


@dataclass(frozen=True, order=True)
class Days:
    """Any days, the first and the last included."""

    first: date
    last: date

    @classmethod
    def named(cls, text):
        """The days written as "2026-10-01..2026-10-31"; a month or a program year names days, too."""
        first, sep, last = str(text).partition("..")
        try:
            if not sep:
                return cls._of_a_name(first)
            days = cls(date.fromisoformat(first), date.fromisoformat(last))
        except ValueError as error:
            sentence = _("“%(text)s” names no days. Write them as 2026-10-01..2026-10-31, or a month as 2026-10.")
            raise NotAPeriod(sentence % {"text": text}) from error
        if days.first > days.last or not EARLIEST <= days.first.year <= days.last.year <= LATEST:
            raise NotAPeriod(_("The last day cannot come before the first."))
        return days

    @classmethod
    def _of_a_name(cls, text):
        named = Month.named(text) if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text) else Year.named(text)
        return cls(named.first, named.last)

    @classmethod
    def of(cls, day):
        """The twelve months that end with the month of `day`."""
        months = Month.of(day).back(12)
        return cls(months[0].first, months[-1].last)

    @property
    def title(self):
        return _("%(first)s to %(last)s") % {
            "first": date_format(self.first, "DATE_FORMAT"),
            "last": date_format(self.last, "DATE_FORMAT"),
        }

    def __str__(self):
        return f"{self.first}..{self.last}"
