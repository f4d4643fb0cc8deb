"""The worksheet: every item of a form answered for one program's year, from the same facts."""

import gc
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from agency.models import PirItemOfCategory, Program, ServiceCategory
from reports.models import PirForm, PirSaid
from reports.periods import Year
from reports.pir.answers import Answer
from reports.pir.facts import Facts
from reports.pir.reasons import REASONS
from reports.pir.rules import RULES, SENSITIVE

EARLY = (Program.Kind.EARLY_HEAD_START, Program.Kind.AIAN_EARLY, Program.Kind.MIGRANT_EARLY)


SERVICES = ("service_received", "service_needed")


@contextmanager
def without_collecting():
    """While many thousands of small answers are made, none of which is garbage, nobody looks for garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class NoForm(Exception):
    """No form is in use that could answer for this year."""


def form_for(year):
    """The form of this program year: its own, else the newest one before it, else the oldest there is."""
    forms = list(PirForm.objects.in_use().order_by("-year", "-edition"))
    if not forms:
        raise NoForm
    return next((form for form in forms if form.year <= str(period_of(year))), forms[-1])


def period_of(year):
    """2026-27, also for a season within one calendar year: the year in which it begins names it."""
    return Year(year.starts_on.year)


class AskedForm:
    """A form with what its letters mean to us, and what people said to it by hand."""

    def __init__(self, form, program=None):
        self.form = form
        items = form.items.order_by("sort", "pk")
        self.items = [item for item in items if program is None or self._asks(item, program)]
        self._said = {}

    @staticmethod
    def _asks(item, program):
        rule, is_early = RULES[item.rule], program.kind in EARLY
        return not (rule.preschool if is_early else rule.early)

    @cached_property
    def mapping(self):
        """{number in the catalogue: {category}}."""
        found = defaultdict(set)
        rows = PirItemOfCategory.objects.filter(form_year=self.form.year)
        for item, category in rows.values_list("item", "category_id"):
            found[item].add(category)
        return dict(found)

    @cached_property
    def restricted_kinds(self):
        return set(ServiceCategory.objects.filter(is_restricted=True).values_list("pk", flat=True))

    def kinds_of(self, item):
        return self.mapping.get(item.mapped_as, set())

    def kinds_of_any(self, rule):
        return set().union(*(self.kinds_of(item) for item in self.items if item.rule == rule))

    def is_restricted(self, item):
        """Its families show only to who may read restricted records: being on the list would tell."""
        if RULES[item.rule].restricted or item.key in SENSITIVE:
            return True
        kinds = (
            self.kinds_of(item) if item.rule in SERVICES else {self.categories.get(code) for code in item.categories}
        )
        return bool(kinds & self.restricted_kinds)

    @cached_property
    def categories(self):
        return dict(ServiceCategory.objects.values_list("code", "pk"))

    def said(self, code, year):
        if year.pk not in self._said:
            rows = PirSaid.objects.filter(program_year=year, number__isnull=False)
            self._said[year.pk] = dict(rows.values_list("code", "number"))
        return self._said[year.pk].get(code)


@dataclass
class Line:
    """One item with its answer; a heading has none."""

    item: object
    answer: Answer | None

    @property
    def rule(self):
        return RULES[self.item.rule]

    @cached_property
    def number(self):
        return None if self.answer is None else self.answer.total

    @cached_property
    def by_reason(self):
        """{reason: families}."""
        return self.answer.by_reason if self.answer else Counter()

    @property
    def not_counted(self):
        return sum(self.by_reason.values())

    @property
    def to_mend(self):
        """How many families something could still be done about."""
        return sum(count for reason, count in self.by_reason.items() if REASONS[reason].is_open)

    def reasons(self):
        """[(reason, families)], the most frequent first."""
        return sorted(self.by_reason.items(), key=lambda pair: (-pair[1], pair[0]))


class Worksheet:
    """All items of a form for one program's year as of a day; narrowed to some centers, or to some families."""

    def __init__(self, year, form=None, on=None, centers=None, among=None):
        self.year = year
        self.asked = AskedForm(form or form_for(year), year.program)
        self.facts = Facts(year, on, centers, among)

    @property
    def form(self):
        return self.asked.form

    def line(self, item):
        answer = RULES[item.rule].answer
        return Line(item, answer(self.facts, self.asked, item) if answer else None)

    @cached_property
    def lines(self):
        return [self.line(item) for item in self.asked.items]

    @cached_property
    def numbers(self):
        """{code: number} of what carries one; of two items with one code the first on the form."""
        found = {}
        for line in self.lines:
            if line.answer is not None:
                found.setdefault(line.item.code, line.number)
        return found
