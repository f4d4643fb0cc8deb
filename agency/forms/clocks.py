"""How a clock runs from a day on."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models import Deadline
from agency.widgets import Day

LABELS = {
    "length": _("Length"),
    "unit": _("Counted in"),
    "warn_before": _("A word to the worker, days before"),
    "escalate_after": _("The supervisor hears, days after"),
    "effective_on": _("Holds from"),
    "program": _("Program"),
}
HELP = {
    "unit": _("Closed days are left out of business days."),
    "escalate_after": _("Leave it empty when the supervisor need not hear."),
    "effective_on": _("Days before stay as they were."),
}


class ClockForm(forms.ModelForm):
    """Never changes a stored rule: the answer is the next rule of this clock."""

    class Meta:
        model = Deadline
        fields = ["length", "unit", "warn_before", "escalate_after", "effective_on"]
        widgets = {"effective_on": Day}
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, rule, **kwargs):
        start = {name: getattr(rule, name) for name in ("length", "unit", "warn_before", "escalate_after")}
        super().__init__(
            *args, initial=start | {"effective_on": max(timezone.localdate(), rule.effective_on)}, **kwargs
        )


class ProgramClockForm(forms.ModelForm):
    """A clock of one program's own."""

    code = forms.ChoiceField(label=_("Which clock"))

    class Meta:
        model = Deadline
        fields = ["code", "program", "length", "unit", "warn_before", "escalate_after", "effective_on"]
        widgets = {"effective_on": Day}
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, programs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["program"].queryset = programs
        self.fields["program"].required = True
        general = Deadline.objects.in_force(timezone.localdate()).filter(program=None)
        self.fields["code"].choices = [(rule.code, str(rule)) for rule in general]
        self.fields["effective_on"].initial = timezone.localdate()

    def clean(self):
        cleaned = super().clean()
        today = timezone.localdate()
        running = Deadline.objects.filter(code=cleaned.get("code"), program=cleaned.get("program"))
        if cleaned.get("program") and (running.in_force(today) | running.filter(effective_on__gt=today)).exists():
            raise forms.ValidationError(_("This program has this clock already. Change that one."))
        return cleaned


class EndForm(forms.Form):
    last_day = forms.DateField(label=_("Last day on which it holds"), widget=Day, initial=timezone.localdate)
