"""A kind of help, with the PIR item under which each year's form counts it."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from agency.models import PirItemOfCategory, ServiceCategory
from agency.widgets import Day
from agency.words import Words


class ServiceForm(forms.ModelForm):
    name_en = forms.CharField(label=_("Name in English"), max_length=100)
    name_es = forms.CharField(label=_("Name in Spanish"), max_length=100, required=False)

    class Meta:
        model = ServiceCategory
        fields = ["group", "open_eligibility", "is_urgent", "is_restricted", "retired_on"]
        widgets = {"retired_on": Day}
        labels = {
            "group": _("Group of partners"),
            "open_eligibility": _("Open Eligibility heading"),
            "is_urgent": _("A need of this kind may not wait"),
            "is_restricted": _("Only staff with the restricted permission see it"),
            "retired_on": _("No longer offered since"),
        }
        help_texts = {
            "group": _("The groups of 45 CFR 1302.53(a)(2)."),
            "retired_on": _("Nobody can choose it from that day on. What was recorded before stays."),
        }

    field_order = ["name_en", "name_es"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name = self.instance.name if self.instance.pk else {}
        self.fields["group"].choices = [("", _("Choose a group")), *ServiceCategory.Group.choices]
        self.fields["name_en"].initial, self.fields["name_es"].initial = name.get("en"), name.get("es")

    def clean_name_en(self):
        """The code is made of the English name, once; it never changes afterwards."""
        name = self.cleaned_data["name_en"]
        if not self.instance.pk:
            self.instance.code = slugify(name).replace("-", "_")[:50]
            if not self.instance.code:
                raise forms.ValidationError(_("Use letters or numbers."))
            if ServiceCategory.objects.filter(code=self.instance.code).exists():
                raise forms.ValidationError(_("There is a kind of service of this name already."))
        return name

    def save(self, commit=True):
        said = {"en": self.cleaned_data["name_en"], "es": self.cleaned_data["name_es"]}
        self.instance.name = Words({language: text for language, text in said.items() if text})
        return super().save(commit)


class PirItemForm(forms.ModelForm):
    """Under which item one year's form counts a kind of help."""

    form_year = forms.RegexField(
        r"^\d{4}-\d{2}$",
        label=_("PIR form"),
        error_messages={"invalid": _("Write the form’s year like 2022-23.")},
    )
    item = forms.RegexField(
        r"^[A-Z]\.\d+(\.[a-z])?(\.?\d*)$",
        label=_("Item"),
        error_messages={"invalid": _("Write the item like C.44.b.")},
    )

    class Meta:
        model = PirItemOfCategory
        fields = ["form_year", "item"]

    def lines(self):
        """The fields as they share a line."""
        return [[self["form_year"], self["item"]]]


PirItemFormSet = forms.inlineformset_factory(
    ServiceCategory, PirItemOfCategory, form=PirItemForm, extra=1, can_delete=True
)
