"""What may be typed about partners, places, services and numbers."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.languages import Language, name_of
from agency.widgets import PillsMany
from partners import cards, finding
from partners.models import Location, Partner, Phone, RequiredDocument, Service, ServiceLanguage

LONGEST_REPORT = 300


class FindForm(forms.Form):
    """What somebody looks for. A value nobody offered is left out rather than refused."""

    q = forms.CharField(label=_("Looking for"), required=False, max_length=finding.LONGEST, strip=True)
    need = forms.ChoiceField(label=_("Kind of help"), required=False)
    speaks = forms.ChoiceField(label=_("Language"), required=False)
    checked = forms.ChoiceField(label=_("Checked"), required=False, choices=finding.CHECKED)

    def __init__(self, *args, kinds, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [("", _("Any")), *((kind.code, str(kind)) for kind in kinds)]
        self.fields["speaks"].choices = [("", _("Any")), *languages]
        self.full_clean()

    def wanted(self):
        """The filters that hold, for `finding.find`."""
        kept = self.cleaned_data
        return {
            "text": kept.get("q", ""),
            "category": kept.get("need", ""),
            "language": kept.get("speaks", ""),
            "checked": kept.get("checked", ""),
        }

    def chosen(self):
        """(field, words) of what narrows the list, for links that take it away again."""
        shown = [(name, self.cleaned_data.get(name)) for name in ("need", "speaks", "checked")]
        return [(name, dict(self.fields[name].choices)[value]) for name, value in shown if value]


class PartnerForm(VersionedForm):
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = Partner
        fields = [
            "name", "alternate_name", "group", "description", "email", "website", "point_person", "closed_on",
        ]  # fmt: skip
        field_classes = {"closed_on": PastDay}
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "version", "name", "alternate_name", "group", "description",
            Div("email", "website", css_class="fields"), "point_person", "closed_on",
        )  # fmt: skip


class PlaceForm(VersionedForm):
    class Meta:
        model = Location
        fields = ["name", "address_1", "city", "state_province", "postal_code", "transportation", "is_confidential"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "version", "name", "address_1", Div("city", "state_province", "postal_code", css_class="fields"),
            "transportation", "is_confidential",
        )  # fmt: skip

    def clean(self):
        typed = super().clean()
        if not typed.get("name") and not typed.get("address_1"):
            self.add_error("name", _("Give this place a name or a street."))
        return typed


class ServiceForm(VersionedForm):
    """A service with its languages and the papers to bring, one a line."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=PillsMany, choices=Language.choices[:-1]
    )
    documents = forms.CharField(
        label=_("Papers to bring"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line."),
    )
    is_checked = forms.BooleanField(label=_("I have checked with them that all of this is right"), required=False)

    class Meta:
        model = Service
        fields = [
            "name", "categories", "description", "description_es", "status", "locations", "application_process",
            "fees_description", "eligibility_description", "minimum_age", "maximum_age", "hours",
            "interpretation_services", "wait_seen",
        ]  # fmt: skip
        widgets = {
            "categories": PillsMany,
            "locations": forms.CheckboxSelectMultiple,
            **{
                name: forms.Textarea(attrs={"rows": 2})
                for name in ("description", "description_es", "application_process", "eligibility_description")
            },
        }

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["locations"].queryset = instance.partner.locations.all()
        self.fields["categories"].queryset = self.fields["categories"].queryset.filter(
            Q(retired_on=None) | Q(pk__in=instance.categories.values("pk") if instance.pk else [])
        )
        spoken = self.initial_of("languages", instance)
        others = [(code, name_of(code)) for code in spoken if code not in Language.values]
        self.fields["languages"].choices = [*Language.choices[:-1], *others]
        self.initial.setdefault("languages", spoken)
        self.initial.setdefault("documents", self.initial_of("documents", instance))
        self.helper = self._layout()

    def _layout(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(
            "version", "name", "description", "description_es", "categories", "languages", "interpretation_services",
            "locations", "hours", "fees_description", "eligibility_description",
            Div("minimum_age", "maximum_age", css_class="fields"), "documents", "application_process",
            Div("status", "wait_seen", css_class="fields"), "is_checked",
        )  # fmt: skip
        return helper

    def editable_names(self):
        return [name for name in super().editable_names() if name != "is_checked"]

    def initial_of(self, name, instance):
        if name == "languages":
            return [row.code for row in instance.languages.all()] if instance.pk else []
        if name == "documents":
            return "\n".join(row.document for row in instance.documents.all()) if instance.pk else ""
        return super().initial_of(name, instance)

    @transaction.atomic
    def save(self, commit=True):
        if "wait_seen" in self.changed_data:
            self.instance.wait_seen_on = timezone.localdate() if self.instance.wait_seen else None
        service = super().save(commit)
        _keep(service.languages, ServiceLanguage, "code", self.cleaned_data["languages"])
        _keep(service.documents, RequiredDocument, "document", _lines(self.cleaned_data["documents"]))
        return service


class PhoneForm(forms.ModelForm):
    class Meta:
        model = Phone
        fields = ["number", "extension", "description", "service", "is_staff_only"]

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["service"].queryset = instance.partner.services.all()
        self.fields["service"].label = _("For one service only")
        self.fields["service"].empty_label = _("for the whole partner")
        self.fields["is_staff_only"].help_text = _("Never printed for families.")


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


def _lines(text):
    """The lines of a text, without empty ones and repetitions."""
    return list(dict.fromkeys(line.strip()[:200] for line in text.splitlines() if line.strip()))


def _keep(rows, model, field, wanted):
    """Make `rows` (of `model`) say exactly `wanted`: what is gone goes, what is new comes, the rest stays."""
    rows.exclude(**{f"{field}__in": wanted}).delete()
    there = set(rows.values_list(field, flat=True))
    rows.bulk_create([model(service=rows.instance, **{field: value}) for value in wanted if value not in there])
