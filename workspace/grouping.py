"""The lists of My day put together another way: by family, by kind of thing, by day."""

from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _

from agency.templatetags.look import day as said
from workspace import rows

GROUPS = {"family": _("By family"), "kind": _("By kind"), "day": _("By day")}


def groups(items, by, clocks):
    """[(code, title, items)] of items that are in the order of `PLACES[by]`."""
    found = {}
    for item in items:
        code, title = KEYS[by](item, clocks)
        found.setdefault(code, (title, []))[1].append(item)
    return [(code, title, listed) for code, (title, listed) in found.items()]


def _family(item, clocks):
    return f"f{item.family_id}", rows.family_of(item)


def _kind(item, clocks):
    return slugify(item.kind), rows.title(item, clocks) or item.act


def _day(item, clocks):
    if item.due_on < clocks.on:
        return "late", _("Past its day")
    return f"d{item.due_on:%Y%m%d}", capfirst(said(item.due_on))


KEYS = {"family": _family, "kind": _kind, "day": _day}
PLACES = {
    "family": lambda item: (item.family_name, item.family_id, not item.is_urgent, item.due_on),
    "kind": lambda item: (not item.is_urgent, item.kind, item.due_on, item.family_name),
    "day": lambda item: (item.due_on, not item.is_urgent, item.family_name),
}
