"""The seven steps of a goal, a step each; its strategies, supports and moves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay, is_ahead
from agency.editing import VersionedForm
from agency.widgets import Day, Pills, PillsMany
from families.models import FamilyMember, Need, Outcome
from goals.forms.choices import without_empty
from goals.models import Goal, GoalStep, GoalSupport


def words(rows=3, **attrs):
    return forms.Textarea(attrs={"rows": rows, "class": "words", **attrs})


class GoalForm(VersionedForm):
    """Step 1: the goal, first in the family's words."""

    outcomes = forms.TypedMultipleChoiceField(
        label=_("Family outcomes it serves"), choices=Outcome.choices, coerce=int, required=False, widget=PillsMany
    )
    needs = forms.ModelMultipleChoiceField(
        Need.objects.none(), label=_("Needs it answers"), required=False, widget=PillsMany
    )
    about = forms.ModelChoiceField(
        FamilyMember.objects.none(), label=_("About whom"), required=False, widget=Pills, empty_label=None
    )

    class Meta:
        model = Goal
        fields = [
            "family_words", "statement", "whose", "about", "why", "needs", "outcomes", "is_shared_with_team"
        ]  # fmt: skip
        widgets = {"family_words": words(3), "why": words(2), "whose": Pills}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.family
        self.fields["whose"].choices = without_empty(Goal.Whose.choices)
        self.fields["about"].queryset = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None)
        self.fields["needs"].queryset = Need.objects.visible_to(user).filter(family=family).open()
        for name in [name for name in ("about", "needs") if not self.fields[name].queryset.exists()]:
            del self.fields[name]
        self.fields["statement"].optional = _("needed before you start")
        self.fields["is_shared_with_team"].help_text = _(
            "Teacher, home visitor, consultant: only if the family agrees."
        )

    def save(self, commit=True):
        closed = [need.pk for need in self._closed_needs()]
        goal = super().save(commit)
        if commit and closed:
            goal.needs.add(*closed)  # a closed need is not offered here, and stays with the goal it was met by
        return goal

    def _closed_needs(self):
        return self.instance.needs.exclude(closed_on=None) if self.instance.pk else []


class SkillsForm(VersionedForm):
    """Step 2: what the family can do, and what we can do."""

    class Meta:
        model = Goal
        fields = ["family_skills", "staff_skills"]
        widgets = {"family_skills": words(4), "staff_skills": forms.Textarea(attrs={"rows": 3})}


class StrengthsForm(VersionedForm):
    """Step 3: what helps them."""

    class Meta:
        model = Goal
        fields = ["strengths"]
        widgets = {"strengths": words(5)}


class StressorsForm(VersionedForm):
    """Step 4: what gets in the way."""

    class Meta:
        model = Goal
        fields = ["stressors"]
        widgets = {"stressors": words(5)}
        help_texts = {"stressors": _("This stays in the record. It does not stand on the paper that is signed.")}


SURE = [(number, str(number)) for number in range(1, 6)]


class TrackForm(VersionedForm):
    """Step 7: by when, how sure they feel, how often we talk about it."""

    confidence = forms.TypedChoiceField(
        label=_("How sure do they feel, 1 to 5?"),
        choices=SURE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=Pills,
    )

    class Meta:
        model = Goal
        fields = ["target_on", "confidence", "check_in"]
        widgets = {"target_on": Day}
        help_texts = {"check_in": _("“Every second Tuesday, outdoors.”")}


class StepForm(VersionedForm):
    """One strategy: what, who, by when."""

    class Meta:
        model = GoalStep
        fields = ["what", "owner", "owner_name", "due_on", "blocked_by"]
        widgets = {"what": words(2), "owner": Pills, "due_on": Day}
        labels = {"what": _("What will happen"), "owner": _("Who will do it"), "owner_name": _("Who exactly")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = without_empty(GoalStep.Owner.choices)


class NewStepForm(forms.ModelForm):
    """A strategy to add; left empty, nothing is added."""

    class Meta:
        model = GoalStep
        fields = ["what", "owner", "owner_name", "due_on"]
        widgets = {"what": words(2), "owner": Pills, "due_on": Day}
        labels = {"what": _("What will happen"), "owner": _("Who will do it"), "owner_name": _("Who exactly")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["owner"].choices = without_empty(GoalStep.Owner.choices)


class SupportForm(forms.ModelForm):
    """Somebody or something that helps, and what bridges the time until it starts."""

    class Meta:
        model = GoalSupport
        fields = ["what", "kind", "until_then", "cost"]
        widgets = {"kind": Pills}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["kind"].choices = without_empty(GoalSupport.Kind.choices)
        self.fields["until_then"].optional = _("if there is a wait")
        self.fields["cost"].optional = _("if it costs")


class GoalMoveForm(forms.Form):
    """What one move of a goal needs."""

    statement = forms.CharField(
        label=_("How we will know"),
        max_length=300,
        help_text=_("One sentence one can see come true, with a day."),
        error_messages={"required": _("Write one sentence that you can see come true, then start.")},
    )
    ended_on = PastDay(label=_("Since when"))
    resume_on = forms.DateField(
        label=_("Look at it again on"),
        widget=Day,
        validators=[is_ahead],
        help_text=_("It comes back to your day then."),
    )
    reason = forms.CharField(
        label=_("Why"), max_length=300, widget=words(2), help_text=_("In their words, if they gave some.")
    )

    def __init__(self, *args, move, **kwargs):
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name not in move.needs]:
            del self.fields[name]

    def facts(self):
        said = self.cleaned_data
        return {
            "statement": said.get("statement", ""),
            "reason": said.get("reason", ""),
            "on": said.get("ended_on"),
            "resume_on": said.get("resume_on"),
        }
