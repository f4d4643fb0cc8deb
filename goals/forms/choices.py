"""Choices as they stand on a button: with a capital letter."""

from django.utils.functional import lazy
from django.utils.text import capfirst

_capital = lazy(capfirst, str)


def on_buttons(choices):
    """A model's choices, whose labels are written for the middle of a sentence, for pills."""
    return [(value, _capital(label) if value not in ("", None) else label) for value, label in choices]


def without_empty(choices):
    return [(value, label) for value, label in on_buttons(choices) if value not in ("", None)]
