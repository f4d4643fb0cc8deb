"""The seven steps of a goal, a step each; its strategies, supports and moves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay, is_ahead
from agency.editing import VersionedForm
from agency.widgets import Day, Pills, PillsMany
from families.models import FamilyMember, Need, Outcome
from goals import known
from goals.forms.alike import AsksOnce
from goals.forms.choices import without_empty
from goals.models import Goal, GoalStep, GoalSupport


def words(rows=3, **attrs):
    return forms.Textarea(attrs={"rows": rows, "class": "words", **attrs})


class GoalForm(AsksOnce, VersionedForm):
    """Step 1: the goal, first in the family's words. Nothing they have already is written a second time unasked."""

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
        self.user = user
        self.order_fields(["version", "family_words", "anyway", *self.Meta.fields])

    def editable_names(self):
        return [name for name in super().editable_names() if name != "anyway"]

    def clean(self):
        said = super().clean()
        if not self.instance.pk and said.get("family_words"):
            self.ask_once(said["family_words"], family=self.instance.family, user=self.user)
        return said

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


class Sure(forms.TypedChoiceField):
    """How sure the family feels. Nobody has to say."""

    def __init__(self):
        super().__init__(
            label=_("How sure do they feel, 1 to 5?"),
            choices=[(number, str(number)) for number in range(1, 6)],
            coerce=int,
            empty_value=None,
            required=False,
            widget=Pills,
        )


class TrackForm(VersionedForm):
    """Step 7: by when, how sure they feel, how often we talk about it."""

    confidence = Sure()

    class Meta:
        model = Goal
        fields = ["target_on", "confidence", "check_in"]
        widgets = {"target_on": Day}
        help_texts = {"check_in": _("“Every second Tuesday, outdoors.”")}


class Suggests(forms.ModelForm):
    """A field in which anything may be written, and known names are offered while one types (a datalist)."""

    def suggest(self, field, names):
        self.suggested = names
        self.fields[field].widget.attrs["list"] = f"known-{field}"
        self.datalist = {"id": f"known-{field}", "names": names}


class StepFields(Suggests):
    """Who does a step. A name that stands in our directory becomes a way to that partner."""

    class Meta:
        model = GoalStep
        fields = ["what", "owner", "owner_name", "due_on"]
        widgets = {"what": words(2), "owner": Pills, "due_on": Day}
        labels = {"what": _("What will happen"), "owner": _("Who will do it"), "owner_name": _("Who exactly")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["owner"].choices = without_empty(GoalStep.Owner.choices)
        self.suggest("owner_name", known.doers(self.instance.goal, user))

    def clean(self):
        said = super().clean()
        is_partner = said.get("owner") == GoalStep.Owner.PARTNER
        self.instance.partner = known.partner(said.get("owner_name", ""), self.user) if is_partner else None
        return said


class StepForm(StepFields, VersionedForm):
    """One strategy: what, who, by when, and what holds it up."""

    class Meta(StepFields.Meta):
        fields = [*StepFields.Meta.fields, "blocked_by"]


class NewStepForm(StepFields):
    """A strategy to add; left empty, nothing is added."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)


class SupportFields(Suggests):
    """Somebody or something that helps, when it starts, and what bridges the time until then."""

    class Meta:
        model = GoalSupport
        fields = ["what", "kind", "starts_on", "until_then", "cost"]
        widgets = {"kind": Pills, "starts_on": Day}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.user = user
        self.fields["kind"].choices = without_empty(GoalSupport.Kind.choices)
        self.fields["starts_on"].optional = _("if there is a wait")
        self.fields["until_then"].optional = _("if there is a wait")
        self.fields["cost"].optional = _("if it costs")
        self.suggest("what", known.helpers(self.instance.goal, user))

    def clean(self):
        said = super().clean()
        is_partner = said.get("kind") == GoalSupport.Kind.PARTNER
        self.instance.service = known.service(said.get("what", ""), self.user) if is_partner else None
        return said


class NewSupportForm(SupportFields):
    """A support to add; left empty, nothing is added."""


class SupportForm(SupportFields, VersionedForm):
    """A support that is there, and the day on which the real one started."""

    class Meta(SupportFields.Meta):
        fields = [*SupportFields.Meta.fields, "started_on"]
        field_classes = {"started_on": PastDay}
        help_texts = {"started_on": _("From that day on, what bridges the time no longer stands on the paper.")}


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
        error_messages={"required": _("Choose the day on which you look at it again.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        widget=words(2),
        help_text=_("In their words, if they gave some."),
        error_messages={"required": _("Write why, in a few words.")},
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
