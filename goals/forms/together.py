"""The agreement written on one screen turned to the parent: big and calm, without a field that is only for staff."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.typed import part_of
from agency.widgets import Day, Pills, PillsMany
from families.models import Need
from families.needs import priorities
from goals.forms.alike import AsksOnce
from goals.forms.choices import without_empty
from goals.models import FormSection, Goal, GoalStep


def big(rows=2):
    return forms.Textarea(attrs={"rows": rows, "class": "words"})


class StepFields(forms.Form):
    """One more step toward a goal; left empty, nothing is added."""

    step = forms.CharField(label=gettext_lazy("One more step"), max_length=300, required=False)
    who = forms.ChoiceField(label=gettext_lazy("Who will do it"), widget=Pills, required=False)
    step_on = forms.DateField(label=gettext_lazy("By when"), widget=Day, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = without_empty(GoalStep.Owner.choices)
        self.fields["who"].initial = GoalStep.Owner.FAMILY

    def new_step(self, goal, position):
        """The step that was written just now, or None."""
        said = self.cleaned_data
        if not said.get("step"):
            return None
        owner = said.get("who") or GoalStep.Owner.FAMILY
        return GoalStep(goal=goal, position=position, what=said["step"], owner=owner, due_on=said.get("step_on"))


class GoalTogether(StepFields):
    """A goal that is there. What a colleague changed meanwhile is not lost, and neither is what was typed here."""

    NAMES = ("family_words", "statement", "target_on")

    version = forms.IntegerField(widget=forms.HiddenInput)
    family_words = forms.CharField(label=gettext_lazy("What you want, in your words"), widget=big())
    statement = forms.CharField(
        label=gettext_lazy("How we will know"), max_length=300, required=False, widget=big(),
        help_text=gettext_lazy("One sentence one can see come true, with a day."),
    )  # fmt: skip
    target_on = forms.DateField(label=gettext_lazy("By when"), widget=Day, required=False)

    def __init__(self, data=None, *, goal, left):
        self.goal = goal
        prefix = f"g{goal.pk}"
        first = {name: getattr(goal, name) for name in self.NAMES} | {"version": goal.version}
        super().__init__(data, prefix=prefix, initial=first | part_of(left, prefix))

    def changes_to(self, current, seen):
        """What to write to `current`, when the form was opened on `seen`. A field both have changed is asked about."""
        said, changed = self.cleaned_data, {}
        for name in self.NAMES:
            before, now, mine = getattr(seen, name), getattr(current, name), said[name]
            if mine in (before, now):
                continue
            if now != before:
                self._say_both(name, now, current.version)
            changed[name] = mine
        return changed

    def _say_both(self, name, theirs, version):
        """Name the other's words; sent once more, the form was opened on the version that now stands."""
        words = _("Somebody wrote meanwhile: “%(theirs)s”. Yours is still here. Save again to keep yours.")
        self.add_error(name, words % {"theirs": theirs or _("nothing")})
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = version


class NewGoalTogether(AsksOnce, StepFields):
    """A goal that is new; left empty, nothing is added."""

    family_words = forms.CharField(
        label=gettext_lazy("What would you like to be different?"), widget=big(), required=False
    )
    statement = forms.CharField(
        label=gettext_lazy("How we will know"), max_length=300, required=False, widget=big(),
        help_text=gettext_lazy("One sentence one can see come true, with a day."),
    )  # fmt: skip
    target_on = forms.DateField(label=gettext_lazy("By when"), widget=Day, required=False)
    needs = forms.ModelMultipleChoiceField(
        Need.objects.none(), label=gettext_lazy("What is it about?"), required=False, widget=PillsMany
    )
    field_order = ["family_words", "statement", "target_on", "step", "who", "step_on", "needs", "anyway"]

    def __init__(self, data=None, *, family, user, left):
        self.family, self.user = family, user
        super().__init__(data, prefix="new", initial=part_of(left, "new"))
        self.fields["step"].label = _("The first step")
        wanted = priorities(family, user)
        shown = [need.pk for need in [*wanted["now"], *wanted["later"]]]
        self.fields["needs"].queryset = Need.objects.visible_to(user).filter(pk__in=shown)
        if not shown:
            del self.fields["needs"]

    def clean(self):
        said = super().clean()
        words = said.get("family_words", "")
        rest = [said.get(name) for name in ("statement", "target_on", "step")]
        if not words and any(rest) and "family_words" not in self.errors:
            self.add_error("family_words", _("Write first what you want, in your own words."))
        if words:
            self.ask_once(words, family=self.family, user=self.user)
        return said

    def goal(self):
        """The unsaved goal, or None."""
        said = self.cleaned_data
        if not said["family_words"]:
            return None
        about = {name: said[name] for name in ("family_words", "statement", "target_on")}
        return Goal(family=self.family, **about)


class AnswersTogether(forms.Form):
    """The questions of the form, each with room for the family's words."""

    def __init__(self, data=None, *, sections, said, left):
        super().__init__(data, prefix="said", initial=part_of(left, "said"))
        self.said = said
        self.asked = [section for section in sections if section.kind == FormSection.Kind.ASKS]
        for section in self.asked:
            self.fields[section.code] = forms.CharField(
                label=section.help or section.heading,
                initial=self.initial.get(section.code, said.get(section.code, "")),
                required=False, max_length=2000, widget=big(3),
            )  # fmt: skip

    def changed(self):
        """The answers that differ from those that are kept, by code."""
        return {name: text for name, text in self.cleaned_data.items() if text != self.said.get(name, "")}
