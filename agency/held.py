"""While a parent waits to see the record, nothing of it is destroyed (45 CFR 1303.23(a)).

Rooms further up say whose records are held: a function (keys of families) → those of them that are held, added to
`askers` when the app is ready. Who takes something out of a record asks here first.
"""

from django.utils.translation import gettext as _

askers = []


class StillAsked(Exception):
    """A parent waits for the record. Answered by agency.middleware; the text is the sentence for who tried."""

    def __init__(self, family_id):
        self.family_id = family_id
        super().__init__(
            _(
                "Nothing was taken away. A parent has asked about this family’s record, and until they are answered "
                "nothing of it may be destroyed."
            )
        )


def among(families):
    """The keys of those families, named by key, whose records are held."""
    keys = {family for family in families if family is not None}
    return set().union(*(ask(keys) for ask in askers)) if keys else set()


def refuse(*families):
    """Raise `StillAsked` when the record of one of these families, named by key, is held."""
    for family in sorted(among(families)):
        raise StillAsked(family)
