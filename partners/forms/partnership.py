"""What may be typed about our work with a partner."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agency.access import GRANTS, Permission, Role
from agency.days import PastDay
from agency.editing import VersionedForm
from agency.models import RoleGrant, ServiceCategory, User
from agency.widgets import Day, Pills, PillsMany
from partners import plans
from partners.models import (
    CommitteeSeat,
    OnsiteService,
    PartnerMeeting,
    Partnership,
    PartnershipAction,
    PartnershipPlan,
    PlanGoal,
    PublicRole,
    Stage,
    StageReached,
)

MOST_BOXES = 20  # colleagues to tick one by one; more stand in a list


def lines(rows):
    return forms.Textarea(attrs={"rows": rows})


def colleagues(kept=None):
    """Those of us who can take something on with a partner, and the one (by key) who stands there already."""
    roles = [role for role, granted in GRANTS.items() if Permission.MOU_FACTS in granted and role != Role.MONITOR]
    holding = RoleGrant.objects.in_force().filter(role__in=roles).values("user")
    return User.objects.filter(Q(pk__in=holding, is_active=True) | Q(pk=kept))


def without_empty(choices):
    return [(value, label) for value, label in choices if value not in ("", None)]


class OurPeople:
    """For forms with a person of ours: those who can take something on, and whoever stands there already."""

    ours = ("our_owner",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.ours:
            self.fields[name].queryset = colleagues(getattr(self.instance, f"{name}_id"))


class PartnershipForm(OurPeople, VersionedForm):
    ours = ("our_person",)
    public_roles = forms.MultipleChoiceField(
        label=_("What they are"), required=False, choices=PublicRole.choices, widget=PillsMany,
        help_text=_("The law asks for agreements with some of these. The coverage report looks here."),
    )  # fmt: skip
    target = forms.TypedChoiceField(
        label=_("How closely we want to work"), required=False, coerce=int, empty_value=None, widget=Pills,
        choices=[("", _("not decided")), *Stage.choices],
    )  # fmt: skip

    class Meta:
        model = Partnership
        fields = [
            "public_roles", "our_person", "their_person", "their_phone", "their_email", "began_on", "target",
            "target_on",
        ]  # fmt: skip
        field_classes = {"began_on": PastDay}
        widgets = {"target_on": Day}


class StageForm(forms.ModelForm):
    class Meta:
        model = StageReached
        fields = ["stage", "since_on", "shows_in"]
        field_classes = {"since_on": PastDay}
        widgets = {"stage": Pills}
        help_texts = {
            "stage": _(
                "Networking: we know each other and tell each other things. Coordination: we meet regularly or do "
                "something short together. Cooperation: we share rooms or means, and a goal. Collaboration: one "
                "common project that neither could do alone."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = without_empty(Stage.choices)

    def clean(self):
        said = super().clean()
        day = said.get("since_on")
        if day and self.instance.partnership.stages.filter(since_on=day).exists():
            self.add_error("since_on", _("A stage begins on this day already."))
        return said


class StepForm(VersionedForm):
    """One step of a plan: its texts, each with what one may think of."""

    class Meta:
        model = PartnershipPlan
        fields = [name for step in plans.STEPS for name in step.fields]
        widgets = {name: lines(3) for step in plans.STEPS for name in step.fields
                   if name not in ("parents_who_plan", "mission_on")} | {"mission_on": Day}  # fmt: skip

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name not in (*step.fields, "version")]:
            del self.fields[name]
        for name, hint in step.hints_for(self.instance.template).items():
            self.fields[name].help_text = hint


class PlanGoalForm(VersionedForm):
    class Meta:
        model = PlanGoal
        fields = ["what", "baseline", "measure", "aim_on", "result"]
        widgets = {"aim_on": Day}
        help_texts = {
            "baseline": _("A number if there is one: 14 children in care with a place here."),
            "measure": _("What we count or ask, and how often."),
        }


class MeetingForm(VersionedForm):
    ours = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("From our side"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = PartnerMeeting
        fields = ["kind", "held_on", "topic", "ours", "theirs", "people", "said", "decided", "next_on"]
        field_classes = {"held_on": PastDay}
        widgets = {"kind": Pills, "said": lines(3), "decided": lines(3), "next_on": Day}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = without_empty(PartnerMeeting.Kind.choices)
        self.fields["ours"].queryset = people = colleagues()
        if people.count() > MOST_BOXES:
            self.fields["ours"].widget = forms.SelectMultiple(attrs={"size": 8})
            self.fields["ours"].widget.choices = self.fields["ours"].choices
        self.fields["said"].help_text = _("No family is named here. What concerns one family goes into its notes.")


class ActionForm(OurPeople, VersionedForm):
    class Meta:
        model = PartnershipAction
        fields = ["what", "our_owner", "their_owner", "due_on", "success"]
        widgets = {"due_on": Day}


class TakenForm(OurPeople, forms.ModelForm):
    """What somebody took on at a meeting: one row of the meeting's form."""

    class Meta:
        model = PartnershipAction
        fields = ["what", "our_owner", "their_owner", "due_on"]
        widgets = {"due_on": Day}


class OnsiteForm(VersionedForm):
    class Meta:
        model = OnsiteService
        fields = ["what", "center", "days", "starts_on", "ends_on"]
        widgets = {"starts_on": Day, "ends_on": Day}


class SeatForm(VersionedForm):
    class Meta:
        model = CommitteeSeat
        fields = ["committee", "name", "who", "starts_on", "ends_on"]
        widgets = {"starts_on": Day, "ends_on": Day}


class PartnershipFilterForm(forms.Form):
    """What narrows the list of partnerships. A value nobody offered is left out rather than refused."""

    group = forms.ChoiceField(
        label=_("Group of partners"), required=False, choices=[("", _("Any")), *ServiceCategory.Group.choices]
    )
    stage = forms.ChoiceField(label=_("How we work together"), required=False, choices=[("", _("Any")), *Stage.choices])
    whose = forms.ChoiceField(label=_("Our person"), required=False, choices=[("", _("Anybody")), ("mine", _("I am"))])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.full_clean()
