"""What a file says where somebody here has changed an entry: ours stays until a person decides."""

from django.db import transaction

from agency import audit
from partners.imports.fields import MODELS
from partners.models import Partner, Service


def shown(ids):
    """Each proposal with the entry it is about, in a fixed number of queries."""
    rows = {table: MODELS[table].objects.in_bulk([row.row_pk for row in ids if row.table == table])
            for table in {row.table for row in ids}}  # fmt: skip
    for row in ids:
        entry = rows[row.table].get(row.row_pk)
        for field, theirs in row.proposed.items():
            if entry is not None:
                yield {"row": row, "entry": entry, "field": field, "label": _label(entry, field), "theirs": theirs,
                       "ours": getattr(entry, field), "url": _url(entry)}  # fmt: skip


def _label(entry, field):
    return entry._meta.get_field(field).verbose_name


def _url(entry):
    if isinstance(entry, (Partner, Service)):
        return entry.get_absolute_url()
    return ""


@transaction.atomic
def settle(*, row, field, take, by):
    """From now on the file is taken as having said so: it is asked about again only when it says something new."""
    model = MODELS[row.table]
    theirs = row.proposed.pop(field)
    if take:
        entry = model.objects.select_for_update().get(pk=row.row_pk)
        setattr(entry, field, model._meta.get_field(field).to_python(theirs))
        entry.save(update_fields=[field])
    row.given[field] = theirs
    row.save(update_fields=["given", "proposed"])
    audit.record("proposal_taken" if take else "proposal_refused", about=row, by=by, field=field)
