"""What somebody looks for in the directory."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.formats import time_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from partners import finding, nearness, suitable
from partners.models import Day

MILES = (2, 5, 10, 25, 50)
A_ZIP = RegexValidator(r"^\d{5}$")


class FindForm(forms.Form):
    """What somebody looks for. A value nobody offered is left out rather than refused."""

    q = forms.CharField(label=_("Looking for"), required=False, max_length=finding.LONGEST, strip=True)
    need = forms.ChoiceField(label=_("Kind of help"), required=False)
    speaks = forms.ChoiceField(label=_("Language"), required=False)
    open = forms.ChoiceField(label=_("Open"), required=False)
    at = forms.TimeField(
        label=_("At"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "class": "form-control"}, format="%H:%M"),
    )
    near = forms.CharField(
        label=_("Near ZIP code"),
        required=False,
        validators=[A_ZIP],
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "maxlength": 5, "autocomplete": "off", "class": "form-control"}
        ),
    )
    within = forms.TypedChoiceField(label=_("Within"), required=False, coerce=int, empty_value=0)
    who = forms.ChoiceField(label=_("For"), required=False)
    checked = forms.ChoiceField(label=_("Checked"), required=False, choices=finding.CHECKED)

    def __init__(self, *args, kinds, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [("", _("Any")), *((kind.code, str(kind)) for kind in kinds)]
        self.fields["speaks"].choices = [("", _("Any")), *languages]
        self.fields["open"].choices = [("", _("At any time")), (finding.NOW, _("Now")), *Day.choices]
        self.fields["within"].choices = [("", _("Any distance")), *((str(n), _miles(n)) for n in MILES)]
        self.fields["who"].choices = suitable.choices()
        self.full_clean()
        self.here = nearness.where(self.cleaned_data.get("near"))

    def wanted(self):
        """What holds, for `finding.find`."""
        kept = self.cleaned_data
        return finding.Wanted(
            text=kept.get("q", ""),
            category=kept.get("need", ""),
            language=kept.get("speaks", ""),
            checked=kept.get("checked", ""),
            here=self.here,
            most=kept.get("within") or 0,
            day=kept.get("open", ""),
            at=kept.get("at"),
            person=kept.get("who", ""),
        )

    def chosen(self):
        """(field, words) of what narrows the list, for links that take it away again."""
        kept = self.cleaned_data
        found = [(name, kept.get(name)) for name in ("need", "speaks", "open", "within", "who", "checked")]
        words = [(name, self._words(name, value)) for name, value in found if value]
        if kept.get("at"):
            words.append(("at", time_format(kept["at"], "TIME_FORMAT")))
        if self.here:
            words.append(("near", _now("Near %(zip)s") % {"zip": self.here.code}))
        return words

    def _words(self, name, value):
        return dict(self.fields[name].choices)[str(value)]

    def is_lost(self):
        """A ZIP code was typed which we cannot place."""
        return bool(self.data.get("near")) and self.here is None


def _miles(number):
    return _("%(n)s miles") % {"n": number}
