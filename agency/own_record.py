"""A family's own record, for the parent who asks for it (45 CFR 1303.23): what each room tells, by its privacy classes.

A room's `own_record.py` has `sections(family, asked)`, a list of `Section`. Keys and versions ("own") are never told;
restricted fields and rows only when a supervisor or a manager has decided so.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Asked:
    """Who asks for the record (a member of the family), who of the staff answers, and whether restricted goes too."""

    reader: Model
    user: Model
    restricted: bool = False


@dataclass
class Section:
    """Rows of one kind, told in words: each a list of (label, value)."""

    code: str
    title: str
    entries: list


def section(code, title, rows, *, asked, leave_out=(), first=(), only_shareable=False):
    """These rows as a section: `first` names own fields that are told all the same; `leave_out` what is not."""
    entries = (told(row, asked, leave_out, first, only_shareable) for row in rows)
    return Section(code, str(title), [entry for entry in entries if entry])


def told(row, asked, leave_out=(), first=(), only_shareable=False):
    """The fields of one row that may be told, with something in them."""
    privacy = row.privacy
    names = [*first, *privacy.shareable.split()]
    if not only_shareable:
        names += privacy.private.split() + (privacy.restricted.split() if asked.restricted else [])
    said = [(row._meta.get_field(name), value_of(row, name)) for name in names if name not in leave_out]
    return [
        {"code": field.name, "label": capfirst(str(field.verbose_name)), "value": value}
        for field, value in said
        if value
    ]


def value_of(row, name):
    """A value as people read it; "" for nothing."""
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, (list, tuple)):
        return ", ".join(_named(row, name, item) for item in value)
    return "" if value is None or isinstance(value, dict) else str(value)


def _named(row, name, item):
    base = getattr(row._meta.get_field(name), "base_field", None)
    return str(dict(base.flatchoices).get(item, item)) if base is not None else str(item)
