"""Why a table of referrals leaves the program."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExportForm(forms.Form):
    """What the table is for: asked each time, kept with the name of who took it."""

    purpose = forms.CharField(
        label=_("What is the table for?"), max_length=200,
        help_text=_("“For the community assessment.” It is written down with your name."),
        error_messages={"required": _("Write what the table is for.")},
    )  # fmt: skip
