"""Who is on a family's team and what each may see; how often we talk; what a team meeting decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.access import Role
from agency.days import PastDay, is_ahead
from agency.editing import VersionedForm
from agency.models import User
from agency.widgets import Day, Pills, PillsMany
from families import staff
from families.models import FamilyMember
from goals.forms.choices import without_empty
from goals.forms.goal import words
from goals.models import CheckInRhythm, Goal, TeamAction, TeamMeeting, TeamMember


class TeamForm(VersionedForm):
    """One person on the team, and what the family lets them see."""

    sees_goals = forms.ChoiceField(
        label=_("Which goals may they see?"),
        choices=[("team", _("Those shared with the team")), ("chosen", _("Only the ones chosen here"))],
        initial="team",
        widget=Pills,
    )
    goals = forms.ModelMultipleChoiceField(
        Goal.objects.none(), label=_("Goals chosen one by one"), required=False, widget=PillsMany
    )
    staff = forms.ModelChoiceField(
        User.objects.none(), label=_("A colleague"), required=False, empty_label=_("Nobody from here")
    )

    class Meta:
        model = TeamMember
        fields = [
            "staff", "name", "kind", "does", "reach", "is_main_contact", "goals", "sees_notes", "sees_dates",
            "agreed_on", "agreed_by",
        ]  # fmt: skip
        field_classes = {"agreed_on": PastDay}
        labels = {"name": _("Or somebody from outside")}
        help_texts = {
            "name": _("A relative, a consultant: they have no account here, and see nothing by themselves."),
            "sees_notes": _("Without it they still read the notes they wrote themselves."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.family
        self.fields["kind"].choices = without_empty(TeamMember.Kind.choices)
        self.fields["goals"].queryset = Goal.objects.visible_to(user).filter(family=family).open()
        adults = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None).adults()
        self.fields["agreed_by"].queryset = adults
        self.fields["staff"].queryset = staff.holding([Role.TEAMMATE], family.center).order_by(
            "last_name", "first_name"
        )
        self.initial["sees_goals"] = "chosen" if self.instance.only_chosen_goals else "team"
        if self.instance.pk:
            del self.fields["staff"]
        if self.instance.is_colleague:
            del self.fields["name"]
        elif self.instance.pk:
            for name in ("sees_goals", "goals", "sees_notes", "sees_dates"):
                del self.fields[name]

    def clean(self):
        said = super().clean()
        if "staff" in self.fields and bool(said.get("staff")) == bool(said.get("name")):
            self.add_error("name", _("Choose a colleague, or write the name of somebody from outside: one of the two."))
        if "name" in self.fields and "staff" not in self.fields and not said.get("name"):
            self.add_error("name", _("Write their name."))
        if said.get("sees_goals") == "chosen" and not said.get("goals"):
            self.add_error("goals", _("Choose at least one goal, or share those of the team."))
        self.instance.only_chosen_goals = said.get("sees_goals") == "chosen"
        return said


class RhythmForm(forms.ModelForm):
    """How often the family wants to hear from us."""

    class Meta:
        model = CheckInRhythm
        fields = ["days", "how", "agreed_on"]
        field_classes = {"agreed_on": PastDay}
        labels = {"days": _("A check-in every how many days?")}
        help_texts = {"how": _("“Fifteen minutes by video, Tuesday mornings.”")}
        widgets = {"days": forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "max": CheckInRhythm.LONGEST})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].help_text = _("7 is every week, 14 every two weeks, 30 every month.")


class MeetingForm(VersionedForm):
    """A team meeting: who was there, what was decided, when next."""

    family_present = forms.ModelMultipleChoiceField(
        FamilyMember.objects.none(), label=_("Of the family"), required=False, widget=PillsMany
    )
    present = forms.ModelMultipleChoiceField(
        TeamMember.objects.none(), label=_("Of the team"), required=False, widget=PillsMany
    )

    class Meta:
        model = TeamMeeting
        fields = ["held_on", "how", "family_present", "present", "decided", "next_on"]
        field_classes = {"held_on": PastDay}
        error_messages = {"decided": {"required": _("Write in a sentence what you decided.")}}
        widgets = {"how": Pills, "decided": forms.Textarea(attrs={"rows": 4}), "next_on": Day}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        family = self.instance.family
        members = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None)
        self.fields["family_present"].queryset = members
        self.fields["family_present"].label_from_instance = lambda member: member.first_name
        self.fields["present"].queryset = on_the_team(user, family)
        self.fields["how"].choices = without_empty(TeamMeeting.How.choices)
        self.fields["next_on"].optional = _("if it is set")
        if not self.fields["present"].queryset.exists():
            del self.fields["present"]

    def clean(self):
        said = super().clean()
        if said.get("next_on") and said.get("held_on") and said["next_on"] <= said["held_on"]:
            self.add_error("next_on", _("The next meeting comes after this one."))
        return said


def on_the_team(user, family):
    return TeamMember.objects.visible_to(user).filter(family=family).today().select_related("staff")


class ActionForm(forms.ModelForm):
    """One thing somebody took on; left empty, nothing is added."""

    owner = forms.ChoiceField(label=_("Who does it"), required=False)

    class Meta:
        model = TeamAction
        fields = ["what", "due_on"]
        widgets = {"what": words(1), "due_on": Day}

    def __init__(self, *args, team, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.team = {str(member.pk): member for member in team}
        everybody = [(TeamAction.Who.STAFF, _("The family’s worker")), (TeamAction.Who.FAMILY, _("The family"))]
        self.fields["owner"].choices = [*everybody, *((pk, str(member)) for pk, member in self.team.items())]
        self.fields["what"].required = False
        if self.instance.member_id:
            self.initial["owner"] = str(self.instance.member_id)

    def clean_due_on(self):
        if "due_on" in self.changed_data:
            is_ahead(self.cleaned_data["due_on"])
        return self.cleaned_data["due_on"]

    def clean(self):
        said = super().clean()
        if (said.get("due_on") or said.get("owner") not in ("", TeamAction.Who.STAFF)) and not said.get("what"):
            self.add_error("what", _("Say what they will do."))
        return said

    def _post_clean(self):
        owner = self.cleaned_data.get("owner")
        self.instance.member = self.team.get(owner)
        self.instance.who = TeamAction.Who.MEMBER if self.instance.member else (owner or TeamAction.Who.STAFF)
        super()._post_clean()

    @property
    def says_something(self):
        return bool(self.cleaned_data.get("what"))
