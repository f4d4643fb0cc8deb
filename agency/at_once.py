"""A migration whose tables are described to Django once, not once an operation."""

from django.db import migrations
from django.db.migrations import AddConstraint, AddField, AddIndex, AlterField, CreateModel

COMPLETES = (AddField, AlterField, AddIndex, AddConstraint)


class AtOnce(migrations.Migration):
    """A large migration that only adds: the same database, in a fraction of the time.

    Django describes all related models anew for each operation. With hundreds of models that takes minutes, for
    nothing when no operation undoes what one before has done. Here every operation sees the models as they were
    before the first and as they are after the last; a table is made with all its columns, and what the migration
    adds to such a table afterwards is there already. Operations that read rows do not belong in it.
    """

    def apply(self, project_state, schema_editor, collect_sql=False):
        after = project_state.clone()
        after.__dict__.pop("apps", None)  # while nothing is described, nothing is described anew
        for operation in self.operations:
            operation.state_forwards(self.app_label, after)
        made = {operation.name_lower for operation in self.operations if isinstance(operation, CreateModel)}
        for operation in self.operations:
            if _is_there_already(operation, made):
                continue
            if collect_sql:
                schema_editor.collected_sql += ["--", f"-- {operation.describe()}", "--"]
            operation.database_forwards(self.app_label, schema_editor, project_state, after)
        return after


def _is_there_already(operation, made):
    """What completes a table of this migration came with the table itself."""
    return isinstance(operation, COMPLETES) and operation.model_name_lower in made
