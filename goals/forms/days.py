"""Days in forms."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Day(forms.DateInput):
    """A day, picked with the device's own calendar."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


def has_come(value):
    """Refuse a day that has not come yet."""
    if value and value > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Write the day on which it happened."), code="future")


def is_ahead(value):
    """Refuse a day that is over."""
    if value and value < timezone.localdate():
        raise ValidationError(_("This day is over. Choose today or a later day."), code="past")
