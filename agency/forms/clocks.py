"""How a clock runs from a day on."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.clocks import OF_A_PLACE
from agency.models import Deadline
from agency.widgets import Day

RUNS = ["length", "unit", "warn_before", "escalate_after", "only_new", "effective_on", "why"]
LABELS = {
    "length": _("Length"),
    "unit": _("Counted in"),
    "warn_before": _("A word to the worker, days before"),
    "escalate_after": _("The supervisor hears, days after"),
    "only_new": _("Only for what begins from that day"),
    "effective_on": _("Holds from"),
    "program": _("Program"),
    "option": _("Program option"),
    "why": _("Why does it change?"),
}
HELP = {
    "unit": _("Closed days are left out of business days."),
    "escalate_after": _("Leave it empty when the supervisor need not hear."),
    "only_new": _("Who has begun before keeps the days they had."),
    "effective_on": _("Days before stay as they were."),
    "why": _("“As the policy council agreed.”"),
}


class _RuleForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["escalate_after"].optional = _("if the supervisor hears")
        self.fields["why"].optional = _("for who asks later")


class ClockForm(_RuleForm):
    """Never changes a stored rule: the answer is the next rule of this clock, like `like` until something is typed."""

    class Meta:
        model = Deadline
        fields = RUNS
        widgets = {"effective_on": Day}
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, rule, like=None, **kwargs):
        start = {name: getattr(like or rule, name) for name in ("length", "unit", "warn_before", "escalate_after")}
        start["effective_on"] = max(timezone.localdate(), rule.effective_on)
        super().__init__(*args, initial=start, **kwargs)


class ProgramClockForm(_RuleForm):
    """A clock of one program's own, of one option, or of one option of one program."""

    code = forms.ChoiceField(label=_("Which clock"))

    class Meta:
        model = Deadline
        fields = ["code", "program", "option", *RUNS]
        widgets = {"effective_on": Day}
        labels = LABELS
        help_texts = HELP | {"option": _("Only for clocks that are counted from a child’s place or program year.")}

    def __init__(self, *args, programs, for_all, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["program"].queryset = programs
        self.fields["program"].required = not for_all
        self.fields["program"].empty_label = _("Every program") if for_all else None
        self.fields["option"].choices = [("", _("Every option")), *self.fields["option"].choices[1:]]
        self.general = list(Deadline.objects.in_force(timezone.localdate()).filter(program=None, option=""))
        self.fields["code"].choices = [(rule.code, str(rule)) for rule in self.general]
        self.fields["effective_on"].initial = timezone.localdate()

    def clean(self):
        cleaned = super().clean()
        program, option, code = (cleaned.get(name) for name in ("program", "option", "code"))
        if not program and not option and "program" not in self.errors:
            raise forms.ValidationError(_("Choose a program or an option. What holds for all is changed itself."))
        starts_from = next((rule.starts_from for rule in self.general if rule.code == code), None)
        if option and starts_from not in OF_A_PLACE:
            self.add_error("option", _("This clock does not know by which option a family is served."))
        today = timezone.localdate()
        running = Deadline.objects.filter(code=code, program=program, option=option or "")
        if (program or option) and (running.in_force(today) | running.filter(effective_on__gt=today)).exists():
            raise forms.ValidationError(_("There is such a clock already. Change that one."))
        return cleaned


class EndForm(forms.Form):
    last_day = forms.DateField(label=_("Last day on which it holds"), widget=Day, initial=timezone.localdate)
