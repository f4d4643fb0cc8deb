"""What colleagues saw and heard: room, what a family said; and a manager's stop."""

import re

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agency.days import PastDay
from partners.models import DoNotRefer, FamilyWord, ServiceCapacity

A_WAY_TO_SOMEBODY = re.compile(r"@|\d{4,}|https?://")


class RoomForm(forms.Form):
    """One tap: has room, has a waiting list, full; the weeks when one knows them."""

    state = forms.ChoiceField(choices=ServiceCapacity.State.choices)
    weeks = forms.IntegerField(required=False, min_value=1, validators=[MaxValueValidator(260)])

    def wait(self):
        """The wait in words, as it stands beside the state."""
        weeks = self.cleaned_data.get("weeks")
        if not weeks or self.cleaned_data["state"] == ServiceCapacity.State.OPEN:
            return ""
        return ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}


class WordForm(forms.ModelForm):
    """What a family said, in few words, so that nobody can tell who."""

    class Meta:
        model = FamilyWord
        fields = ["said", "heard_on"]
        field_classes = {"heard_on": PastDay}

    def clean_said(self):
        said = " ".join(self.cleaned_data["said"].split())
        if A_WAY_TO_SOMEBODY.search(said):
            raise forms.ValidationError(_("Leave out numbers and addresses: nobody may be able to tell who said it."))
        return said


class StopForm(forms.ModelForm):
    """Why families are not sent there. Only managers read it."""

    class Meta:
        model = DoNotRefer
        fields = ["reason", "since"]
        field_classes = {"since": PastDay}
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
