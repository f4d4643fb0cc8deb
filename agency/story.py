"""What has happened with a family: each room tells its parts in the same columns, so one statement reads them all.

A room's `story.py` has `parts(family, user, on)`, querysets made by `part`, and `TOLD`, which turns a row of each kind
into an entry for components/_timeline.html.
"""

from django.db.models import BigIntegerField, BooleanField, DateField, F, Func, TextField, Value
from django.db.models.functions import Cast

COLUMNS = {
    "s_kind": TextField(),
    "s_on": DateField(),
    "s_key": BigIntegerField(),  # the row's own key, or what its page is found by
    "s_title": TextField(),
    "s_state": TextField(),
    "s_text": TextField(),
    "s_who": TextField(),
    "s_more": TextField(),
    "s_number": BigIntegerField(),
    "s_flag": BooleanField(),
}
EMPTY = {"s_key": 0, "s_number": 0, "s_flag": False}
NOTHING = {name: Value(EMPTY.get(name, ""), kind) for name, kind in COLUMNS.items()}


def part(kind, rows, *, on, key="pk", **columns):
    """`rows` in the story's columns. Columns not named (title, state, text, who, more, number, flag) stay empty."""
    said = {"s_kind": Value(kind), "s_on": on, "s_key": key}
    said |= {f"s_{name}": column for name, column in columns.items()}
    said = {name: _column(name, given) for name, given in said.items()}
    return rows.order_by().annotate(**(NOTHING | said))


def _column(name, given):
    """A column by its name and a person's are of the right kind; what is made otherwise is told."""
    if isinstance(given, str):
        return F(given)
    return given if isinstance(given, Name) else Cast(given, COLUMNS[name])


class Name(Func):
    """Of a first name, a last name and a user name the first two, else the last, as `User.__str__` says it."""

    template = "coalesce(nullif(trim(%(first)s || ' ' || %(last)s), ''), %(login)s, '')"
    output_field = TextField()

    def as_sql(self, compiler, connection):
        first, last, login = (compiler.compile(column)[0] for column in self.source_expressions)
        return self.template % {"first": first, "last": last, "login": login}, []


def person(lookup):
    """The name of the member of staff behind `lookup`."""
    return Name(f"{lookup}__first_name", f"{lookup}__last_name", f"{lookup}__username")


def newest(parts, limit, start=0):
    """The rows of all parts, newest first: `limit` of them from `start` on. One statement."""
    order = [F("s_on").desc(), F("s_key").desc()]
    each = [rows.order_by(*order).values_list(*COLUMNS, named=True)[: start + limit] for rows in parts]
    return each[0].union(*each[1:], all=True).order_by("-s_on", "-s_key")[start : start + limit]


def entry(row, icon, title, *, tone="", meta="", text="", url="", chips=(), words=False):
    """One entry of the timeline. `words` says that the text is the family's own."""
    return {
        "on": row.s_on,
        "icon": icon,
        "tone": tone,
        "title": title,
        "about": meta,
        "text": f"“{text}”" if words and text else text,
        "url": url,
        "chips": [{"tone": "", "icon": "", "text": chip} for chip in chips if chip],
    }
