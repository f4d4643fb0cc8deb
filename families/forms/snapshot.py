"""What may be typed of a snapshot: short pills, each with “not asked yet”, and last time's answer beside it."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.models import ProgramYear
from agency.widgets import Pills, PillsMany
from families import snapshots
from families.forms.fields import rows
from families.models import Snapshot

LONG = ("figure", "housing")  # more choices than a thumb can overlook: a list
GROUPS = [
    (gettext_lazy("Who raises the child"), ("parents", "figure", "figure_other")),
    (gettext_lazy("School and work"), ("education", "employed", "in_training", "in_school")),
    (gettext_lazy("Help the family receives"), ("tanf", "ssi", "wic", "snap")),
    (gettext_lazy("Home"), ("housing",)),
    (gettext_lazy("Military"), ("military_active", "military_veteran")),
]


class YearsField(forms.ModelMultipleChoiceField):
    widget = PillsMany

    def label_from_instance(self, year):
        return snapshots.year_label(year)


class SnapshotForm(VersionedForm):
    years = YearsField(ProgramYear.objects.none(), label=gettext_lazy("For which program year"))
    filled = forms.BooleanField(required=False, widget=forms.HiddenInput)
    confirmed = forms.BooleanField(
        label=gettext_lazy("I asked the family, and this is how it is today."), required=False
    )

    class Meta:
        model = Snapshot
        fields = [
            "taken_on", "parents", "figure", "figure_other", "education", "employed", "in_training", "in_school",
            "tanf", "ssi", "wic", "snap", "housing", "military_active", "military_veteran",
        ]  # fmt: skip
        field_classes = {"taken_on": PastDay}

    def __init__(self, *args, years=None, last=None, **kwargs):
        super().__init__(*args, **kwargs)
        self._only_what_is_asked()
        for name in self.asked:
            self._as_pills(name, last)
        if years is None:
            del self.fields["years"], self.fields["filled"], self.fields["confirmed"]
        else:
            self.fields["years"].queryset = years
            if not self._is_filled():
                del self.fields["confirmed"]
        self.helper = self._rows()

    def _only_what_is_asked(self):
        """At the end of a year less is asked than at its beginning."""
        self.asked = list(self.instance.asked())
        keep = {*self.asked, "taken_on", "version", "years", "filled", "confirmed"}
        keep |= {"figure_other"} if "figure" in self.asked else set()
        for name in [name for name in self.fields if name not in keep]:
            del self.fields[name]

    def _as_pills(self, name, last):
        field = self.fields[name]
        choices = list(Snapshot._meta.get_field(name).choices)
        not_asked = ("", _("not asked"))
        if name in LONG:
            field.choices = [not_asked, *choices]
        else:
            field.widget = Pills(choices=[*choices, not_asked])
            field.choices = [*choices, not_asked]
        field.optional = " "
        said = snapshots.word(name, getattr(last, name)) if last else ""
        if said:
            field.help_text = _("Last time: %(answer)s.") % {"answer": said}

    def _is_filled(self):
        said = self.data.get("filled") if self.is_bound else self.initial.get("filled")
        return bool(said) and said not in ("False", "false")

    def _rows(self):
        shown = [
            Fieldset(title, *[name for name in names if name in self.fields], css_class="asked")
            for title, names in GROUPS
            if any(name in self.fields for name in names)
        ]
        first = [name for name in ("years", "taken_on") if name in self.fields]
        last = [name for name in ("confirmed", "filled", "version") if name in self.fields]
        return rows(*first, *shown, *last)

    def clean(self):
        cleaned = super().clean()
        if "confirmed" in self.fields and not cleaned.get("confirmed"):
            self.add_error(
                "confirmed", _("These answers were filled in from what we knew. Ask the family, then tick this.")
            )
        if cleaned.get("figure") == Snapshot.Figure.OTHER and not cleaned.get("figure_other"):
            self.add_error("figure_other", _("Say who that is."))
        return cleaned
