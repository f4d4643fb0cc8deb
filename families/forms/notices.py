"""What we told a family and what it allowed: many at once at intake, one by one later."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.editing import VersionedForm
from agency.languages import Language
from agency.widgets import Pills
from families.forms.fields import rows, side_by_side
from families.models import FamilyConsent, FamilyMember, NoticeGiven
from families.models.notices import How

YES, NO = "yes", "no"


class PapersForm(forms.Form):
    """One talk: what was explained, what was answered, when, by whom, in which language."""

    told = forms.MultipleChoiceField(
        label=gettext_lazy("What we told them"),
        choices=NoticeGiven.Kind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    on = PastDay(label=gettext_lazy("On"))
    who = forms.ModelChoiceField(
        FamilyMember.objects.none(), label=gettext_lazy("With whom"), empty_label=gettext_lazy("Pick one")
    )
    language = forms.ChoiceField(label=gettext_lazy("In which language"), choices=Language)
    how = forms.ChoiceField(label=gettext_lazy("How"), choices=How, widget=Pills)

    talk_rows = rows(side_by_side("on", "who", "language"), "how")
    told_rows = rows("told")

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = family.members.adults().filter(left_on=None)
        for kind in FamilyConsent.Kind:
            self.fields[f"may_{kind}"] = forms.ChoiceField(
                label=kind.label[:1].upper() + kind.label[1:],
                choices=[(YES, _("yes")), (NO, _("no"))],
                required=False,
                widget=Pills,
            )
        self.may_rows = rows(*(f"may_{kind}" for kind in FamilyConsent.Kind))

    @staticmethod
    def initial_for(family):
        """Today, with whom we talk first, in the language they chose."""
        adults = [adult for adult in family.adults() if adult.left_on is None]
        first = adults[0] if adults else None
        return {
            "on": timezone.localdate(),
            "who": first,
            "language": (first and first.language) or family.language,
            "how": How.IN_PERSON,
        }

    def says_something(self):
        """True when anything was told or answered; else the step is just left."""
        return "told" in self.data or any(self.data.get(f"may_{kind}") for kind in FamilyConsent.Kind)

    def answers(self):
        """The answers given, by kind."""
        said = {kind: self.cleaned_data[f"may_{kind}"] for kind in FamilyConsent.Kind}
        return {kind: answer == YES for kind, answer in said.items() if answer}


class NoticeForm(VersionedForm):
    class Meta:
        model = NoticeGiven
        fields = ["kind", "given_on", "given_to", "language", "how", "answer"]
        field_classes = {"given_on": PastDay}
        widgets = {"how": Pills, "answer": forms.RadioSelect, "kind": forms.RadioSelect}

    helper = rows("version", "kind", side_by_side("given_on", "given_to", "language"), "how", "answer")

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given_to"].queryset = family.members.adults()
        self.fields["given_to"].empty_label = _("the whole family")
        for name in ("kind", "how", "answer"):
            self.fields[name].choices = self.instance._meta.get_field(name).choices


class ConsentAnswerForm(VersionedForm):
    """One answer: changed where it was written down wrong, ended on the day it was taken back."""

    agreed = forms.TypedChoiceField(
        label=gettext_lazy("What they said"),
        choices=[(True, gettext_lazy("yes")), (False, gettext_lazy("no"))],
        coerce=lambda value: value == "True",
        widget=Pills,
    )

    class Meta:
        model = FamilyConsent
        fields = ["kind", "agreed", "given_by", "given_on", "language", "how", "ended_on"]
        field_classes = {"given_on": PastDay, "ended_on": PastDay}
        widgets = {"how": Pills, "kind": forms.RadioSelect}

    helper = rows("version", "kind", "agreed", side_by_side("given_by", "given_on", "language"), "how", "ended_on")

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given_by"].queryset = family.members.adults()
        self.fields["given_by"].empty_label = _("Pick one")
        for name in ("kind", "how"):
            self.fields[name].choices = self.instance._meta.get_field(name).choices
