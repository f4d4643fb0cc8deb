"""What left by hand, under a named exception of the rule."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.widgets import Pills
from referrals.forms.asking import records_to_tick, say_what_is_missing
from referrals.models import Disclosure, Referral


class DisclosureForm(forms.ModelForm):
    """What left without a consent, under a named exception of the rule."""

    records = forms.MultipleChoiceField(
        label=_("What left?"), choices=records_to_tick, required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("Anything else that left"), required=False, max_length=300,
        help_text=_("Name the papers, not what stands in them."),
    )  # fmt: skip
    made_on = PastDay(label=_("On which day?"), initial=timezone.localdate)

    class Meta:
        model = Disclosure
        fields = ["exception", "recipient", "why", "how"]
        labels = {
            "exception": _("Which exception of the rule?"),
            "recipient": _("To whom?"),
            "why": _("Why?"),
            "how": _("How did it go there?"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["exception"] = forms.ChoiceField(
            label=self.Meta.labels["exception"], choices=[("", _("Pick one")), *Disclosure.Ground.choices]
        )
        self.fields["how"] = forms.ChoiceField(
            label=self.Meta.labels["how"], choices=Referral.HowSent, widget=Pills, required=False
        )
        self.order_fields(["exception", "recipient", "records", "more", "why", "made_on", "how"])
        say_what_is_missing(self)

    def clean(self):
        typed = super().clean()
        if not typed.get("records") and not typed.get("more") and "records" not in self.errors:
            self.add_error("records", _("Say what left: tick it, or name it below."))
        return typed

    def disclosure(self):
        """The Disclosure as it will be kept, not saved yet."""
        row, typed = self.instance, self.cleaned_data
        row.what = [{"record": record} for record in typed["records"]]
        row.what += [{"said": typed["more"]}] if typed["more"] else []
        if typed["made_on"] < timezone.localdate():
            row.made_at = timezone.make_aware(datetime.combine(typed["made_on"], time(12)))
        return row
