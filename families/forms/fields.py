"""Fields and rows that the forms of this room share."""

from datetime import date

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.templatetags.look import day as as_said
from agency.widgets import Day
from families import phones

OLDEST = date(1900, 1, 1)


class PastDay(forms.DateField):
    """A day that has come already; a day that has not gets one sentence, with the day that was probably meant."""

    widget = Day
    default_error_messages = {"invalid": gettext_lazy("Write a day, like 11/18/2026, or pick it from the calendar.")}

    def clean(self, value):
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise ValidationError(not_yet(day))
        if day and day < OLDEST:
            raise ValidationError(_("This is more than a hundred years ago. Check the year."))
        return day


class PhoneField(forms.CharField):
    """A telephone number; its value is a `phones.Phone`, or None."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"})

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return phones.read(typed)
        except phones.NotAPhone as sentence:
            raise ValidationError(str(sentence)) from sentence


def not_yet(day):
    """The sentence for a day in the future; for a slip of a month or a year, with the day that was probably meant."""
    meant = _meant(day)
    if meant is None:
        return _("This day has not come yet.")
    return _("This day has not come yet. Did you mean %(day)s?") % {"day": as_said(meant)}


def _meant(day):
    """The same day of the month, in the last month in which it has come; None beyond a year of slip."""
    today = timezone.localdate()
    for back in range(1, len(MONTHS) + 1):
        month = day.year * 12 + day.month - 1 - back
        try:
            earlier = date(month // 12, month % 12 + 1, day.day)
        except ValueError:
            continue
        if earlier <= today:
            return earlier
    return None


def side_by_side(*names):
    """Short fields that share a row where there is room."""
    return Div(*names, css_class="fields")


def rows(*layout):
    """A form drawn as `layout`, inside a <form> that the template writes."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.include_media = False
    helper.layout = Layout(*layout)
    return helper


def place_label(center):
    """A center with its program, for a list in which both must be seen."""
    return f"{center.name} ({center.program.name})"


class CenterChoice(forms.ModelChoiceField):
    """A center, named with its program."""

    def label_from_instance(self, center):
        return place_label(center)
