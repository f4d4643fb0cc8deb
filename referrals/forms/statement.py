"""A parent's own words about a part of the record."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.days import PastDay
from agency.widgets import Pills
from families.models import FamilyMember
from referrals import statements
from referrals.forms.asking import say_what_is_missing
from referrals.models import ParentStatement


class StatementForm(forms.ModelForm):
    about = forms.ChoiceField(label=_("About what?"))
    parent = forms.ModelChoiceField(
        FamilyMember.objects.none(), label=_("Who says so?"), empty_label=None, widget=Pills
    )
    written_on = PastDay(label=_("On which day?"), initial=timezone.localdate)

    class Meta:
        model = ParentStatement
        fields = ["words", "parent", "written_on"]
        labels = {"words": _("In their own words")}
        help_texts = {"words": _("Exactly as the parent writes or says it, in their language.")}
        widgets = {"words": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, family, user, **kwargs):
        super().__init__(*args, instance=ParentStatement(family=family), **kwargs)
        self.fields["about"].choices = [("", _("Pick one")), *statements.parts_of(family, user).items()]
        adults = FamilyMember.objects.visible_to(user).filter(family=family, left_on=None).adults()
        self.fields["parent"].queryset = adults
        self.order_fields(["about", "words", "parent", "written_on"])
        say_what_is_missing(self)

    def statement(self):
        """The statement as it will be kept, not saved yet."""
        kind, _dash, key = self.cleaned_data["about"].partition("-")
        setattr(self.instance, f"{kind}_id", int(key))
        return self.instance
