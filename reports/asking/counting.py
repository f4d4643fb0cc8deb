"""An answer as one statement: every cell, the totals of rows and columns, and the whole, each with its families."""

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import OperationalError, connection, transaction
from django.db.models import Aggregate, CharField, Count, FloatField, Q, Value
from django.db.models.functions import Cast, Coalesce
from psycopg2.errors import QueryCanceled

from reports.asking import words
from reports.asking.parts import Since
from reports.asking.populations import days_taken

ALL, UNKNOWN = "*", ""
BETWEEN = "."
LONGEST = 60_000  # milliseconds: then the page says to ask for less; of a large agency a worker asks (reports.waiting)


# The cells and their totals in one look; what a total does not part by is empty, and stands for ALL.
SUMMED = """
SELECT coalesce(r, '*'), coalesce(c, '*'), sum(n)::bigint, coalesce(array_agg(DISTINCT f), '{}'), NULL::float
FROM cells GROUP BY GROUPING SETS """
WITH_COLUMNS = SUMMED + "((r, c), (c), (r), ())"
WITHOUT = SUMMED + "((r, c), (c))"  # the one column for all is ALL already


class TooLong(Exception):
    """The question takes longer than a page may."""


class Median(Aggregate):
    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


@dataclass(frozen=True)
class Question:
    """One question in words of the vocabulary."""

    population: words.Population
    rows: words.Part
    columns: words.Part | None
    measure: str

    @classmethod
    def of(cls, said):
        """What was said, else the simplest question there is."""
        columns = said.get("columns")
        return cls(
            words.POPULATION[said.get("population") or "families"],
            words.PART[said.get("rows") or "center"],
            words.PART[columns] if columns else None,
            said.get("measure") or words.FAMILIES,
        )

    def figure(self, row, column):
        """The code of a cell; it says what it counts, so that the list behind it can."""
        columns = self.columns.code if self.columns else ""
        return BETWEEN.join((self.population.code, self.rows.code, row, columns, column, self.measure))


def answered(question, scope):
    """[(row key, column key, how many, keys of families, median days or None)]; ALL stands for a total."""
    found = _asked_about(question, scope)
    if _adds_up(question):
        return _in_time(lambda: _summed(found, question))
    levels = [(question.rows, question.columns), (None, question.columns), (question.rows, None), (None, None)]
    levels = levels if question.columns else [(question.rows, None), (None, None)]
    first, *others = [_grouped(found, question, *level) for level in levels]
    return _in_time(lambda: list(first.union(*others, all=True)))


def _adds_up(question):
    """Totals are sums of cells: no row stands in two of them, and no median is asked for."""
    return question.measure != words.DAYS and not any(part and part.many for part in (question.rows, question.columns))


def _summed(found, question):
    """Each row is looked at once; the totals are made of the cells."""
    for name, part in (("row_key", question.rows), ("column_key", question.columns)):
        found = _with_key(found, name, part, question.population)
    each = ("row_key", "column_key", f"{question.population.family}pk")
    cells, facts = found.values(*each).annotate(n=Count("pk")).values_list(*each, "n").query.sql_with_params()
    totals = WITH_COLUMNS if question.columns else WITHOUT
    with connection.cursor() as cursor:
        cursor.execute(f"WITH cells (r, c, f, n) AS MATERIALIZED ({cells}) {totals}", facts)
        return cursor.fetchall()


def families_in(question, scope, row, column):
    """The keys of the families of one cell, found by its own level of the table alone."""
    rows, columns = question.rows if row != ALL else None, question.columns if column != ALL else None
    level = _in_time(lambda: list(_grouped(_asked_about(question, scope), question, rows, columns)))
    return next((sorted(set(of or ())) for *cell, n, of, _took in level if cell == [row, column] and n), None)


def _asked_about(question, scope):
    """The rows of the population, of these families and days."""
    places = scope.places().during(scope.first, scope.last).order_by().values("family")
    found = question.population.rows().order_by().filter(**{f"{question.population.family}pk__in": places})
    if question.population.day:
        found = found.filter(**{f"{question.population.day}__range": (scope.first, scope.last)})
    return found


def _grouped(found, question, rows, columns):
    """One level of the table."""
    for name, part in (("row_key", rows), ("column_key", columns)):
        found = _with_key(found, name, part, question.population)
    families, measured = f"{question.population.family}pk", question.measure == words.DAYS and question.population.took
    if measured:  # a median is of those that have come to their end, and so is its list
        found = found.alias(asked_days=days_taken(question.population))
    of = ArrayAgg(families, distinct=True, filter=Q(asked_days__isnull=False) if measured else None)
    took = Median("asked_days") if measured else Value(None, FloatField())
    found = found.values("row_key", "column_key").annotate(how_many=Count("pk"), of=of, took=took)
    return found.values_list("row_key", "column_key", "how_many", "of", "took")


def _with_key(found, name, part, population):
    if part is None:
        return found.annotate(**{name: _as_text(Value(ALL))})
    key = part.key(population)
    if isinstance(key, Since):
        found = found.annotate(asked_since=key.since)
        key = key.key
    key = _as_text(key)
    return found.annotate(**{name: key if part.many else Coalesce(key, _as_text(Value(UNKNOWN)))})


def _as_text(key):
    return Cast(key, CharField())


def _in_time(read):
    """The rows, unless the database takes too long; then nothing of it goes on."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", [LONGEST])
            rows = read()
            cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
            return rows
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooLong from error
        raise
