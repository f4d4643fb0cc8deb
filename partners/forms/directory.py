"""What may be typed about partners, places, services and numbers."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.editing import VersionedForm
from partners import cards
from partners.forms.fields import Fold, beside, keep, laid_out, lines
from partners.models import Accessibility, Contact, Location, Partner, Phone, PlaceKind

LONGEST_REPORT = 300


class PartnerForm(VersionedForm):
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = Partner
        fields = [
            "name", "alternate_name", "group", "description", "email", "website", "point_person", "legal_form",
            "tax_id", "year_incorporated", "parent", "sensitive_kind", "closed_on",
        ]  # fmt: skip
        field_classes = {"closed_on": PastDay}
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}

    helper = laid_out(
        "version", "name", "group", "description", beside("email", "website"), "point_person",
        Fold(_("More about them"), "alternate_name", "parent", beside("legal_form", "tax_id", "year_incorporated")),
        Fold(_("When their name alone tells something"), "sensitive_kind"),
        Fold(_("They have closed"), "closed_on"),
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        known = Partner.objects.visible_to(user).entries()
        self.fields["parent"].queryset = known.exclude(pk=self.instance.pk)
        self.fields["sensitive_kind"].empty_label = _("nothing that must be kept apart")

    def clean_tax_id(self):
        return self.cleaned_data["tax_id"].strip()


class PlaceForm(VersionedForm):
    """A place, how one gets in, and whether anybody may know where it is."""

    access = forms.CharField(
        label=_("How one gets in and around"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A ramp, a lift, signs in braille: one on each line."),
    )

    class Meta:
        model = Location
        fields = ["name", "kind", "address_1", "address_2", "city", "state_province", "postal_code", "transportation",
                  "description", "latitude", "longitude", "is_confidential"]  # fmt: skip
        widgets = {"description": forms.Textarea(attrs={"rows": 2})}

    helper = laid_out(
        "version", "name", "address_1", beside("city", "state_province", "postal_code"), "transportation",
        "is_confidential",
        Fold(_("Getting in"), "access", "description"),
        Fold(_("More about the address"), "address_2", "kind", beside("latitude", "longitude")),
    )  # fmt: skip

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["kind"].required = False
        self.initial.setdefault("access", self.initial_of("access", instance))

    def clean_kind(self):
        return self.cleaned_data["kind"] or PlaceKind.PHYSICAL

    def initial_of(self, name, instance):
        if name == "access":
            return "\n".join(row.description for row in instance.accessibility.all()) if instance.pk else ""
        return super().initial_of(name, instance)

    def clean(self):
        typed = super().clean()
        if not typed.get("name") and not typed.get("address_1"):
            self.add_error("name", _("Give this place a name or a street."))
        return typed

    @transaction.atomic
    def save(self, commit=True):
        place = super().save(commit)
        keep(place.accessibility, Accessibility, "description", lines(self.cleaned_data["access"]))
        return place


class PhoneForm(forms.ModelForm):
    class Meta:
        model = Phone
        fields = ["number", "extension", "kind", "description", "service", "location", "is_staff_only"]

    helper = laid_out(
        beside("number", "extension"), "description", "is_staff_only",
        Fold(_("More about this number"), "kind", "service", "location"),
    )  # fmt: skip

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["service"].queryset = instance.partner.services.all()
        self.fields["service"].label = _("For one service only")
        self.fields["service"].empty_label = _("for the whole partner")
        self.fields["location"].queryset = instance.partner.locations.all()
        self.fields["kind"].required = False
        self.fields["is_staff_only"].help_text = _("Never printed for families.")

    def clean_kind(self):
        return self.cleaned_data["kind"] or Phone.Kind.VOICE


class ContactForm(forms.ModelForm):
    """A person there, for staff unless somebody says otherwise."""

    class Meta:
        model = Contact
        fields = ["name", "title", "email", "department", "service", "is_staff_only"]

    helper = laid_out("name", "title", "email", "is_staff_only", Fold(_("More"), "department", "service"))

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["service"].queryset = instance.partner.services.all()
        self.fields["service"].label = _("For one service only")
        self.fields["service"].empty_label = _("for the whole partner")

    def clean(self):
        typed = super().clean()
        if not typed.get("name") and not typed.get("email"):
            self.add_error("name", _("Write a name or an e-mail address."))
        return typed


class ReportForm(forms.Form):
    """What is wrong with an entry: some of a few words, and what somebody learned."""

    wrong = forms.MultipleChoiceField(choices=cards.WRONGS, required=False)
    say = forms.CharField(required=False, max_length=200)

    def clean(self):
        typed = super().clean()
        if not typed.get("wrong") and not typed.get("say"):
            raise forms.ValidationError(_("Say what is wrong: pick a word, or write what you learned."))
        return typed

    def sentence(self):
        """What was picked and what was written, as one line."""
        words = dict(cards.WRONGS)
        picked = ", ".join(str(words[value]) for value in self.cleaned_data["wrong"])
        return ": ".join(part for part in (picked, self.cleaned_data["say"]) if part)[:LONGEST_REPORT]
