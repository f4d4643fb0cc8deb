"""What a manager says to have a report made."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models import Program
from reports.periods import Month, NotAMonth


class MonthField(forms.CharField):
    """A month in a browser's month field, or typed as 2026-10."""

    widget = forms.TextInput(attrs={"type": "month", "placeholder": "2026-10"})

    def clean(self, value):
        text = super().clean(value)
        try:
            month = Month.named(text)
        except NotAMonth as reason:
            raise forms.ValidationError(str(reason)) from reason
        if month.first > timezone.localdate():
            raise forms.ValidationError(_("This month has not begun yet."))
        return month


class MakeReportForm(forms.Form):
    month = MonthField(label=_("Month"))
    program = forms.ModelChoiceField(
        Program.objects.none(), label=_("Program"), required=False, empty_label=_("The whole agency")
    )

    def __init__(self, *args, programs, whole_agency, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["program"].queryset = programs
        if not whole_agency:
            self.fields["program"].required, self.fields["program"].empty_label = True, None
        self.fields["month"].initial = str(Month.of(timezone.localdate()).previous())
