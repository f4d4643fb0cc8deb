"""A language in which every word of ours wears an accent: what is left plain was never given to a translator."""

import gettext
import re
import string
from contextlib import contextmanager

from django.utils.translation import trans_real

LANGUAGE = "eo"
ACCENTED = str.maketrans(string.ascii_letters, "åƀçđéƒĝħîĵķļɱñöþǫřšţûṽŵẋýžÅƁÇĐÉƑĜĦÎĴĶĻṀÑÖÞǪŘŠŢÛṼŴẊÝŽ")
KEPT = re.compile(r"%\(\w+\)[sdif]|%[sdif%]|\{\w+\}|<[^>]+>|&\w+;")


def pseudo(text):
    """The text with accents on every letter; placeholders, tags and entities stay."""
    end, said = 0, []
    for part in KEPT.finditer(text):
        said += [text[end : part.start()].translate(ACCENTED), part[0]]
        end = part.end()
    return "".join([*said, text[end:].translate(ACCENTED)])


class Pseudo(gettext.NullTranslations):
    """Answers every question Django puts to a catalogue."""

    domain = "django"

    def gettext(self, message):
        return pseudo(message.rpartition("\x04")[2])

    def ngettext(self, singular, plural, number):
        return pseudo((singular if number == 1 else plural).rpartition("\x04")[2])

    def language(self):
        return LANGUAGE

    to_language = language


@contextmanager
def spoken():
    """Inside, the language code belongs to the pseudo-language."""
    stored = trans_real._translations.get(LANGUAGE)
    trans_real._translations[LANGUAGE] = Pseudo()
    try:
        yield
    finally:
        trans_real._translations.pop(LANGUAGE)
        if stored is not None:
            trans_real._translations[LANGUAGE] = stored
