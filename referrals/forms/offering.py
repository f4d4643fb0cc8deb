"""What stood in the way at the place before, and why none of the services would do."""

from django import forms
from django.utils.translation import gettext_lazy as _

from referrals.forms.asking import say_what_is_missing
from referrals.models import Gap, Referral

# Why a service nearby would not do; the other reasons speak of one that was asked.
MISSING = ("not_eligible", "no_capacity", "wait", "cost", "transport", "hours", "language", "closed", "unknown")


class InsteadForm(forms.Form):
    """Why another place is tried: said once, where it is not known yet."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    barrier = forms.ChoiceField(label=_("What stood in the way there?"), required=False)
    note = forms.CharField(label=_("What they said"), max_length=300, required=False)

    def __init__(self, *args, old, **kwargs):
        super().__init__(*args, prefix="old", **kwargs)
        self.old = old
        self.initial = {"version": old.version, "barrier": old.barrier}
        self.fields["barrier"].choices = [("", _("nothing; the family would rather")), *Referral.Barrier.choices]

    def again(self):
        """The same words, ready to be saved over what a colleague has just changed."""
        self.data = self.data.copy()
        self.data["old-version"] = self.old.version
        return self


class GapForm(forms.ModelForm):
    """None of these would do."""

    class Meta:
        model = Gap
        fields = ["reason", "note"]
        help_texts = {"note": _("“A dentist who sees children in the evening.”")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = dict(Referral.Barrier.choices)
        self.fields["reason"].choices = [("", _("Pick one")), *((code, words[code]) for code in MISSING)]
        say_what_is_missing(self)
