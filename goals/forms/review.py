"""A review, with a decision for each goal; a celebration."""

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agency import files
from agency.days import PastDay, is_ahead
from agency.widgets import Day, Pills, PillsMany
from families.models import FamilyMember
from goals.forms.choices import without_empty
from goals.forms.goal import Sure, words
from goals.models import Celebration, Goal, Review, ReviewDecision, ReviewedNeed

D = ReviewDecision.Decision
SAID = [
    (D.CONTINUE, _("Keep going")),
    (D.CHANGE, _("Change it")),
    (D.ACHIEVED, _("We did it")),
    (D.PARTLY, _("Did part of it")),
    (D.HOLD, _("Let it rest")),
    (D.SET_ASIDE, _("Not ours any more")),
]


class ReviewForm(forms.ModelForm):
    present = forms.ModelMultipleChoiceField(
        FamilyMember.objects.none(), label=_("Who was there"), required=False, widget=PillsMany
    )

    class Meta:
        model = Review
        fields = ["held_on", "present", "language", "parent_comment", "next_on"]
        field_classes = {"held_on": PastDay}
        widgets = {"next_on": Day, "parent_comment": words(3)}
        labels = {"parent_comment": _("What they say about it"), "next_on": _("We meet again")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        members = FamilyMember.objects.visible_to(user).filter(family=self.instance.family, left_on=None)
        self.fields["present"].queryset = members
        self.fields["present"].label_from_instance = lambda member: member.first_name
        self.fields["parent_comment"].optional = _("if they like")

    def clean_next_on(self):
        is_ahead(self.cleaned_data["next_on"])
        return self.cleaned_data["next_on"]


class DecisionForm(forms.Form):
    """What becomes of one goal."""

    NEEDS_WORDS = (D.PARTLY, D.HOLD, D.SET_ASIDE)

    decision = forms.ChoiceField(label=_("What do they want to do with it?"), choices=SAID, widget=Pills)
    confidence = Sure()
    comment = forms.CharField(label=_("In their words"), max_length=300, required=False, widget=words(2))
    resume_on = forms.DateField(label=_("Look at it again on"), widget=Day, required=False, validators=[is_ahead])

    def __init__(self, *args, goal, **kwargs):
        self.goal = goal
        super().__init__(*args, prefix=f"g{goal.pk}", **kwargs)
        missing = gettext("Choose what becomes of “%(goal)s”.") % {"goal": Truncator(str(goal)).words(8)}
        self.fields["decision"].error_messages["required"] = missing
        self.fields["comment"].optional = _("needed when it rests, ends in part, or is no longer theirs")
        self.fields["resume_on"].optional = _("when it rests")

    def clean(self):
        said = super().clean()
        if said.get("decision") in self.NEEDS_WORDS and not said.get("comment"):
            self.add_error("comment", _("Write why, in a few words."))
        if said.get("decision") == D.HOLD and not said.get("resume_on") and "resume_on" not in self.errors:
            self.add_error("resume_on", _("Choose the day on which you look at it again."))
        return said


class NeedForm(forms.Form):
    """What the family says of one need today; left alone, nothing is said."""

    said = forms.ChoiceField(label=_("What do they say of it?"), required=False, widget=Pills)

    def __init__(self, *args, need, **kwargs):
        self.need = need
        super().__init__(*args, prefix=f"n{need.pk}", **kwargs)
        self.fields["said"].choices = without_empty(ReviewedNeed.Said.choices)


class CelebrationForm(forms.ModelForm):
    goal = forms.ModelChoiceField(
        Goal.objects.none(), label=_("Which goal"), required=False, empty_label=_("None of them")
    )

    class Meta:
        model = Celebration
        fields = ["what", "goal", "wish", "noticed_on", "may_be_told"]
        field_classes = {"noticed_on": PastDay}
        labels = {"noticed_on": _("When")}
        widgets = {"what": words(2), "wish": forms.TextInput(attrs={"class": "words"})}
        help_texts = {
            "wish": _("A call, a card, at parent coffee, with the child’s class, quietly: as they like."),
            "may_be_told": _(
                "Without names. Without a yes it stays in their record and in your day, and nowhere else."
            ),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["goal"].queryset = Goal.objects.visible_to(user).filter(family=self.instance.family)
        self.fields["goal"].optional = _("if it is about one")


def _adults_of(user, family):
    return FamilyMember.objects.visible_to(user).filter(family=family, left_on=None).adults()


class StoryForm(forms.ModelForm):
    """The story as the family would tell it, and their yes to telling it."""

    given_by = forms.ModelChoiceField(FamilyMember.objects.none(), label=_("Who said yes"), empty_label=None)

    class Meta:
        model = Celebration
        fields = ["story"]
        widgets = {"story": words(5)}
        help_texts = {"story": _("Read it to them before you save it. They can take it back any day.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given_by"].queryset = _adults_of(user, self.instance.family)
        self.fields["story"].required = True


class PhotoForm(forms.Form):
    """A picture of the moment, and the family's yes to showing it."""

    photo = forms.FileField(
        label=_("Photo"),
        validators=[files.MustBe(files.PICTURES)],
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )
    shows = forms.CharField(
        label=_("What one sees"),
        max_length=200,
        help_text=_("For people who cannot see the picture. Without names."),
        error_messages={"required": _("Say in a few words what one sees on it.")},
    )
    given_by = forms.ModelChoiceField(FamilyMember.objects.none(), label=_("Who said yes"), empty_label=None)

    def __init__(self, *args, user, family, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given_by"].queryset = _adults_of(user, family)
