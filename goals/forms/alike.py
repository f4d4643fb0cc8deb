"""A goal that sounds like one that is there already: the form asks once, and goes on if they say so."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals import alike


class AsksOnce(forms.Form):
    """With `family` and `user` on the form. `anyway` shows only when something was found."""

    anyway = forms.BooleanField(label=gettext_lazy("It is another one"), required=False, widget=forms.HiddenInput)

    found = ()

    def ask_once(self, words, *, family, user, besides=None):
        """Refuse once, naming what is there; the box below then lets it through."""
        self.found = alike.found(family, user, words, besides)
        if self.found:
            self.fields["anyway"].widget = forms.CheckboxInput()
        if self.found and not self.cleaned_data.get("anyway"):
            text = _("This sounds like something you have already. If it is another one, tick that and go on.")
            self.add_error("anyway", text)

    def asks(self):
        """True when the box must stand on the page."""
        return bool(self.found)
