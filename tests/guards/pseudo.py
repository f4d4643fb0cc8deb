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

    def __init__(self, code):
        super().__init__()
        self.code = code

    def gettext(self, message):
        return pseudo(message.rpartition("\x04")[2])

    def ngettext(self, singular, plural, number):
        return pseudo((singular if number == 1 else plural).rpartition("\x04")[2])

    def language(self):
        return self.code

    to_language = language


@contextmanager
def spoken():
    """Inside, pages speak the pseudo-language; so do screens that a family reads in English."""
    stored = dict(trans_real._translations)
    trans_real._translations.update({code: Pseudo(code) for code in (LANGUAGE, "en")})
    try:
        yield
    finally:
        trans_real._translations.clear()
        trans_real._translations.update(stored)
