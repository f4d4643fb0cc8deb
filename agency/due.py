"""What is due: always computed from dates and clocks, never stored. Each room says its own kinds in `due.py`."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Func, JSONField, When
from django.utils import timezone

from agency.models import Closure, Deadline


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


class Clocks:
    """The deadlines in force on a day, for any number of programs: one query, then answers from memory."""

    def __init__(self, on=None):
        self.on = on or timezone.localdate()
        self._rules, self._closed = defaultdict(dict), defaultdict(list)
        for rule in Deadline.objects.in_force(self.on).annotate(closed=self._closures()).order_by("effective_on"):
            self._rules[rule.code][rule.program_id] = rule
            for program_id, *days in rule.closed or ():
                self._closed[program_id].append(tuple(map(date.fromisoformat, days)))

    def _closures(self):
        """The days on which programs are closed, beside each clock that counts in business days."""
        lately = Closure.objects.filter(ends_on__gte=self.on - timedelta(days=400))
        row = JSONBBuildArray("program_id", "starts_on", "ends_on")
        return Case(When(unit=Deadline.Unit.BUSINESS_DAYS, then=ArraySubquery(lately.values(row=row))))

    def rule(self, code, program_id=None):
        """The program's own clock, else the agency's; None when the agency does not use this clock."""
        rules = self._rules.get(code, {})
        return rules.get(program_id) or rules.get(None)

    def due_on(self, code, start, program_id=None, season=None):
        """The day on which `code`, counted from `start`, is due; None without such a clock.

        `season` is the (first, last) day of the program year, for clocks counted in percent of it.
        """
        rule = self.rule(code, program_id)
        if rule is None:
            return None
        if rule.unit == Deadline.Unit.BUSINESS_DAYS:
            return self._after_business_days(start, rule.length, program_id)
        if rule.unit == Deadline.Unit.PERCENT and season:
            return start + timedelta(days=round((season[1] - season[0]).days * rule.length / 100))
        return start + timedelta(days=rule.length)

    def shows(self, code, due_on, program_id=None):
        """True when the day is so near (or past) that people should see it."""
        rule = self.rule(code, program_id)
        return rule is not None and due_on - timedelta(days=rule.warn_before) <= self.on

    def widest_warning(self, code):
        """The most days ahead at which any program shows this clock: nothing further away need be fetched."""
        return max((rule.warn_before for rule in self._rules.get(code, {}).values()), default=0)

    def _after_business_days(self, start, count, program_id):
        day = start
        while count:
            day += timedelta(days=1)
            if self._is_business_day(day, program_id):
                count -= 1
        return day

    def _is_business_day(self, day, program_id):
        return day.weekday() < 5 and not any(first <= day <= last for first, last in self._closed.get(program_id, ()))
