"""Row history and append-only tables, kept by the database itself: bulk updates and raw SQL cannot get round it."""

import pghistory
import pgtrigger
from django.db.models import GeneratedField


def tracked(model):
    """Keep the old row of every update and delete, with who and which page, in a table beside the model's own.

    Inserts are not copied: the row itself is the first version, and a loader of millions of rows stays fast.
    """
    computed = [field.name for field in model._meta.fields if isinstance(field, GeneratedField)]
    return pghistory.track(
        pghistory.UpdateEvent("changed", row=pghistory.Old),
        pghistory.DeleteEvent("deleted", row=pghistory.Old),
        exclude=computed or None,
        model_name=f"{model.__name__}History",
        obj_field=pghistory.ObjForeignKey(related_name="history"),
    )(model)


def append_only():
    """Triggers that refuse to change, delete or empty a table (45 CFR 1303.24(b): the record of who received what)."""
    return [
        pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name="never_emptied",
            operation=pgtrigger.Truncate,
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
        ),
    ]


def moves_only(states):
    """The database's own copy of a transition table: no statement can make a move the table does not know."""
    return pgtrigger.FSM(name="moves_only", field="state", transitions=states.pairs())


def counts_versions():
    """Each update raises `version` by one, whoever writes it, so an editor can tell that a row has changed."""
    return pgtrigger.Trigger(
        name="counts_versions",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func="NEW.version = OLD.version + 1; RETURN NEW;",
    )
