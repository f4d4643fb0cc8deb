"""Standing reports counted a second time, slowly: plain Python over all rows, sharing nothing with the real counts."""

from collections import defaultdict
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import ManyToManyField

from agency.models import ProgramYear
from families.models import Enrollment

EVER = date(2999, 1, 1)
WAITING = {"sent", "acknowledged", "accepted", "waitlisted", "needs_more", "appointment", "missed", "attended"}


def local(moment):
    return moment and moment.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def earliest(days):
    return min((day for day in days if day), default=None)


def holds(row, day, starts, ends):
    return getattr(row, starts) <= day <= (getattr(row, ends) or EVER)


class Slow:
    """One report. `count` fills `families` and `numbers`; nothing where there is nothing."""

    def __init__(self, days, may=lambda place: True):
        self.first, self.last = days.first, days.last
        self.read, self.by_family = {}, {}
        self.families, self.numbers = defaultdict(set), defaultdict(int)
        self.places = [p for p in self.all(Enrollment) if may(p)]
        self.held = [p for p in self.places if p.entered_on <= self.last and (p.exited_on or EVER) >= self.first]
        self.enrolled = {p.family_id for p in self.held}

    def told(self):
        """({figure: families}, {figure: number}): what the report must say."""
        self.count()
        for figure, families in self.families.items():
            self.numbers.setdefault(figure, len(families))
        return {figure: sorted(ids) for figure, ids in self.families.items()}, dict(self.numbers)

    # ---- rows, each table read once -------------------------------------------------------------------------------
    def all(self, model, *along):
        """Every row of a table, the oldest first, with what it points to where that is named."""
        if model not in self.read:
            many = [name for name in along if isinstance(model._meta.get_field(name.split("__")[0]), ManyToManyField)]
            one = [name for name in along if name not in many]
            rows = model._base_manager.order_by("pk").prefetch_related(*many)
            self.read[model] = list(rows.select_related(*one) if one else rows)
        return self.read[model]

    def of(self, model, family, *along):
        """The rows of one family."""
        if model not in self.by_family:
            self.by_family[model] = defaultdict(list)
            for row in self.all(model, *along):
                self.by_family[model][row.family_id].append(row)
        return self.by_family[model][family]

    # ---- days and figures -----------------------------------------------------------------------------------------
    def inside(self, day):
        return day is not None and self.first <= day <= self.last

    def family(self, figure, family):
        self.families[figure].add(family)

    def thing(self, figure, family):
        self.families[figure].add(family)
        self.numbers[figure] += 1

    def since(self):
        """The first day of the program year of each family with a place since then."""
        found = {}
        for p in self.places:
            years = [y for y in self.all(ProgramYear) if y.program_id == p.program_id]
            begun = max((y.starts_on for y in years if y.starts_on <= self.last), default=self.first)
            if p.entered_on <= self.last and (p.exited_on or EVER) >= begun:
                found[p.family_id] = min(begun, found.get(p.family_id, begun))
        return found
