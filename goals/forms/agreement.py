"""Offering, answering and signing an agreement; handing over the copy."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency import signature
from agency.days import PastDay, is_ahead
from agency.widgets import Day, Pills
from goals.models import PartnershipAgreement, Signature

WAYS = [
    ("later", _("Not today")),
    (Signature.Method.DRAWN, _("With a finger")),
    (Signature.Method.TYPED, _("By typing")),
    (Signature.Method.PAPER, _("On paper")),
    (Signature.Method.VERBAL, _("Out loud, with a witness")),
]
KNOWN = [
    (Signature.KnownBy.KNOWN, _("We know them")),
    (Signature.KnownBy.CARD, _("They showed a card with their picture")),
]
METHOD_ICONS = {"drawn": "pen", "paper": "print", "verbal": "message"}


class OfferForm(forms.ModelForm):
    class Meta:
        model = PartnershipAgreement
        fields = ["offered_on"]
        field_classes = {"offered_on": PastDay}


class MoveForm(forms.ModelForm):
    """What one move of an agreement needs, and what the family said about it."""

    class Meta:
        model = PartnershipAgreement
        fields = ["offered_on", "answered_on", "reoffer_on", "closed_on", "their_words"]
        field_classes = {"offered_on": PastDay, "answered_on": PastDay, "closed_on": PastDay}
        widgets = {"reoffer_on": Day, "their_words": forms.Textarea(attrs={"rows": 3, "class": "words"})}

    SAID = ("accept", "wait", "decline")  # the moves that are an answer

    def __init__(self, *args, move, **kwargs):
        super().__init__(*args, **kwargs)
        kept = set(move.needs) | ({"their_words"} if move.name in self.SAID else set())
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        for name in move.needs:
            self.fields[name].required = True
        if "reoffer_on" in self.fields:
            self.fields["reoffer_on"].error_messages["required"] = _("Choose the day on which we may ask again.")
            self.fields["reoffer_on"].help_text = _("A day they would be fine with. We do not ask before.")

    def clean_reoffer_on(self):
        is_ahead(self.cleaned_data["reoffer_on"])
        return self.cleaned_data["reoffer_on"]

    def facts(self):
        return {name: self.cleaned_data[name] for name in self.fields}


class NameForm(forms.Form):
    """How one person signs today, or that they sign another day."""

    method = forms.ChoiceField(
        label=_("How"),
        choices=WAYS,
        initial="later",
        widget=Pills(icons=METHOD_ICONS),
    )
    typed_name = forms.CharField(label=_("Name, as they write it"), max_length=200, required=False)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False, validators=[signature.must_be_a_drawing])
    witness = forms.CharField(label=_("Who heard it"), max_length=200, required=False)
    known_by = forms.ChoiceField(
        label=_("How do we know who they are?"), choices=KNOWN, initial=KNOWN[0][0], required=False, widget=Pills
    )

    def __init__(self, *args, member=None, staff=None, **kwargs):
        self.member, self.staff = member, staff
        self.name = (member or staff).get_full_name()
        super().__init__(*args, prefix=f"m{member.pk}" if member else "staff", **kwargs)
        self.fields["method"].error_messages["required"] = _("Choose how they sign, or that they sign another day.")
        self.fields["typed_name"].initial = self.name
        self.fields["typed_name"].optional = _("when it is typed or on paper")
        self.fields["witness"].optional = _("when they say it aloud")
        if staff:
            del self.fields["known_by"]  # who is signed in has shown who they are

    def clean(self):
        said = super().clean()
        method = said.get("method")
        if method == Signature.Method.DRAWN and not said.get("drawn") and "drawn" not in self.errors:
            self.add_error("method", _("Draw the name in the field below, or choose another way."))
        if method == Signature.Method.VERBAL and not said.get("witness"):
            self.add_error("witness", _("Write who heard it."))
        if method in (Signature.Method.TYPED, Signature.Method.PAPER) and not said.get("typed_name"):
            self.add_error("typed_name", _("Write the name as it was signed."))
        return said

    def signature(self):
        """The unsaved signature, or None when this person does not sign today."""
        said = self.cleaned_data
        if said["method"] == "later":
            return None
        is_drawn = said["method"] == Signature.Method.DRAWN
        return Signature(
            member=self.member,
            staff=self.staff,
            signer_name=said["typed_name"] or self.name,
            method=said["method"],
            strokes={"png": said["drawn"]} if is_drawn else None,
            witness=said["witness"] if said["method"] == Signature.Method.VERBAL else "",
            known_by=Signature.KnownBy.LOGIN if self.staff else said["known_by"] or Signature.KnownBy.KNOWN,
        )


class ReasonForm(forms.Form):
    """Why there is a new version. The first one needs no reason."""

    reason = forms.CharField(
        label=_("What changed, and why"), max_length=300, help_text=_("It stands beside the new version.")
    )
