"""What is hard, and the help that really came."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Pills, PillsMany
from families import catalogue
from families.forms.fields import rows, side_by_side
from families.models import Answer, Need, ServiceReceived


class NeedForm(VersionedForm):
    class Meta:
        model = Need
        fields = ["what", "category", "urgency", "intensity", "interest", "opened_on"]
        field_classes = {"opened_on": PastDay}
        widgets = {"urgency": Pills(icons={"3": "alert"}), "intensity": Pills, "interest": Pills}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_categories(self.fields["category"], self.instance.category_id)
        self.fields["interest"].choices = Answer.WorkOn.choices

    def save(self, commit=True):
        """A need that becomes urgent starts its clock anew."""
        if self.instance.pk and "urgency" in self.changed_data and self.instance.urgency == Need.Degree.HIGH:
            self.instance.opened_at = timezone.now()
            self.instance.first_step_at = None
        return super().save(commit)


def offer_categories(field, chosen):
    """The kinds of help in use, grouped; with the one that is chosen already."""
    field.queryset = catalogue.in_use(chosen)
    field.choices = catalogue.choices(field.queryset, _("Pick the nearest"))


class NeedCloseForm(VersionedForm):
    class Meta:
        model = Need
        fields = ["closing", "closed_on"]
        field_classes = {"closed_on": PastDay}
        widgets = {"closing": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closing"].choices = Need.Closing.choices
        self.fields["closing"].required = self.fields["closed_on"].required = True
        self.fields["closed_on"].initial = timezone.localdate()
        self.initial["closed_on"] = self.initial.get("closed_on") or timezone.localdate()

    def clean_closed_on(self):
        closed_on = self.cleaned_data["closed_on"]
        if closed_on and closed_on < self.instance.opened_on:
            raise forms.ValidationError(_("This is before the day they told us about it."))
        return closed_on


class ServiceForm(forms.ModelForm):
    class Meta:
        model = ServiceReceived
        fields = ["what", "category", "received_on", "source", "need", "participants"]
        field_classes = {"received_on": PastDay}
        widgets = {"source": Pills, "participants": PillsMany}

    BY_HAND = [ServiceReceived.Source.PROGRAM, ServiceReceived.Source.FAMILY]  # a referral writes its own
    helper = rows("what", "category", side_by_side("received_on", "need"), "source", "participants")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.family
        offer_categories(self.fields["category"], self.instance.category_id)
        self.fields["need"].queryset = Need.objects.visible_to(user).filter(family=family).open()
        self.fields["need"].empty_label = gettext_lazy("No need on record")
        self.fields["participants"].queryset = family.members.filter(left_on=None)
        self.fields["source"].choices = [(source.value, source.label) for source in self.BY_HAND]
