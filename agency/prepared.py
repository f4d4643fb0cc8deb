"""Questions asked in the same words again and again: the ORM writes the statement once, then only its values change.

To write a queryset as SQL takes Python longer than it takes the database to answer, and My day asks a dozen of them. So
the first time a question is put with stand-ins for everything that differs from one asking to the next (whose families,
which day, which person), and the statement is kept as long as the process lives. Who may see what is still written by
agency.access and by nobody else: a statement is kept for the roles somebody holds, never for a person.
"""

from copy import copy
from datetime import date, datetime, timedelta
from functools import cache

from django.contrib.auth import get_user_model
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections

FIRST_KEY = 8_675_310_000
FIRST_DAY, APART = date(7000, 1, 1), timedelta(days=20_000)
NEAR = timedelta(days=2_000)  # so far a question may count on from a day it was given


class NotTheSame(Exception):
    """A question holds a day of its own (today, say), which would be asked for ever. It has to be given by name."""


def ask(question, user=None, **values):
    """The rows of the queryset `question(user=…, **values)`.

    Every day, person and list of keys that it depends on is handed over by name; lists are looked up with `among`. All
    else stays as it was when it was asked first, the time zone of the agency too. A question may count days on from a
    day it was given, never take its month or year (docs/decisions/0026).
    """
    if user is None:
        return _written(question, None, _kinds(values)).rows(values)
    reach = user.reach()
    if reach is None:
        return list(question(user=user, **values))
    kinds = tuple((role, keys if isinstance(keys, str) else "") for role, keys in reach.items())
    by_name = dict(**values, **reach, user=user.pk)  # a value called like a role is an error, not another's families
    return _written(question, kinds, _kinds(values)).rows(by_name)


def _kinds(values):
    return tuple((name, type(value)) for name, value in values.items())


@cache
def _written(question, reach, kinds):
    """The statement of a question for people of this reach, and for values of these kinds."""
    stands_for = {name: STANDS[kind](number) for number, (name, kind) in enumerate(kinds, start=1)}
    if reach is None:
        return Statement(question(**stands_for), stands_for)
    families = {role: keys or Keys() for role, keys in reach}
    person = get_user_model().with_reach(FIRST_KEY, families)
    return Statement(question(user=person, **stands_for), stands_for | {"user": FIRST_KEY} | families)


class Keys:
    """Stands for a list of keys."""

    def __len__(self):
        return 0

    def __deepcopy__(self, memo):
        return self


STANDS = {
    list: lambda number: Keys(),
    date: lambda number: FIRST_DAY + number * APART,
    int: lambda number: FIRST_KEY + number,
}


class Statement:
    """A question as SQL, what goes where a value stands, and how its rows are read."""

    def __init__(self, rows, stands_for):
        self.asked, self.compiler = rows, rows.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            self.sql, params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, params = "", []
        self.params = [_place(param, stands_for) for param in params]

    def rows(self, values):
        if not self.sql:
            return []
        params = [place(values) for place in self.params]
        return list(self.asked._iterable_class(Asking(self.asked, self._compiler(params))))

    def _compiler(self, params):
        """Django's own reader of rows, with the words it wrote once and the values of this asking."""
        compiler = copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # of this thread
        compiler.as_sql = lambda *args, **kwargs: (self.sql, params)
        return compiler


class Asking:
    """As much of a queryset as its rows are read with."""

    db, _known_related_objects = DEFAULT_DB_ALIAS, {}

    def __init__(self, asked, compiler):
        self._fields, self.query = asked._fields, self
        self.get_compiler = lambda *args, **kwargs: compiler


def _place(param, stands_for):
    """How one parameter is made from the values of an asking."""
    if isinstance(param, datetime):
        raise NotTheSame(param)
    if isinstance(param, date):
        return _day(param, stands_for)
    for name, value in stands_for.items():
        if param is value or (type(param) is int and param == value):
            return lambda values: values[name]
    return lambda values: param


def _day(param, stands_for):
    """A day that was given, or so many days from it."""
    for name, value in stands_for.items():
        if isinstance(value, date) and abs(param - value) < NEAR:
            return lambda values: values[name] + (param - value)
    raise NotTheSame(param)
