"""What is typed on the pages of the PIR."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import files
from agency.editing import VersionedForm
from agency.models import ServiceCategory
from agency.words import Words
from partners.models import Mou
from reports.models import PirForm, PirItem, PirSaid
from reports.periods import NotAPeriod, Year
from reports.pir.rules import RULES

XLSX = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)
LARGEST = 20 * 1024 * 1024
NUMBER = re.compile(r"^[A-D]\.\d+(\.[a-z])?(\.\d+)?(-\d)?$")


class YearField(forms.CharField):
    """A year as forms and PIRs write it: 2026-27."""

    def __init__(self, **kwargs):
        super().__init__(max_length=7, **kwargs)
        self.widget.attrs["placeholder"] = "2026-27"

    def clean(self, value):
        text = super().clean(value)
        try:
            return str(Year.named(text))
        except NotAPeriod as reason:
            raise forms.ValidationError(str(reason)) from reason


class CopyForm(forms.Form):
    form = forms.ModelChoiceField(PirForm.objects.none(), label=gettext_lazy("Begin with"), empty_label=None)
    year = YearField(label=gettext_lazy("For the year"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form"].queryset = PirForm.objects.order_by("-year", "-edition")
        self.fields["year"].initial = str(Year.of(timezone.localdate()))


class TitleForm(VersionedForm):
    class Meta:
        model = PirForm
        fields = ["title"]


class ItemForm(forms.ModelForm):
    """One question: its number and words of this year, and which rule answers it."""

    wording_en = forms.CharField(
        label=gettext_lazy("What it asks, in English"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300
    )
    wording_es = forms.CharField(
        label=gettext_lazy("What it asks, in Spanish"), required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    rule = forms.ChoiceField(label=gettext_lazy("How we answer it"))
    categories = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of help"), required=False,
        help_text=gettext_lazy("Only for what pregnant women received. Services of families have a page of their own."),
    )  # fmt: skip

    class Meta:
        model = PirItem
        fields = ["number", "rule", "key", "categories", "is_confirmed"]
        labels = {
            "number": gettext_lazy("Number"),
            "key": gettext_lazy("Of what"),
            "is_confirmed": gettext_lazy("I compared the number and the words with the federal form"),
        }
        help_texts = {
            "is_confirmed": gettext_lazy("Until somebody has, the worksheet says that the number is not confirmed."),
            "key": gettext_lazy(
                "A short word that stays the same in every year: of which service, agreement or number kept by hand."
            ),
        }

    field_order = ["number", "wording_en", "wording_es", "is_confirmed", "rule", "key", "categories"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        wording = self.instance.wording or {}
        self.fields["wording_en"].initial, self.fields["wording_es"].initial = wording.get("en"), wording.get("es")
        self.fields["rule"].choices = [("", _("Choose a rule")), *((code, rule.name) for code, rule in RULES.items())]
        kinds = ServiceCategory.objects.order_by("position", "code")
        self.fields["categories"].choices = [(kind.code, str(kind)) for kind in kinds]
        self.fields["categories"].widget.attrs["size"] = 8

    def clean(self):
        said = super().clean()
        rule, key = RULES.get(said.get("rule")), said.get("key", "")
        if rule and rule.keyed and not key:
            self.add_error("key", _("Say of what: this rule answers several questions."))
        if said.get("rule") == "agreements" and key and key not in Mou.Kind.values:
            known = {"kinds": ", ".join(Mou.Kind.values)}
            self.add_error("key", _("Write one of the kinds of agreement: %(kinds)s.") % known)
        if rule and not rule.keyed:
            said["key"] = ""
        return said

    def item(self):
        """The question as it was typed, not kept yet."""
        words = {"en": self.cleaned_data["wording_en"], "es": self.cleaned_data["wording_es"]}
        self.instance.wording = Words({language: text for language, text in words.items() if text})
        return self.instance


class NumbersForm(forms.Form):
    """The number of every question of a form, side by side with the old one."""

    compared = forms.BooleanField(
        label=gettext_lazy("I compared all numbers and words with the federal form of this year"), required=False
    )

    def __init__(self, data=None, *, items, shifted=None):
        super().__init__(data)
        self.items = items
        for item in items:
            number = (shifted or {}).get(item.pk, item.number)
            self.fields[f"n{item.pk}"] = forms.RegexField(
                NUMBER, max_length=12, initial=number, label=str(item.wording),
                error_messages={"invalid": _("Write the number like C.44.b.")},
            )  # fmt: skip

    def rows(self):
        return [(item, self[f"n{item.pk}"]) for item in self.items]

    @property
    def numbers(self):
        return {item.pk: self.cleaned_data[f"n{item.pk}"] for item in self.items}


class ShiftForm(forms.Form):
    """From one number on, so many further: what most years do to a form."""

    since = forms.RegexField(r"^[A-D]\.\d+$", label=gettext_lazy("From number"), required=False)
    by = forms.IntegerField(label=gettext_lazy("Further by"), min_value=-20, max_value=20, required=False)

    def shifted(self, items):
        """{item key: number} with the numbers moved on; nothing when nothing was asked."""
        if not self.is_valid() or not self.cleaned_data["since"] or not self.cleaned_data["by"]:
            return {}
        letter, _dot, first = self.cleaned_data["since"].partition(".")
        found = {}
        for item in items:
            section, number, rest = re.fullmatch(r"([A-D])\.(\d+)(.*)", item.number).groups()
            if section == letter and int(number) >= int(first):
                found[item.pk] = f"{section}.{int(number) + self.cleaned_data['by']}{rest}"
        return found


class LettersForm(forms.Form):
    """Under which item of a form each of our kinds of help counts; or under none."""

    def __init__(self, data=None, *, kinds, letters, chosen):
        super().__init__(data)
        self.kinds = kinds
        choices = [("", _("under none")), *letters]
        for kind in kinds:
            self.fields[f"k{kind.pk}"] = forms.ChoiceField(
                choices=choices, required=False, initial=chosen.get(kind.pk, ""), label=str(kind),
                widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
            )  # fmt: skip

    def rows(self):
        return [(kind, self[f"k{kind.pk}"]) for kind in self.kinds]

    @property
    def letters(self):
        return {kind.pk: self.cleaned_data[f"k{kind.pk}"] for kind in self.kinds}


class ExplainForm(VersionedForm):
    """Why a check does not hold this year."""

    class Meta:
        model = PirSaid
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"text": gettext_lazy("The board and the federal office may read this. Name no family.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True


class ByHandForm(VersionedForm):
    """A number our records do not hold."""

    class Meta:
        model = PirSaid
        fields = ["number", "text"]
        labels = {"text": gettext_lazy("Where it comes from")}
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["number"].required = True


class WorkbookForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Workbook"), validators=[files.MustBe(XLSX, LARGEST)],
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=gettext_lazy("The PIR export of the federal system, or one of ours, as .xlsx."),
    )  # fmt: skip
    year = YearField(label=gettext_lazy("Its year"))
    form = forms.ModelChoiceField(
        PirForm.objects.none(), label=gettext_lazy("Its form"), empty_label=None,
        help_text=gettext_lazy("Numbers mean something else in every year’s form."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form"].queryset = PirForm.objects.in_use().order_by("-year", "-edition")
        self.fields["year"].initial = str(Year.of(timezone.localdate()).previous())
