"""Words in notes found again, whatever the accents and small slips, within what a person may read.

No index stands behind it: a family has at most a few thousand notes, and across families only those of some months are
read, by the index of each family's notes.
"""

import re
from datetime import timedelta

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, Value
from django.utils import timezone

from agency.access import NoteClass
from agency.database import Plain

MOST_WORDS = 6
NEAREST = 2000  # newest notes among which a word with a slip is looked for
ALIKE = 0.33
A_YEAR = timedelta(days=365)
SAME = {"a": "aáàâä", "e": "eéèêë", "i": "iíìîï", "o": "oóòôö", "u": "uúùûü", "n": "nñ", "c": "cç"}
LETTERS = {accented: group for group in SAME.values() for accented in group}


def words_of(asked):
    return asked.split()[:MOST_WORDS]


def pattern(word):
    """A word as the database looks for it: "lucia" finds "Lucía", "nuñez" finds "Nunez"."""
    return "".join(f"[{LETTERS[letter]}]" if letter in LETTERS else re.escape(letter) for letter in word.lower())


def saying(notes, asked):
    """The notes that say every word asked for. A search never tells what a restricted note holds."""
    notes = notes.exclude(visibility=NoteClass.RESTRICTED)
    for word in words_of(asked):
        here = pattern(word)
        notes = notes.filter(Q(text__iregex=here) | Q(next_step__iregex=here))
    return notes


def nearly_saying(notes, asked):
    """Of the newest notes, those with words much like the ones asked for."""
    notes = notes.exclude(visibility=NoteClass.RESTRICTED)
    newest = list(notes.order_by("-happened_on", "-pk").values_list("pk", flat=True)[:NEAREST])
    found = notes.filter(pk__among=newest)
    for number, word in enumerate(words_of(asked)):
        alike = TrigramWordSimilarity(Plain(Value(word)), Plain("text"))
        found = found.alias(**{f"alike_{number}": alike}).filter(**{f"alike_{number}__gte": ALIKE})
    return found


def narrowed(notes, chosen):
    """By kind of contact, days and who may read it: `chosen` as the form of the search page has them."""
    asked = {
        "contact": chosen.get("contact"),
        "visibility": chosen.get("readers"),
        "happened_on__gte": chosen.get("since"),
        "happened_on__lte": chosen.get("until"),
    }
    return notes.filter(**{name: value for name, value in asked.items() if value})


def a_year_back():
    return timezone.localdate() - A_YEAR
