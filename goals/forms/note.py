"""A note, written in half a minute; finding one again; saying why a restricted one is opened."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.access import note_classes_written_by
from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Day, Pills, PillsMany
from families.models import FamilyMember
from goals.forms.choices import without_empty
from goals.models import Goal, GoalTouched, ProgressNote

MOVED = GoalTouched.Moved
HOW_FAR = [
    (MOVED.FORWARD, _("Forward")),
    (MOVED.SAME, _("Same")),
    (MOVED.BACK, _("Back a little")),
    ("", _("Not today")),
]

A_LONG_DAY = 600  # minutes
# Plain words: a phone's microphone, its corrections and a screen reader all work in a bare field.
TEXT = forms.Textarea(attrs={"rows": 5, "autocapitalize": "sentences", "inputmode": "text", "spellcheck": "true"})


class NoteForm(VersionedForm):
    present = forms.ModelMultipleChoiceField(
        FamilyMember.objects.none(), label=_("Who was there"), required=False, widget=PillsMany
    )

    class Meta:
        model = ProgressNote
        fields = [
            "contact", "present", "text", "next_step", "next_on", "visibility", "happened_on", "minutes", "language",
            "with_interpreter", "others_present",
        ]  # fmt: skip
        field_classes = {"happened_on": PastDay}
        widgets = {
            "contact": Pills,
            "text": TEXT,
            "next_on": Day,
            "minutes": forms.NumberInput(attrs={"inputmode": "numeric", "max": A_LONG_DAY}),
            "visibility": Pills(icons={"team": "family", "restricted": "lock"}),
        }
        help_texts = {
            "text": _("What you saw, and their own words in quotation marks. Your phone’s microphone works here."),
            "happened_on": _("You may write it down later: the moment you wrote is kept beside it."),
            "visibility": _("Restricted is for violence, substance use, mental health and maltreatment."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.family
        members = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None)
        self.fields["present"].queryset = members
        self.fields["present"].label_from_instance = lambda member: member.first_name
        self.fields["visibility"].choices = self._classes(user, family)
        self.fields["contact"].choices = without_empty(ProgressNote.Contact.choices)
        self.fields["next_step"].optional = _("if there is one")
        self.fields["others_present"].optional = _("a teacher, an aunt")
        self.goals = list(Goal.objects.visible_to(user).filter(family=family).open().exclude(state="draft"))
        before = dict(self.instance.goals_touched.values_list("goal", "moved")) if self.instance.pk else {}
        for goal in self.goals:
            self.fields[f"goal_{goal.pk}"] = self._how_far(goal, before.get(goal.pk, ""))

    def _classes(self, user, family):
        """Only classes this person may give. A restricted note stays restricted: its history holds what it said."""
        allowed = note_classes_written_by(user, family)
        if self.instance.pk and self.instance.visibility == "restricted":
            allowed = [choice for choice in allowed if choice == "restricted"]
        if allowed and self.initial.get("visibility") not in allowed:
            self.initial["visibility"] = allowed[0]
        return [(choice.value, choice.label) for choice in allowed]

    def _how_far(self, goal, before):
        look = Pills(icons={"forward": "up", "same": "same"})
        return forms.ChoiceField(label=str(goal), choices=HOW_FAR, required=False, initial=before, widget=look)

    def goal_fields(self):
        return [self[f"goal_{goal.pk}"] for goal in self.goals]

    def editable_names(self):
        """The goals a note touched are rows of their own; two people's words are what may collide."""
        return [name for name in super().editable_names() if not name.startswith("goal_")]

    def clean_minutes(self):
        minutes = self.cleaned_data["minutes"]
        if minutes and minutes > A_LONG_DAY:
            raise forms.ValidationError(_("This is more than ten hours. Write the minutes you were together."))
        return minutes

    def clean(self):
        said = super().clean()
        if said.get("next_on") and not said.get("next_step"):
            self.add_error("next_step", _("Say what comes next on that day, or clear the day."))
        if said.get("next_on") and said.get("happened_on") and said["next_on"] < said["happened_on"]:
            self.add_error("next_on", _("What comes next cannot come before the day of the note."))
        return said

    def moved(self):
        """For each goal of the form, by key: how far it moved, or ""."""
        return {goal.pk: self.cleaned_data[f"goal_{goal.pk}"] for goal in self.goals}


class WhyForm(forms.Form):
    """Why somebody opens a restricted note. Asked each time, and kept."""

    why = forms.CharField(
        label=_("Why do you open it?"),
        max_length=300,
        min_length=5,
        error_messages={"required": _("Write a few words. They are kept with your name and the time.")},
    )
