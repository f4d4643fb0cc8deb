"""What is hard, and the help that really came."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Pills
from families import catalogue
from families.models import Answer, Need, ServiceReceived


class NeedForm(VersionedForm):
    """A need as the family tells it."""

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
    """How a need ended, and through what: the difference between help that came and a family that found its own."""

    class Meta:
        model = Need
        fields = ["closing", "closed_through", "closed_with", "closed_on"]
        field_classes = {"closed_on": PastDay}
        widgets = {"closing": forms.RadioSelect, "closed_through": forms.RadioSelect}

    IMPROVED = (Need.Closing.MET, Need.Closing.PARTLY)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closing"].choices = Need.Closing.choices
        self.fields["closing"].required = self.fields["closed_on"].required = True
        self.fields["closed_through"].choices = Need.Through.choices
        self.fields["closed_through"].optional = _("if the need is met, or partly")
        self.fields["closed_with"].optional = _("if it is on record")
        self._offer_help(user)
        self.initial["closed_on"] = self.initial.get("closed_on") or timezone.localdate()

    def _offer_help(self, user):
        received = ServiceReceived.objects.visible_to(user).filter(family=self.instance.family)
        if received.exists():
            self.fields["closed_with"].queryset = received
            self.fields["closed_with"].empty_label = _("None of these")
        else:
            del self.fields["closed_with"]

    def clean(self):
        typed = super().clean()
        if typed.get("closing") not in self.IMPROVED:
            typed |= {"closed_through": "", "closed_with": None}
        elif typed.get("closed_with"):
            typed["closed_through"] = Need.Through.SERVICE
        elif not typed.get("closed_through"):
            self.add_error("closed_through", _("Say what made the difference."))
        return typed

    def clean_closed_on(self):
        closed_on = self.cleaned_data["closed_on"]
        if closed_on and closed_on < self.instance.opened_on:
            raise forms.ValidationError(_("This is before the day they told us about it."))
        return closed_on
