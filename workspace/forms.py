"""What may be typed into the search."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Look for"),
        required=False,
        max_length=100,
        help_text=_("A name, a child, a phone number, or a partner"),
        error_messages={"max_length": _("That is longer than any name. A name or a phone number is enough.")},
    )
    exact = forms.BooleanField(required=False)
