"""Who serves a family, and why a manager opens it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Role
from agency.models import User
from agency.widgets import Day, Pills
from families import staff
from families.forms.fields import rows, side_by_side
from families.models import Assignment

FURTHEST = 365


class AssignForm(forms.ModelForm):
    class Meta:
        model = Assignment
        fields = ["kind", "worker", "starts_on", "ends_on", "handover_note"]
        widgets = {"kind": Pills, "starts_on": Day, "ends_on": Day, "handover_note": forms.Textarea(attrs={"rows": 4})}

    helper = rows("kind", "worker", side_by_side("starts_on", "ends_on"), "handover_note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.center = self.instance.family.center
        self.fields["worker"] = ColleagueChoice(User.objects.none(), label=self.fields["worker"].label)
        self.fields["worker"].queryset = staff.colleagues_at(self.center)
        self.fields["worker"].empty_label = _("Pick a colleague")
        self.fields["kind"].choices = Assignment.Kind.choices
        self.fields["ends_on"].help_text = gettext_lazy("For a colleague who covers for a while.")

    def clean(self):
        cleaned = super().clean()
        kind, worker = cleaned.get("kind"), cleaned.get("worker")
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if worker and kind != Assignment.Kind.TEAM and not staff.holding([Role.WORKER], self.center).contains(worker):
            self.add_error(
                "worker", _("%(who)s is no family service worker, but can be on the team.") % {"who": worker}
            )
        if kind == Assignment.Kind.PRIMARY and ends_on:
            self.add_error(
                "ends_on",
                _("A main worker stays until somebody else takes over. For a while, pick “covering for a colleague”."),
            )
        if kind == Assignment.Kind.COVER and not ends_on and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Until which day? A cover ends by itself."))
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The last day cannot come before the first."))
        if starts_on and abs((starts_on - timezone.localdate()).days) > FURTHEST:
            self.add_error("starts_on", _("This is more than a year from today. Check the year."))
        return cleaned

    def validate_constraints(self):
        """Left to the action: it ends the earlier assignment first, so what is in the way now is no error."""


class ColleagueChoice(forms.ModelChoiceField):
    """A colleague by name, with their title where there is one."""

    def label_from_instance(self, colleague):
        return f"{colleague}, {colleague.title}" if colleague.title else str(colleague)


class ReviewerForm(forms.Form):
    """Which reviewer may read this family, and until when."""

    reviewer = ColleagueChoice(User.objects.none(), label=gettext_lazy("Reviewer"))
    ends_on = forms.DateField(label=gettext_lazy("May read until"), widget=Day)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = staff.reviewers()
        self.fields["reviewer"].empty_label = _("Pick a reviewer")

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. A reviewer reads from today on."))
        return day


class ReasonForm(forms.Form):
    why = forms.CharField(
        label=gettext_lazy("Why do you open this family’s record?"),
        max_length=300,
        min_length=5,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("“The family asked for a copy.” It is kept beside your name, for today."),
        error_messages={"min_length": gettext_lazy("Say it in a few words, so that it can be understood in a year.")},
    )
