"""What the monthly report counts, noun by noun. Every number of families is the size of a list that is kept."""

from reports.monthly.counting import (
    agreements,
    contacts,
    families,
    fathers,
    goals,
    help_received,
    partners,
    referrals,
    rights,
    situations,
    staff,
    talks,
)

NOUNS = (
    families,
    contacts,
    talks,
    agreements,
    goals,
    referrals,
    help_received,
    situations,
    fathers,
    staff,
    partners,
    rights,
)
FIGURES = {code: figure for noun in NOUNS for code, figure in noun.FIGURES.items()}


def count(scope, found):
    """The numbers that also stand beside those of earlier months."""
    for noun in NOUNS:
        noun.count(scope, found)


def tell(scope, found):
    """What is told of the month alone: the months before it side by side, and how answers changed."""
    for noun in (contacts, talks):
        noun.tell(scope, found)
