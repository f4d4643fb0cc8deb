"""Fields and rows that the forms of this room share."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agency.models import Center
from families import phones


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


def home_center():
    """The center of a family; the form widens it to those that its reader may choose."""
    return CenterChoice(
        Center.objects.none(), label=_("Center"), help_text=_("Where our staff who serve this family work.")
    )
