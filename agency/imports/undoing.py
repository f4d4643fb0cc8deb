"""What an import made is written down as it is made, so that it can be taken back while nobody has used it."""

from collections import defaultdict

from django.apps import apps

from agency.models import ImportedRows

AT_ONCE = 1000


def made(batch, rows):
    """Write down rows of one model that the batch has just made."""
    if rows:
        _note(batch, rows[0], made=[row.pk for row in rows])


def changed(batch, row, before):
    """Write down fields of a row that the batch has just changed: {field: the value before}."""
    after = {name: getattr(row, name) for name in before}
    _note(batch, row, changed={str(row.pk): {name: [_kept(before[name]), _kept(after[name])] for name in before}})


def _note(batch, row, **what):
    ImportedRows.objects.create(batch=batch, model=row._meta.label_lower, **what)


def _kept(value):
    return value if isinstance(value, (str, int, float, bool, list, dict, type(None))) else str(value)


def rows_made(batch):
    """{model: the keys of its rows the batch made}."""
    found = defaultdict(list)
    for entry in batch.imported.all():
        found[apps.get_model(entry.model)].extend(entry.made)
    return found


def undo_rows(batch):
    """Put back what the batch changed and nobody has changed since; delete what it made and nobody points at.

    Returns how many rows were left. The last made goes first: what points, before what it points at.
    """
    left = 0
    for entry in batch.imported.order_by("-pk"):
        model = apps.get_model(entry.model)
        left += _put_back(model, entry.changed)
        keys = entry.made
        in_use = pointed_at(model, keys)  # asked once, however many rows there are
        free = [pk for pk in keys if pk not in in_use]
        model._base_manager.filter(pk__in=free).delete()
        left += len(keys) - len(free)
    return left


def _put_back(model, entries):
    left = 0
    for row in model._base_manager.filter(pk__in=entries).iterator():
        fields = entries[str(row.pk)]
        if any(_kept(getattr(row, name)) != after for name, (_before, after) in fields.items()):
            left += 1
            continue
        for name, (before, _after) in fields.items():
            setattr(row, name, model._meta.get_field(name).to_python(before))
        row.save(update_fields=list(fields))
    return left


def pointed_at(model, keys, but=()):
    """Those of `keys` that rows of other tables point at. `but`: {model: keys of rows that do not count}."""
    found = set()
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and relation.one_to_many) or _is_history(relation.related_model):
            continue
        pointing, field = relation.related_model, relation.field
        rows = pointing._base_manager.filter(**{f"{field.name}__in": keys})
        rows = rows.exclude(pk__in=but[pointing]) if but and but.get(pointing) else rows
        found.update(rows.values_list(field.attname, flat=True))
    return found


def _is_history(model):
    """Old rows kept by the database point at nothing that must stay."""
    return hasattr(model, "pgh_tracked_model") or model.__name__.endswith("History")
