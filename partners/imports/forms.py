"""Which partner of ours a publisher's unknown organization is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Partner


class PartnerOfWaitingForm(forms.Form):
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label=_("It is this partner of ours"), required=False, empty_label=_("none of them")
    )
    new_name = forms.CharField(
        label=_("Or a new partner, called"), max_length=300, required=False, help_text=_("As people there call it.")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Partner.objects.visible_to(user).active().order_by("name")

    def clean(self):
        typed = super().clean()
        if bool(typed.get("partner")) == bool(typed.get("new_name", "").strip()):
            raise forms.ValidationError(_("Choose a partner, or write the name of a new one: one of the two."))
        return typed

    def chosen(self):
        """The partner chosen, or a new one of the name written."""
        found = self.cleaned_data["partner"]
        return found or Partner.objects.create(name=self.cleaned_data["new_name"].strip())
