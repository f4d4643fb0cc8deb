"""What the database must know before the first table: extensions, and two functions our search columns stand on."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db.migrations import RunSQL
from django.db.models import BaseConstraint, Func, TextField

# unaccent() is only "stable" because its dictionary could be swapped; naming it makes the answer fixed, which
# a generated column and its index need.
PLAIN = """
CREATE FUNCTION fp_plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
"""
JOINED = """
CREATE FUNCTION fp_joined(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_to_string(parts, ' ') $$;
"""


def foundations():
    """The first operations of the first migration."""
    return [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGistExtension(),
        RunSQL(PLAIN, "DROP FUNCTION fp_plain(text);"),
        RunSQL(JOINED, "DROP FUNCTION fp_joined(text[]);"),
    ]


class Plain(Func):
    """Lower case without accents, so that "Hernandez" finds "Hernández" (database function `fp_plain`)."""

    function = "fp_plain"
    output_field = TextField()


class OnlyPeopleNamed(BaseConstraint):
    """Row-level security: a row is seen by the people its `reads` columns name, written by whom `writes` names.

    Who asks is the setting `app.person` of the transaction. Where nobody has said it, there are no rows, for the
    owner of the table too; only a superuser of the database stands above it. A constraint, because makemigrations
    then writes it and takes it back.
    """

    PERSON = "(SELECT nullif(current_setting('app.person', true), '')::bigint)"

    def __init__(self, *, name, reads, writes):
        super().__init__(name=name)
        self.reads, self.writes = tuple(reads), writes

    def constraint_sql(self, model, schema_editor):
        """With a new table: the policies follow as soon as it stands."""
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def create_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        readers = ", ".join(self._column(model, schema_editor, name) for name in self.reads)
        writer = self._column(model, schema_editor, self.writes)
        return (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; "
            f"CREATE POLICY {self.name}_read ON {table} FOR SELECT USING ({self.PERSON} IN ({readers})); "
            f"CREATE POLICY {self.name}_write ON {table} USING ({self.PERSON} = {writer})"
        )

    def remove_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return (
            f"DROP POLICY {self.name}_read ON {table}; DROP POLICY {self.name}_write ON {table}; "
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY"
        )

    def validate(self, model, instance, exclude=None, using=None):
        """Nothing a form could check: PostgreSQL knows who asks."""

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"reads": self.reads, "writes": self.writes}

    def __eq__(self, other):
        return isinstance(other, OnlyPeopleNamed) and self.deconstruct() == other.deconstruct()

    __hash__ = None

    @staticmethod
    def _column(model, schema_editor, name):
        return schema_editor.quote_name(model._meta.get_field(name).column)
