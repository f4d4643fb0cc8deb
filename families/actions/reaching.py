"""Opening what a family keeps hidden: each time it is written down who saw it."""

from django.db import transaction

from agency import audit


@transaction.atomic
def reveal(*, family, by):
    """Somebody asked to see the hidden addresses and code words of a family."""
    audit.record("hidden_shown", about=family, by=by)


@transaction.atomic
def print_labels(*, families, people, left_out, by):
    """Address labels were printed: how many, for how many families."""
    audit.record("labels_printed", by=by, families=len(families), labels=people, left_out=left_out)
