"""How a referral goes to its partner, and which lines go along; another link for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.widgets import Pills
from referrals import release
from referrals.models import Referral

LINK = Referral.HowSent.LINK


class AddressForm(forms.Form):
    """Which of the addresses we know a link goes to. Nobody types one here: it is kept in the directory."""

    sent_to = forms.ChoiceField(label=_("To which address?"), widget=forms.RadioSelect)

    def __init__(self, *args, addresses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sent_to"].choices = [(address, address) for address in addresses]
        self.fields["sent_to"].initial = next(iter(addresses), "")
        self.fields["sent_to"].error_messages["required"] = _("Pick one.")


class SendForm(AddressForm):
    """How it goes there, and which lines stay ticked. The lines come from the consent, never from the form."""

    how_sent = forms.ChoiceField(label=_("How does it go there?"), widget=Pills)
    pieces = forms.MultipleChoiceField(required=False)
    handed_over_to = forms.CharField(
        label=_("Warm hand-off: who spoke with whom"),
        required=False,
        max_length=200,
        help_text=_("“I called with the family beside me and spoke with the intake worker.”"),
    )

    def __init__(self, *args, pieces, addresses, **kwargs):
        super().__init__(*args, addresses=addresses, **kwargs)
        self.pieces, self.has_address = pieces, bool(addresses)
        self.fields["sent_to"].required = False
        self.fields["pieces"].choices = [(piece.key, piece.label) for piece in pieces]
        self.fields["how_sent"].choices = [way for way in Referral.HowSent.choices if addresses or way[0] != LINK]
        self.fields["how_sent"].error_messages["required"] = _("Pick how it goes there.")

    def ticked(self):
        """The keys that are ticked now: the least a partner needs when the page is first shown."""
        return self.data.getlist("pieces") if self.is_bound else release.least(self.pieces)

    def clean(self):
        typed = super().clean()
        if typed.get("how_sent") == LINK and not typed.get("sent_to") and "sent_to" not in self.errors:
            self.add_error("sent_to", _("Pick the address it goes to."))
        return typed
