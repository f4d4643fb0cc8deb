"""Texts an agency owns in several languages: an instrument's questions, a category's name."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


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


class WordsField(models.JSONField):
    """A `Words` in one column, as `{"en": …, "es": …}`."""

    default_validators = [must_have_english]

    def from_db_value(self, value, expression, connection):
        value = super().from_db_value(value, expression, connection)
        return value if value is None else Words(value)

    def to_python(self, value):
        value = super().to_python(value)
        return Words(value) if isinstance(value, dict) else value
