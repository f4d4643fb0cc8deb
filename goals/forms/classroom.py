"""Letting a goal for a child into the classroom, and what the teacher writes back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.widgets import Pills, PillsMany
from families.models import FamilyMember
from goals.forms.goal import words
from goals.forms.team import on_the_team
from goals.models import ClassroomGoal, ClassroomNote, TeamMember


class ClassroomForm(forms.ModelForm):
    """For which child, what the class should know, and which colleagues receive it."""

    teachers = forms.ModelMultipleChoiceField(
        TeamMember.objects.none(),
        label=_("Who receives it"),
        widget=PillsMany,
        error_messages={"required": _("Choose who receives it. Nobody there? Put the teacher on the team first.")},
    )

    class Meta:
        model = ClassroomGoal
        fields = ["child", "their_wish", "agreed_on", "agreed_by"]
        field_classes = {"agreed_on": PastDay}
        widgets = {"child": Pills, "their_wish": words(3)}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.goal.family
        members = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None)
        self.fields["child"].queryset = members.children()
        self.fields["child"].empty_label = None
        self.fields["child"].label_from_instance = lambda child: child.first_name
        self.fields["agreed_by"].queryset = members.adults()
        self.fields["teachers"].queryset = on_the_team(user, family).exclude(staff=None)


class ClassroomNoteForm(VersionedForm):
    """How the goal entered the day, and what the child did."""

    class Meta:
        model = ClassroomNote
        fields = ["in_curriculum", "child_did", "at_home", "happened_on"]
        field_classes = {"happened_on": PastDay}
        widgets = {"in_curriculum": words(3), "child_did": words(3), "at_home": words(2)}
        error_messages = {"in_curriculum": {"required": _("Write in a sentence what the class did.")}}
        help_texts = {
            "in_curriculum": _(
                "“We sang the counting song in both languages at snack.” The family reads this in its copy."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["child_did"].optional = _("if you saw it")
        self.fields["at_home"].optional = _("if there is one")
