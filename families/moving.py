"""Rows that change hands when families become one or two, written down so that the act can be taken back.

No list names the tables: each with a foreign key to a family or to a member is found by that key. What may never
change (append-only) keeps the key it was written under and is read through `CaseQuerySet.of_family`. See
docs/decisions/0010. A room whose rows go with a chosen need or goal adds itself to `rooms` when the app is ready.
"""

from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from pghistory.models import Event

OWN_WAY = {"families.assignment", "families.structurechange", "families.family"}  # what structure.py sees to itself
OF_A_PERSON = [
    ("families.enrollment", "member"),
    ("families.externalid", "member"),
    ("families.existingplan", "member"),
    ("families.childwelfareinvolvement", "child"),
    ("families.attendance", "member"),
]  # facts about one person, which travel with the person although a family stands on them too

rooms = []  # modules with `choices(family, user)` and `follow(ledger, family, new, chosen)`, added in AppConfig.ready


@dataclass(frozen=True)
class Choice:
    """One need, goal or other thing of a family that may go along when it becomes two."""

    key: str  # "need-12": unique on the page
    label: str
    kind: str
    about: int | None = None  # the member it is about; it goes along unless somebody says otherwise


@cache
def pointing_to(target):
    """(model, field) of each foreign key to `target`, without row history and what may never change."""
    found = []
    for relation in target._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        model = relation.related_model
        if model._meta.label_lower not in OWN_WAY and not issubclass(model, Event) and not _is_append_only(model):
            found.append((model, relation.field))
    return sorted(found, key=lambda pair: (pair[0]._meta.label_lower, pair[1].name))


def _is_append_only(model):
    return any(trigger.name == "append_only" for trigger in getattr(model._meta, "triggers", []))


class Ledger:
    """Every value one act changes, with what stood there before, and every row it makes or takes away."""

    def __init__(self):
        self.rows, self.made, self.stayed = [], [], set()

    def move(self, rows, **values):
        """Give the rows new values. Rows that hold them already are left alone."""
        rows = rows.model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))
        for name, value in values.items():
            self._move(rows, rows.model._meta.get_field(name), getattr(value, "pk", value))

    def _move(self, rows, field, value):
        before = {}
        for key, old in rows.values_list("pk", field.attname):
            if old != value:
                before.setdefault(plain(old), []).append(key)
        for old, keys in before.items():
            rows.filter(pk__in=keys).update(**{field.attname: value})
            what = {"model": rows.model._meta.label_lower, "field": field.attname}
            self.rows.append(what | {"keys": keys, "from": old, "to": plain(value)})

    def move_what_can(self, rows, **values):
        """As `move`; a row for which there is no room at the other side stays where it is."""
        try:
            with transaction.atomic():
                kept = Ledger()
                kept.move(rows, **values)
        except IntegrityError:
            self._one_by_one(rows, values)
        else:
            self.rows += kept.rows

    def _one_by_one(self, rows, values):
        model = rows.model
        for key in list(rows.values_list("pk", flat=True)):
            try:
                with transaction.atomic():
                    kept = Ledger()
                    kept.move(model._base_manager.filter(pk=key), **values)
            except IntegrityError:
                self.stayed.add((model._meta.label_lower, key))
            else:
                self.rows += kept.rows

    def leave(self, *rows):
        """Rows that stay where they are although there might be room for them."""
        self.stayed |= {(row._meta.label_lower, row.pk) for row in rows}

    def stays(self, model):
        """Keys of the rows of this model that have been left where they were."""
        return [key for label, key in self.stayed if label == model._meta.label_lower]

    def new(self, row):
        """A row this act made."""
        self.made.append({"model": row._meta.label_lower, "key": row.pk})
        return row

    def take_away(self, row):
        """A row that cannot stand any more; every value of it is kept here."""
        self.rows.append({"model": row._meta.label_lower, "gone": values_of(row)})
        row.delete()


def values_of(row):
    """Every stored value of a row, as JSON can hold it."""
    fields = [field for field in row._meta.concrete_fields if not field.generated]
    return {field.attname: plain(getattr(row, field.attname)) for field in fields}


def plain(value):
    """A value as JSON can hold it, and a field's `to_python` read it again."""
    if isinstance(value, list):
        return tuple(value)
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


class InTheWay(Exception):
    """What was recorded since stands in the way of taking an act back. The text is a sentence for who tried."""


def take_back(change):
    """Give every row the value it had before, newest first. A value changed again since then is left as it is."""
    for entry in reversed(change.rows):
        if entry["model"] != "families.assignment":
            try:
                with transaction.atomic():
                    restore(entry)
            except IntegrityError as trouble:
                raise InTheWay(_in_the_way(entry)) from trouble


def restore(entry):
    model = apps.get_model(entry["model"])
    if "gone" in entry:
        values = {name: value_of(model, name, value) for name, value in entry["gone"].items()}
        if not model._base_manager.filter(pk=values[model._meta.pk.attname]).exists():
            model._base_manager.bulk_create([model(**values)])
        return
    rows = model._base_manager.filter(pk__in=entry["keys"])
    now, before = (value_of(model, entry["field"], entry[name]) for name in ("to", "from"))
    rows.filter(**{entry["field"]: now}).update(**{entry["field"]: before})


def value_of(model, name, value):
    """A value of a field as Python has it, from what `plain` kept."""
    field = next(field for field in model._meta.concrete_fields if field.attname == name)
    return list(value) if isinstance(value, list) else field.to_python(value)


def _in_the_way(entry):
    what = apps.get_model(entry["model"])._meta.verbose_name
    return _("Something recorded since then is in the way: %(what)s. Put that right first.") % {"what": what}


def unmake(change, labels):
    """Take away the rows of these models that an act made, newest first, unless something was recorded on them."""
    for entry in reversed(change.made):
        if entry["model"] not in labels:
            continue
        try:
            with transaction.atomic():
                for row in apps.get_model(entry["model"])._base_manager.filter(pk=entry["key"]):
                    row.delete()
        except ProtectedError as trouble:
            raise InTheWay(_in_the_way(entry)) from trouble
