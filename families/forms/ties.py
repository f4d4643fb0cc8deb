"""Who each adult is to each child, and the second home of a child."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Pills
from families.forms.fields import rows, side_by_side
from families.forms.intake import ADULTS
from families.models import Relation, SecondHome

QUICK = ("relationship", "lives_with", "custody", "is_father_figure")
ASKED = {"lives_with": gettext_lazy("Lives with them"), "custody": gettext_lazy("Custody")}


class TieForm(forms.ModelForm):
    """One square of the matrix: an adult and a child. Only what was changed here is kept."""

    relationship = forms.ChoiceField(label=gettext_lazy("Who they are"), choices=ADULTS)

    class Meta:
        model = Relation
        fields = list(QUICK)

    helper = rows(side_by_side("relationship", "lives_with", "custody"), "is_father_figure")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in QUICK:
            self.fields[name].show_hidden_initial = True
        for name, label in ASKED.items():
            self.fields[name].label = label

    def clean(self):
        """What a colleague has changed in the meantime is shown, not overwritten."""
        cleaned = super().clean()
        for name in self.changed_data:
            opened_with = self.fields[name].to_python(self.data.get(self.add_initial_prefix(name)))
            stored = self.initial.get(name)
            if self.instance.pk and stored not in (opened_with, cleaned.get(name)):
                said = _("A colleague has changed this meanwhile to “%(value)s”. Pick again.")
                self.add_error(name, said % {"value": dict(self._choices(name)).get(stored, stored)})
        return cleaned

    def _choices(self, name):
        return getattr(self.fields[name], "choices", None) or [(True, _("yes")), (False, _("no"))]


class RelationForm(VersionedForm):
    """All that is known of one adult and one child."""

    relationship = forms.ChoiceField(label=gettext_lazy("Who they are to the child"), choices=ADULTS)

    class Meta:
        model = Relation
        fields = [*QUICK, "may_be_told", "court_says"]
        widgets = {"lives_with": Pills, "custody": Pills, "court_says": forms.Textarea(attrs={"rows": 2})}

    helper = rows("version", "relationship", "is_father_figure", "lives_with", "custody", "may_be_told", "court_says")

    def __init__(self, *args, sees_restricted, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("lives_with", "custody"):
            self.fields[name].choices = self.instance._meta.get_field(name).choices
        if not sees_restricted:
            del self.fields["court_says"]


class SecondHomeForm(VersionedForm):
    class Meta:
        model = SecondHome
        fields = ["household", "days", "starts_on", "ends_on"]
        field_classes = {"starts_on": PastDay}
        widgets = {"ends_on": PastDay.widget}

    helper = rows("version", "household", "days", side_by_side("starts_on", "ends_on"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        member = self.instance.member
        self.fields["household"].queryset = member.family.households.exclude(pk=member.household_id)
        self.fields["household"].empty_label = _("Pick a home")
