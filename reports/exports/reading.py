"""The rows of a table, read from the database piece by piece: memory stays flat however many there are."""

from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.models import Aggregate, F

A_PIECE = 2_000


def query(table, *, user, families, period, with_words):
    """The rows as one statement: plain columns first, then what is summed up over them."""
    rows = table.rows(user, families).order_by()
    if table.day:
        rows = rows.filter(**{f"{table.day}__range": (period.first, period.last)})
    sources = {f"c_{one.code}": one.source for one in table.read(with_words)}
    plain = {name: F(said) if isinstance(said, str) else said for name, said in sources.items() if not _sums(said)}
    summed = {name: said for name, said in sources.items() if _sums(said)}
    rows = rows.annotate(**plain)
    if summed:
        rows = rows.values(*plain).annotate(**summed)
    first = next(iter(sources))
    return rows.order_by(*([first] if not summed else list(plain))).values_list(*sources)


def _sums(said):
    return isinstance(said, Aggregate)


def streamed(rows):
    """The rows by a cursor of the database's own, inside one transaction: behind a pooler, too."""
    sql, facts = rows.query.sql_with_params()
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(sql, facts)
        while piece := cursor.fetchmany(A_PIECE):
            yield from piece


@contextmanager
def told_aside(run_id):
    """A way to say how far a run is while its rows are read: the reading's transaction would hide it until its end."""
    aside = connections.create_connection(DEFAULT_DB_ALIAS)

    def tell(done):
        with aside.cursor() as cursor:
            cursor.execute("UPDATE agency_workrun SET done = %s WHERE id = %s", [done, run_id])

    try:
        yield tell
    finally:
        aside.close()
