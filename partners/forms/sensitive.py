"""Sensitive kinds of help: which they are, and the words that travel along, from a day on."""

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from agency.days import is_ahead
from agency.models import ServiceCategory
from agency.widgets import Day
from agency.words import Words
from partners.forms.fields import Fold, laid_out
from partners.models import SensitiveKind, SensitiveNotice


class _InTwoLanguages(forms.ModelForm):
    """What is said in English and in Spanish, kept in the one column that `said` names."""

    said = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language, text in (getattr(self.instance, self.said) or {}).items():
            if f"{self.said}_{language}" in self.fields:
                self.initial.setdefault(f"{self.said}_{language}", text)

    def clean(self):
        typed = super().clean()
        said = {language: typed.get(f"{self.said}_{language}", "") for language in ("en", "es")}
        setattr(self.instance, self.said, Words({language: text for language, text in said.items() if text}))
        return typed


class KindForm(_InTwoLanguages):
    """What it is called, and which kinds of help belong to it."""

    said = "name"
    name_en = forms.CharField(label=_("Name in English"), max_length=100)
    name_es = forms.CharField(label=_("Name in Spanish"), max_length=100, required=False)

    class Meta:
        model = SensitiveKind
        fields = ["categories"]
        widgets = {"categories": forms.CheckboxSelectMultiple}
        labels = {"categories": _("Kinds of help that belong to it")}
        help_texts = {
            "categories": _("Whatever is sent to a service of these kinds takes the words along."),
        }

    helper = laid_out("name_en", "name_es", Fold(_("Kinds of help that belong to it"), "categories"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["categories"].queryset = ServiceCategory.objects.filter(retired_on=None)

    def clean_name_en(self):
        """The code is made of the English name, once."""
        name = self.cleaned_data["name_en"]
        if self.instance.pk is None:
            self.instance.code = slugify(name).replace("-", "_")[:50]
            if not self.instance.code:
                raise forms.ValidationError(_("Use letters or numbers."))
            if SensitiveKind.objects.filter(code=self.instance.code).exists():
                raise forms.ValidationError(_("There is such a kind already."))
        return name


class NoticeForm(_InTwoLanguages):
    """Never changes words that were written: the answer is the next words of this kind."""

    said = "words"
    words_en = forms.CharField(
        label=_("The words in English"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
    words_es = forms.CharField(
        label=_("The words in Spanish"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    class Meta:
        model = SensitiveNotice
        fields = ["holds_from"]
        widgets = {"holds_from": Day}
        labels = {"holds_from": _("Holds from")}

    field_order = ["words_en", "words_es"]

    def __init__(self, *args, kind, by, like=None, **kwargs):
        super().__init__(*args, instance=SensitiveNotice(kind=kind, written_by=by), **kwargs)
        self.fields["holds_from"].validators.append(is_ahead)
        self.fields["holds_from"].initial = timezone.localdate()
        for language, text in (like.words if like else {}).items():
            self.initial.setdefault(f"words_{language}", text)
