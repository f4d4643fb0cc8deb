"""Days in forms: one that has come, one that is still ahead. A slip gets one clear sentence."""

from datetime import date, datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.templatetags.look import on as as_said
from agency.widgets import Day

OLDEST = date(1900, 1, 1)
A_SLIP = timedelta(days=7)  # a day nearer than that is no slip in the month


def written(day):
    """A day written out, as on paper; "" for none. A moment counts by our own clock."""
    if isinstance(day, datetime):
        day = timezone.localtime(day)
    return date_format(day, "DATE_FORMAT") if day else ""


def has_come(day):
    """Refuse a day that has not come yet; for a slip of a month or a year, say which day was probably meant."""
    if day and day > timezone.localdate():
        raise ValidationError(_not_yet(day), code="future")


def is_ahead(day):
    """Refuse a day that is over."""
    if day and day < timezone.localdate():
        raise ValidationError(_("This day is over. Choose today or a later day."), code="past")


class PastDay(forms.DateField):
    """A day that has come already, within a lifetime."""

    widget = Day
    default_validators = [has_come]
    default_error_messages = {"invalid": gettext_lazy("Write a day, like 11/18/2026, or pick it from the calendar.")}

    def clean(self, value):
        day = super().clean(value)
        if day and day < OLDEST:
            raise ValidationError(_("This is more than a hundred years ago. Check the year."))
        return day


class Hour(forms.TimeField):
    """A time of day, picked or typed."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    default_error_messages = {"invalid": gettext_lazy("Write a time, like 3:30 pm or 15:30.")}
    input_formats = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p", "%I:%M%p", "%I%p")


def _not_yet(day):
    meant = _meant(day)
    if meant is None:
        return _("This day has not come yet.")
    return _("This day has not come yet. Did you mean %(day)s?") % {"day": as_said(meant)}


def _meant(day):
    """The same day of the month, in the last month in which it has come; None for days near by or years ahead."""
    today = timezone.localdate()
    if day - today < A_SLIP:
        return None
    for back in range(1, len(MONTHS) + 1):
        month = day.year * 12 + day.month - 1 - back
        try:
            earlier = date(month // 12, month % 12 + 1, day.day)
        except ValueError:
            continue
        if earlier <= today:
            return earlier
    return None
