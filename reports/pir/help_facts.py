"""Needs, help and referrals of a program's families in its year: by kind of help, then by family."""

from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from django.contrib.postgres.aggregates import BoolOr
from django.db import connection
from django.db.models import Max, Min, Q

from families.models import Need, ServiceReceived
from reports.pir import statements

BEFORE = timedelta(days=366)  # how far back we look for help and referrals that do not count, to say why


class Help(NamedTuple):
    """Help of one kind a family received: the first day, and where it came from."""

    first_on: date
    source: str


class HelpFacts:
    """The part of Facts (reports.pir.facts) that tells of help. `kinds` narrows it to some kinds."""

    def _of_kinds(self, rows):
        return rows if self.kinds is None else rows.filter(category__in=self.kinds)

    @cached_property
    def _help(self):
        """`(category, family, source, does it count in this year, first day, last day, was its year chosen)`."""
        near = Q(received_on__gte=self.first - BEFORE) | Q(program_year=self.year.pk)
        rows = ServiceReceived.objects.filter(near, family__pk__among=self.families, received_on__lte=self.on)
        rows = self._of_kinds(rows.saying_if_counting_in(self.year)).order_by()
        each = rows.values_list("category_id", "family_id", "source", "counts")
        by_hand = BoolOr(~Q(counts_because=""))
        return _plain(each.annotate(first=Min("received_on"), last=Max("received_on"), chosen=by_hand))

    @cached_property
    def help(self):
        """{category: {family: Help}} that counts: from us or through our referral, in this year."""
        found = defaultdict(dict)
        for category, family, source, counts, first, _last, _chosen in self._help:
            known = found[category].get(family)
            if counts and source != ServiceReceived.Source.FAMILY and (known is None or first < known.first_on):
                found[category][family] = Help(first, source)
        return {category: families for category, families in found.items() if families}

    @cached_property
    def help_besides(self):
        """{category: {family: (why it does not count, its day)}}: found by themselves, or outside the year."""
        found = defaultdict(dict)
        for category, family, source, counts, first, last, chosen in self._help:
            if source == ServiceReceived.Source.FAMILY:
                if counts:
                    found[category].setdefault(family, ("by_themselves", first))
            elif not counts and family not in self.help.get(category, {}):
                why = "another_year" if chosen else self._why_outside(last)
                known = found[category].get(family)
                if known is None or known[0] == "by_themselves" or (last, why) > (known[1], known[0]):
                    found[category][family] = (why, last)
        return dict(found)

    def _why_outside(self, day):
        if day < self.first:
            return "before_the_year"
        return "after_the_year" if day > self.until else "no_place_that_day"

    @cached_property
    def given_to(self):
        """{(category, family): {who took part}} for the families of pregnant women; an empty set means the family."""
        rows = ServiceReceived.objects.counting_in(self.year).exclude(source=ServiceReceived.Source.FAMILY)
        rows = rows.filter(family__pk__among=list(self.women), received_on__lte=self.on)
        found = defaultdict(list)
        pairs = rows.order_by("pk").values_list("pk", "category_id", "family_id", "received_on", "participants")
        services = {}
        for pk, category, family, day, person in pairs:
            services.setdefault(pk, (category, family, day, set()))[3].update({person} - {None})
        for category, family, day, people in services.values():
            found[(category, family)].append((day, people))
        return dict(found)

    @cached_property
    def needs(self):
        """{category: {family: the day of the first need}} that was open on a day of the year."""
        rows = Need.objects.filter(family__pk__among=self.families, opened_on__lte=self.until)
        rows = self._of_kinds(rows.exclude(closed_on__lt=self.first)).order_by()
        found = defaultdict(dict)
        for category, family, day in _plain(rows.values_list("category_id", "family_id").annotate(Min("opened_on"))):
            found[category][family] = day
        return dict(found)

    @cached_property
    def referrals(self):
        """{category: {family: {state: the latest referral}}}."""
        found = defaultdict(lambda: defaultdict(dict))
        for family, category, state, pk in self._rows(
            statements.REFERRALS, kinds=None if self.kinds is None else list(self.kinds)
        ):
            found[category][family][state] = pk
        return found


def _plain(rows):
    """The rows of a `values_list` as the database sends them: there are many, and nothing has to be made of them."""
    with connection.cursor() as cursor:
        cursor.execute(*rows.query.sql_with_params())
        return cursor.fetchall()
