"""The time a report of coverage is about."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.widgets import Day

USUAL = timedelta(days=89)  # with today, three rounds of thirty days
LONGEST = timedelta(days=400)


class PeriodForm(forms.Form):
    """From one day to another; nothing asked for is the last three months."""

    since = forms.DateField(label=gettext_lazy("From"), widget=Day, required=False)
    until = forms.DateField(label=gettext_lazy("To"), widget=Day, required=False)

    def clean(self):
        said = super().clean()
        today = timezone.localdate()
        until = min(said.get("until") or today, today)
        since = said.get("since") or until - USUAL
        if since > until:
            self.add_error("since", _("The first day cannot come after the last."))
        elif until - since > LONGEST:
            self.add_error("since", _("Choose at most a year."))
        return {"since": since, "until": until}

    def days(self):
        """(first, last) as asked for; the usual time where what was asked for makes none."""
        today = timezone.localdate()
        return (self.cleaned_data["since"], self.cleaned_data["until"]) if self.is_valid() else (today - USUAL, today)
