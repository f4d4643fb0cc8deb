"""A service as one types it in: what, for whom, where, when, and what to bring."""

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agency.editing import VersionedForm
from agency.languages import Language, name_of
from agency.widgets import PillsMany
from partners.forms import hours
from partners.forms.fields import Fold, beside, keep, laid_out, lines
from partners.models import Eligibility, RequiredDocument, Service, ServiceArea, ServiceLanguage

TEXTS = ("description", "description_es", "application_process", "eligibility_description", "alert")


class ServiceForm(VersionedForm, hours.HoursForm):
    """A service with its languages, its hours, for whom it is, and the papers to bring, one a line."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=PillsMany, choices=Language.choices[:-1]
    )
    for_whom = forms.MultipleChoiceField(
        label=_("Only for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=Eligibility.Who.choices,
        help_text=_("Nothing ticked: for everybody."),
    )
    zips = forms.CharField(
        label=_("Only for people from these ZIP codes"),
        required=False,
        help_text=_("With commas between them. Empty: from anywhere."),
    )
    documents = forms.CharField(
        label=_("Papers to bring"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line."),
    )
    url = forms.URLField(label=_("Web page"), required=False, assume_scheme="https")
    is_checked = forms.BooleanField(label=_("I have checked with them that all of this is right"), required=False)

    class Meta:
        model = Service
        fields = [
            "name", "categories", "description", "description_es", "status", "locations", "application_process",
            "fees_description", "eligibility_description", "minimum_age", "maximum_age", "hours", "transport", "alert",
            "email", "url", "interpretation_services", "wait_seen",
        ]  # fmt: skip
        widgets = {
            "categories": PillsMany,
            "locations": forms.CheckboxSelectMultiple,
            **{name: forms.Textarea(attrs={"rows": 2}) for name in TEXTS},
        }

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["locations"].queryset = instance.partner.locations.all()
        self.fields["categories"].queryset = self.fields["categories"].queryset.filter(
            Q(retired_on=None) | Q(pk__in=instance.categories.values("pk") if instance.pk else [])
        )
        self.fields["hours"].label = _("Hours in words")
        self.fields["hours"].help_text = _("Only what the days and times above cannot say.")
        spoken = self.initial_of("languages", instance)
        others = [(code, name_of(code)) for code in spoken if code not in Language.values]
        self.fields["languages"].choices = [*Language.choices[:-1], *others]
        for name in self.own_names():
            self.initial.setdefault(name, self.initial_of(name, instance))
        self.helper = self._layout()

    def _layout(self):
        times = [[line[0], beside(*line[1:])] for line in map(hours.names, range(1, hours.LINES + 1))]
        more = [field for line in times[1:] for field in line]
        return laid_out(
            "version", "name", Fold(_("Kinds of help"), "categories"), "description", "languages", *times[0],
            Fold(_("Other days and hours"), *more, "by_appointment", "hours"),
            "locations", "fees_description", beside("minimum_age", "maximum_age"), "documents",
            Fold(_("Who can get it"), "for_whom", "eligibility_description", "zips"),
            Fold(_("In Spanish"), "description_es"),
            Fold(_("Getting there and being understood"), "transport", "interpretation_services"),
            Fold(_("How to ask for it"), "application_process", beside("email", "url")),
            Fold(_("Not as usual"), "alert", beside("status", "wait_seen")), "is_checked",
        )  # fmt: skip

    def own_names(self):
        """The fields whose answers stand in rows of their own."""
        return ["languages", "documents", "for_whom", "zips", *hours.FIELDS]

    def editable_names(self):
        return [name for name in super().editable_names() if name != "is_checked"]

    def initial_of(self, name, instance):
        if name not in self.own_names():
            return super().initial_of(name, instance)
        if name in hours.FIELDS:
            return hours.stored(instance).get(name, [] if name.startswith("days") else None)
        rows = {"languages": ("code", list), "for_whom": ("who", list), "documents": ("document", "\n".join)}
        if name in rows:
            field, said = rows[name]
            manager = {"languages": "languages", "for_whom": "eligibility", "documents": "documents"}[name]
            return said(getattr(row, field) for row in getattr(instance, manager).all()) if instance.pk else said([])
        return ", ".join(code for area in instance.areas.all() for code in area.zips) if instance.pk else ""

    def clean_zips(self):
        typed = [code for code in self.cleaned_data["zips"].replace(",", " ").split() if code]
        wrong = [code for code in typed if not (code.isdecimal() and len(code) == 5)]
        if wrong:
            raise forms.ValidationError(_now("A ZIP code has five digits: %(zip)s") % {"zip": wrong[0]})
        return ", ".join(dict.fromkeys(typed))

    def clean(self):
        typed = super().clean()
        hours.check(self)
        return typed

    @transaction.atomic
    def save(self, commit=True):
        if "wait_seen" in self.changed_data:
            self.instance.wait_seen_on = timezone.localdate() if self.instance.wait_seen else None
        before = self.initial_of("zips", self.instance)
        service = super().save(commit)
        typed = self.cleaned_data
        keep(service.languages, ServiceLanguage, "code", typed["languages"])
        keep(service.documents, RequiredDocument, "document", lines(typed["documents"]))
        keep(service.eligibility, Eligibility, "who", typed["for_whom"])
        hours.keep(service, typed)
        if typed["zips"] != before:
            _keep_zips(service, typed["zips"].replace(",", " ").split())
        return service


def _keep_zips(service, zips):
    """One area holds the ZIP codes typed; areas that only have a name or a drawing stay."""
    area = service.areas.exclude(zips=[]).first() or ServiceArea(service=service)
    service.areas.exclude(zips=[]).exclude(pk=area.pk).filter(name="", description="", extent="").delete()
    service.areas.exclude(pk=area.pk).update(zips=[])
    area.zips = zips
    if zips or area.name or area.description or area.extent:
        area.save()
    elif area.pk:
        area.delete()
