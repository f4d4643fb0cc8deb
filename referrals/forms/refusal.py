"""A parent's no to a school, and taking it back."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.widgets import Pills
from families.models import FamilyMember
from referrals.forms.asking import say_what_is_missing
from referrals.models import SchoolRefusal


class RefusalForm(forms.ModelForm):
    """About which child, who says so, and when."""

    refused_on = PastDay(label=_("On which day?"), initial=timezone.localdate)

    class Meta:
        model = SchoolRefusal
        fields = ["child", "parent", "refused_on", "school"]
        labels = {"child": _("About which child?"), "parent": _("Who says no?"), "school": _("Which school asked?")}
        help_texts = {"school": _("The no holds for every school until it is taken back.")}
        widgets = {"child": Pills(), "parent": Pills()}

    def __init__(self, *args, instance, user, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        people = FamilyMember.objects.visible_to(user).filter(family=instance.family, left_on=None)
        standing = SchoolRefusal.objects.visible_to(user).filter(family=instance.family, taken_back_on=None)
        self.fields["child"].queryset = people.children().exclude(pk__in=standing.values("child"))
        self.fields["child"].empty_label = None
        self.fields["parent"].queryset = people.adults()
        self.fields["parent"].empty_label = None
        say_what_is_missing(self)


class TakeBackForm(forms.Form):
    """Who takes the no back, and when."""

    parent = forms.ModelChoiceField(
        FamilyMember.objects.none(), label=_("Who takes it back?"), empty_label=None, widget=Pills
    )
    on = PastDay(label=_("On which day?"), initial=timezone.localdate)

    def __init__(self, *args, refusal, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.refusal = refusal
        adults = FamilyMember.objects.visible_to(user).filter(family=refusal.family_id, left_on=None).adults()
        self.fields["parent"].queryset = adults
        self.fields["parent"].initial = refusal.parent_id
        say_what_is_missing(self)

    def clean_on(self):
        if self.cleaned_data["on"] < self.refusal.refused_on:
            raise forms.ValidationError(_("They said no later than that."))
        return self.cleaned_data["on"]
