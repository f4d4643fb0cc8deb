"""Who serves a family, and why a manager opens it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import planned
from agency.access import Role
from agency.models import AboveLimit, User
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

    why_above = forms.CharField(
        label=gettext_lazy("Why more than the limit is right"), required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("A reviewer may ask for it. No word about a family."),
    )  # fmt: skip
    above = None  # the row to keep when the new main worker comes above the limit

    @property
    def helper(self):
        """The reason is asked for only once a choice needs it."""
        asked = ["why_above"] if self.above else []
        return rows("kind", "worker", *asked, side_by_side("starts_on", "ends_on"), "handover_note")

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
        if not self.errors and kind == Assignment.Kind.PRIMARY:
            self._look_at_the_limit(worker, starts_on)
        return cleaned

    def _look_at_the_limit(self, worker, day):
        """Above it the reason is written down (45 CFR 1302.52(d)). Who serves this family already comes no higher."""
        serves = self.instance.family.assignments.in_force(day).filter(kind=Assignment.Kind.PRIMARY, worker=worker)
        count, limit = (
            staff.planned_on(day, [worker]).get(worker.pk, 0) + 1,
            planned.limits([worker.pk], day)[worker.pk],
        )
        if count <= limit or serves.exists():
            return
        why = self.cleaned_data.get("why_above", "").strip()
        self.above = AboveLimit(worker=worker, on=day, planned=count, limit=limit, why=why)
        if not planned.says_why(why):
            said = _("%(who)s would serve %(n)s families; %(limit)s are planned at most. Say why that is right.")
            self.add_error("why_above", said % {"who": worker, "n": count, "limit": limit})

    def said(self):
        """The assignment as the action takes it; a reason for more than the limit goes beside it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "why_above"}

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
