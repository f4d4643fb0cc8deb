"""The planned limit, an exception for one worker, and what makes a family weigh more."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.models import CaseloadException, CaseloadLimit, Program
from agency.models.caseload import RULE
from agency.widgets import Day
from supervision.models import LoadWeight, Sign

WHY = gettext_lazy("Needed above %(rule)s: how families still get good service, and staff a load they can carry.")


def _says_why(form, cleaned):
    if (cleaned.get("most") or 0) > RULE and not cleaned.get("why", "").strip():
        form.add_error("why", _("The rule is %(rule)s. Write down why more is right.") % {"rule": RULE})
    return cleaned


class LimitForm(forms.ModelForm):
    """From a day on, for the agency or one program."""

    class Meta:
        model = CaseloadLimit
        fields = ["most", "program", "effective_on", "why"]
        widgets = {"effective_on": Day, "why": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["program"].queryset = Program.objects.order_by("name", "pk")
        self.fields["program"].empty_label = _("The whole agency")
        self.fields["why"].help_text = WHY % {"rule": RULE}

    def clean(self):
        return _says_why(self, super().clean())


class WeightForm(forms.ModelForm):
    """What one sign adds, from a day on."""

    class Meta:
        model = LoadWeight
        fields = ["sign", "weight", "effective_on"]
        widgets = {"effective_on": Day, "weight": forms.NumberInput(attrs={"step": "0.25", "min": 0, "max": 5})}
        help_texts = {"weight": gettext_lazy("1 is as much as one family more; 0.5 is half a family; 0 is nothing.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sign"].choices = [("", _("Pick a sign")), *Sign.choices]


class ExceptionForm(forms.ModelForm):
    """Whose it is stands on the instance."""

    class Meta:
        model = CaseloadException
        fields = ["most", "starts_on", "ends_on", "why"]
        widgets = {"starts_on": Day, "ends_on": Day, "why": forms.Textarea(attrs={"rows": 3})}

    def _get_validation_exclusions(self):
        """Whose it is counts when two exceptions meet, though nobody types it."""
        return super()._get_validation_exclusions() - {"worker"}
