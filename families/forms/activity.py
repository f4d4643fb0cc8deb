"""What may be typed about an activity."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.editing import VersionedForm
from agency.models import Center
from agency.widgets import Day
from families import catalogue
from families.forms.fields import CenterChoice, rows, side_by_side
from families.models import Activity

A_DAY = 24 * 60
# What a kind of activity usually counts as for fathers; a person may say otherwise.
USUALLY = {
    Activity.Kind.WORKSHOP: Activity.FatherItem.PARENTING,
    Activity.Kind.CLASS: Activity.FatherItem.PARENTING,
    Activity.Kind.CONFERENCE: Activity.FatherItem.CHILD,
    Activity.Kind.HOME_VISIT: Activity.FatherItem.CHILD,
    Activity.Kind.SOCIALIZATION: Activity.FatherItem.CHILD,
    Activity.Kind.COMMITTEE: Activity.FatherItem.GOVERNANCE,
    Activity.Kind.POLICY_COUNCIL: Activity.FatherItem.GOVERNANCE,
}


class ActivityForm(VersionedForm):
    USUAL = "usual"

    center = CenterChoice(
        Center.objects.none(),
        label=gettext_lazy("Center"),
        required=False,
        empty_label=gettext_lazy("Not at one center"),
    )
    father_item = forms.ChoiceField(
        label=gettext_lazy("For fathers it counts as"),
        required=False,
        help_text=gettext_lazy("Counted for the adults marked as father or father figure."),
    )

    class Meta:
        model = Activity
        fields = [
            "title", "kind", "held_on", "minutes", "in_kind_minutes", "center", "program", "category", "father_item",
            "line",
        ]  # fmt: skip
        widgets = {"held_on": Day}

    helper = rows(
        side_by_side("title", "kind"),
        side_by_side("held_on", "minutes", "in_kind_minutes"),
        side_by_side("center", "program"),
        side_by_side("category", "father_item"),
        "line",
    )

    def __init__(self, *args, centers, programs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["center"].queryset = centers
        self.fields["program"].queryset = programs
        self.fields["program"].empty_label = gettext_lazy("The whole agency")
        category = self.fields["category"]
        category.queryset = catalogue.in_use(self.instance.category_id)
        category.choices = catalogue.choices(category.queryset, _("No help of its own"))
        self.fields["father_item"].choices = [
            (self.USUAL, _("What is usual for its kind")),
            *Activity.FatherItem.choices,
            ("", _("Nothing")),
        ]
        if self.instance.pk is None and "father_item" not in (kwargs.get("initial") or {}):
            self.initial["father_item"] = self.USUAL

    def clean_minutes(self):
        return _within_a_day(self.cleaned_data["minutes"])

    def clean_in_kind_minutes(self):
        return _within_a_day(self.cleaned_data["in_kind_minutes"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("father_item") == self.USUAL:
            cleaned["father_item"] = USUALLY.get(cleaned.get("kind"), "")
        return cleaned


def _within_a_day(minutes):
    if minutes and minutes > A_DAY:
        raise forms.ValidationError(_("This is longer than a day. Write minutes."))
    return minutes
