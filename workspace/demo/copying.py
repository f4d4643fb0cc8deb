"""Rows into PostgreSQL by COPY: we choose the primary keys, write lines of text, and never hold more than a few MB."""

import io
import json
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import count

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import GeneratedField, JSONField, Max

FLUSH_AT = 2_000_000  # characters of one table kept before they are sent
BUILD_MEMORY = "128MB"


def text(value):
    """A text as COPY reads it."""
    if value.isprintable() and "\\" not in value:
        return value
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


PLAIN = {
    type(None): lambda value: "\\N",
    bool: lambda value: "t" if value else "f",
    int: str,
    float: str,
    str: text,
    date: date.isoformat,
    datetime: datetime.isoformat,
    time: time.isoformat,
}


def plain(value):
    return PLAIN[type(value)](value)


def as_json(value):
    return "\\N" if value is None else text(json.dumps(value, ensure_ascii=False))


def as_array(value):
    return "{" + ",".join(map(str, value)) + "}"


def _encoder(field):
    if isinstance(field, JSONField):
        return as_json
    return as_array if isinstance(field, ArrayField) else plain


NEEDED = object()


def _default(field):
    """What an untold column holds; NEEDED where a moment or a parent must be named."""
    if field.has_default():
        default = field.default
        if callable(default) and default not in (list, dict):
            return NEEDED
        return getattr(field.get_default(), "value", field.get_default())  # of a choice, what is stored
    if field.null:
        return None
    return "" if field.empty_strings_allowed and field.blank else NEEDED


class Table:
    """The lines of one table that wait to be sent; `names` are its columns in the order in which cells come."""

    def __init__(self, model, names=""):
        self.model = model
        fields = [field for field in model._meta.concrete_fields if not isinstance(field, GeneratedField)]
        self.key, *rest = fields
        if names:
            by_name = {field.name: field for field in rest}
            rest = [by_name[name] for name in names.split()]
        self.fields = [(field.name, _encoder(field), _default(field)) for field in rest]
        columns = ", ".join(f'"{field.column}"' for field in [self.key, *rest])
        self.copy = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN'
        self.first = (model._base_manager.aggregate(last=Max("pk"))["last"] or 0) + 1
        self.next = count(self.first).__next__
        self.lines, self.held = [], 0
        self.rows = 0

    def add(self, **values):
        """One row; what is not told takes the model's default. Returns its primary key."""
        return self.put(self.next(), **values)

    def put(self, pk, **values):
        """One row under a key taken before with `next`."""
        cells = [str(pk)]
        for name, encode, default in self.fields:
            value = values.pop(name, default)
            if value is NEEDED:
                raise TypeError(f"{self.model.__name__} needs {name}")
            cells.append(encode(value))
        if values:
            raise TypeError(f"{self.model.__name__} has no {', '.join(values)}")
        self.line("\t".join(cells))
        return pk

    def raw(self, rest):
        """One row whose cells, all but the key, are joined and encoded already. Returns its primary key."""
        pk = self.next()
        self.line(f"{pk}\t{rest}")
        return pk

    def line(self, line):
        self.lines.append(line)
        self.held += len(line)
        if self.held >= FLUSH_AT:
            self.flush()

    def flush(self):
        if not self.lines:
            return
        self.rows += len(self.lines)
        self.lines.append("")
        stream = io.StringIO("\n".join(self.lines))
        self.lines, self.held = [], 0
        with connection.cursor() as cursor:
            cursor.cursor.copy_expert(self.copy, stream, 1 << 18)

    def end(self):
        """Send what is left, and let the sequence go on behind our last key."""
        self.flush()
        if not self.rows:
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                [f'"{self.model._meta.db_table}"', self.key.column, self.first + self.rows - 1],
            )


# ---- without indexes while many rows come in ----------------------------------------------------------------------

CONSTRAINTS = """
    SELECT c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c
    WHERE c.conrelid = %s::regclass AND c.contype IN ('f', 'u', 'x') ORDER BY c.contype = 'f', c.conname
"""
INDEXES = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
    WHERE i.indrelid = %s::regclass
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype <> 'f')
    ORDER BY 1
"""


@contextmanager
def without_indexes(tables, said):
    """Drop what slows a long COPY down, and make it again after: each rule is then checked over all rows at once.

    `said` is told before each table, for the progress bar.
    """
    names = [f'"{table.model._meta.db_table}"' for table in tables]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no table may change while checks of it are pending
        kept = [(name, _rows(cursor, CONSTRAINTS, name), _rows(cursor, INDEXES, name)) for name in names]
        for name, constraints, _indexes in kept:
            for constraint, _definition in constraints:
                cursor.execute(f'ALTER TABLE {name} DROP CONSTRAINT "{constraint}"')
        for _name, _constraints, indexes in kept:
            for index, _definition in indexes:
                cursor.execute(f"DROP INDEX {index}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{BUILD_MEMORY}'")
        for name, _constraints, indexes in kept:
            said(name)
            for _index, definition in indexes:
                cursor.execute(definition)
        for name, constraints, _indexes in kept:
            said(name)
            for constraint, definition in constraints:
                cursor.execute(f'ALTER TABLE {name} ADD CONSTRAINT "{constraint}" {definition}')
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # as before: a family that parts is whole only at the end


def _rows(cursor, question, name):
    cursor.execute(question, [name])
    return cursor.fetchall()
