"""Raising a flag on a record, and what is said about it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from supervision.models import CaseFlag


def words(label, required=True):
    missing = {"required": _("Write a sentence, so that your colleague knows.")}
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea(attrs={"rows": 3}), error_messages=missing
    )


class RaiseForm(forms.ModelForm):
    words = words(_("What you want looked at"))

    class Meta:
        model = CaseFlag
        fields = ["reason", "words"]
        widgets = {"reason": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = CaseFlag.Reason.choices


class SayForm(forms.Form):
    """What is said with a move of the flag."""

    words = words(_("Your words"))

    def __init__(self, *args, move, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].required = bool(move.needs)
        self.prefix = move.name
