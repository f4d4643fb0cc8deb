"""What the database must know before the first table: extensions, and two functions our search columns stand on."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db.migrations import RunSQL
from django.db.models import Func, TextField

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
