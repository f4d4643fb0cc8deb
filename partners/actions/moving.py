"""Rows that name one entry and shall name another, in every room: found by their keys, so no list can forget one.

What may never change (append-only) keeps the entry it was written for. Where an entry has one row only, and either has
it, what hangs on that row moves to the row of the entry that stays.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

OWN = ("merged_into", "kept", "gone", "one", "other")  # what says something of the entry as such


@dataclass(frozen=True)
class Way:
    """One column that names a row of the table asked about."""

    model: type
    field: str
    is_one: bool  # no two rows may name the same there

    @property
    def key(self):
        return f"{self.model._meta.label_lower}.{self.field}"

    def rows(self, target):
        return self.model._base_manager.filter(**{self.field: target})

    def point(self, keys, target):
        """Whether these rows could be made to name it. Twice the same cannot stand."""
        try:
            with transaction.atomic():
                self.model._base_manager.filter(pk__in=keys).update(**{self.field: target})
        except IntegrityError:
            return False
        return True


def ways_to(model):
    """Every column of every room that names such a row, but history and tables nobody may change."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created:
            continue
        owner, field = relation.related_model, relation.field
        if field.name in OWN or hasattr(owner, "pgh_tracked_model") or _is_append_only(owner):
            continue
        yield Way(owner, field.name, relation.one_to_one)


def _is_append_only(model):
    return any(trigger.name == "append_only" for trigger in getattr(model._meta, "triggers", ()))


def move(source, target, only=None):
    """{column: keys of the rows} that named `source` and name `target` now; `only` those of an earlier move."""
    moved = {}
    for way in ways_to(type(source)):
        keys = _moved(way, source, target, only)
        if keys:
            moved[way.key] = keys
        if way.is_one and (pair := standing(way, source, target)):
            moved |= move(*pair, only)
    return moved


def _moved(way, source, target, only):
    rows = way.rows(source) if only is None else way.rows(source).filter(pk__in=only.get(way.key, []))
    keys = list(rows.values_list("pk", flat=True))
    if not keys or way.point(keys, target):
        return keys
    return [key for key in keys if way.point([key], target)]


def standing(way, source, target):
    """The one row of either, where both have one."""
    pair = way.rows(source).first(), way.rows(target).first()
    return pair if all(pair) else None
