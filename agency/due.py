"""What is due: always computed from dates and clocks, never stored. Each room says its own kinds in `due.py`."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Func, JSONField, When
from django.utils import timezone

from agency.models import Closure, Deadline
from agency.prepared import ask

A_YEAR = 365
LATELY = timedelta(days=400)  # how long ago a day may lie from which business days are counted


class JSONBBuildArray(Func):
    function = "jsonb_build_array"
    output_field = JSONField()


@dataclass(frozen=True)
class Due:
    """One thing that waits for somebody, in a sentence, with the day and the one act that settles it."""

    family_id: int
    family_name: str
    kind: str  # the clock's code, or the room's own word ("next_step", "waiting_partner")
    what: str  # one sentence
    due_on: date
    act: str  # words on the link
    url: str
    icon: str = "calendar"
    is_urgent: bool = False  # a person is at risk today; a late form never is
    waits_for: str = ""  # "partner" or "family": nothing for us to do today
    about: int = 0  # the key of the row it is about, where a family may have several of the kind
    back_on: date | None = None  # somebody put it aside until that day
    at: time | None = None  # the hour, where one is known
    whose: int | None = None  # key of the member of staff who took it on: theirs to do, for others it waits for them


class Rule(NamedTuple):
    """What a Deadline says, without the weight of a record: every page asks for all of them."""

    code: str
    name: object
    length: int
    unit: str
    warn_before: int
    escalate_after: int | None
    program_id: int | None
    option: str
    effective_on: date
    ends_on: date | None
    only_new: bool
    closed: list | None

    def __str__(self):
        return str(self.name)


class Clocks:
    """The deadlines in force on a day, for any number of programs: one query, then answers from memory.

    `instead` are rules that are not kept yet: a preview asks what would be due with them.
    """

    def __init__(self, on=None, instead=()):
        self.on = on or timezone.localdate()
        self._lines, self._found, self._closed = defaultdict(lambda: defaultdict(list)), {}, defaultdict(list)
        for rule in self._stored():
            self._lines[rule.code][rule.program_id, rule.option].append(rule)
            for program_id, *days in rule.closed or ():
                self._closed[program_id].append(tuple(map(date.fromisoformat, days)))
        for rule in instead:
            self._lines[rule.code][rule.program_id, rule.option].insert(0, rule)

    def _stored(self):
        """What is in force, newest first; where that is only for what is new, what came before it too."""
        return [Rule(*row) for row in ask(_rules, on=self.on)]

    def rule(self, code, program_id=None, option="", start=None):
        """The nearest clock: of the program's option, the program's, the option's, the agency's; None without one.

        A rule only for what is new leaves what began before its first day (`start`) to the rule before it.
        """
        key = code, program_id, option
        if key not in self._found:
            self._found[key] = list(self._candidates(*key))
        return next(
            (rule for rule in self._found[key] if not (rule.only_new and start and start < rule.effective_on)), None
        )

    def _candidates(self, code, program_id, option):
        lines = self._lines.get(code, {})
        for key in dict.fromkeys([(program_id, option), (program_id, ""), (None, option), (None, "")]):
            line = lines.get(key)
            if line and (line[0].ends_on is None or line[0].ends_on >= self.on):
                yield from line if line[0].only_new else line[:1]

    def due_on(self, code, start, program_id=None, season=None, option=""):
        """The day on which `code`, counted from `start`, is due; None without such a clock.

        `season` is the (first, last) day of the program year, for clocks counted in percent of it.
        """
        rule = self.rule(code, program_id, option, start)
        if rule is None:
            return None
        if rule.unit == Deadline.Unit.BUSINESS_DAYS:
            return self._after_business_days(start, rule.length, program_id)
        if rule.unit == Deadline.Unit.PERCENT:
            return _after_percent(start, rule.length, season)
        return start + timedelta(days=rule.length)

    def shows(self, code, due_on, program_id=None, option=""):
        """True when the day is so near (or past) that people should see it."""
        rule = self.rule(code, program_id, option)
        return rule is not None and due_on - timedelta(days=rule.warn_before) <= self.on

    def near(self, code, start, program_id=None, season=None, option=""):
        """The day on which `code` is due when people should see it already; else None."""
        due_on = self.due_on(code, start, program_id, season, option)
        return due_on if due_on and self.shows(code, due_on, program_id, option) else None

    def widest_warning(self, code):
        """The most days ahead at which any program shows this clock: nothing further away need be fetched."""
        lines = self._lines.get(code, {}).values()
        return max((rule.warn_before for line in lines for rule in line), default=0)

    def _after_business_days(self, start, count, program_id):
        day = start
        while count:
            day += timedelta(days=1)
            if self._is_business_day(day, program_id):
                count -= 1
        return day

    def _is_business_day(self, day, program_id):
        return day.weekday() < 5 and not any(first <= day <= last for first, last in self._closed.get(program_id, ()))


def _rules(on):
    running = Deadline.objects.in_force(on)
    lines = Deadline.objects.filter(code__in=running.filter(only_new=True).values("code"))
    rules = (running | lines.filter(effective_on__lte=on)).annotate(closed=_closures(on))
    return rules.order_by("code", "-effective_on").values_list(*Rule._fields)


def _closures(on):
    """The days on which programs are closed, beside each clock that counts in business days."""
    lately = Closure.objects.filter(ends_on__gte=on - LATELY)
    row = JSONBBuildArray("program_id", "starts_on", "ends_on")
    return Case(When(unit=Deadline.Unit.BUSINESS_DAYS, then=ArraySubquery(lately.values(row=row))))


def _after_percent(start, percent, season):
    """So much of the season after `start`: for who comes late as long as for all, and never past its last day.

    Without a season on record a year is counted.
    """
    first, last = season if season and all(season) else (None, None)
    days = (last - first).days if first else A_YEAR
    due_on = start + timedelta(days=round(days * percent / 100))
    return min(due_on, last) if first and start <= last else due_on
