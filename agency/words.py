"""Texts an agency owns in several languages: an instrument's questions, a category's name."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

SOUNDS_LIKE_Y = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE)  # Inés, Hilda; not Ian, not Hiedra


class Words(dict):
    """One text by language code. Printed, it speaks the language of the page, else English."""

    def __str__(self):
        return self.said_in(get_language() or "en")

    def said_in(self, language):
        """The text in `language` (a code such as "es"), else in English."""
        return self.get(language.partition("-")[0]) or self.get("en", "")


def must_have_english(value):
    """English is what a reader gets when a translation is missing, so it may not be missing itself."""
    if not isinstance(value, dict) or not str(value.get("en", "")).strip():
        raise ValidationError(_("Write this in English at least."))


def listed(words):
    """“Elena, Rafael and Lucía”. In Spanish “y” becomes “e” before the same sound: Beatriz e Inés."""
    words = [str(word) for word in words]
    is_e = (get_language() or "").startswith("es") and words and SOUNDS_LIKE_Y.match(words[-1])
    return get_text_list(words, "e" if is_e else _("and"))


class WordsField(models.JSONField):
    """A `Words` in one column, as `{"en": …, "es": …}`."""

    default_validators = [must_have_english]

    def from_db_value(self, value, expression, connection):
        value = super().from_db_value(value, expression, connection)
        return value if value is None else Words(value)

    def to_python(self, value):
        value = super().to_python(value)
        return Words(value) if isinstance(value, dict) else value
