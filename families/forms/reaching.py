"""How one adult wishes to be reached, and how not. What stands here is obeyed by families/reaching.py."""

from django import forms
from django.utils.translation import gettext_lazy

from agency.editing import VersionedForm
from agency.widgets import Pills, PillsMany
from families.forms.fields import rows, side_by_side
from families.models import FamilyMember

Hour = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class SafeContactForm(VersionedForm):
    best_times = forms.MultipleChoiceField(
        label=gettext_lazy("Best times"), choices=FamilyMember.Time, required=False, widget=PillsMany
    )
    accommodations = forms.MultipleChoiceField(
        label=gettext_lazy("What makes it easier"),
        choices=FamilyMember.Accommodation,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = FamilyMember
        fields = [
            "do_not_contact",
            "reach_by",
            "best_times",
            "reach_from",
            "reach_until",
            "may_call",
            "may_leave_message",
            "may_text",
            "may_email",
            "may_mail",
            "may_visit",
            "reach_note",
            "code_word",
            "needs_interpreter",
            "accommodations",
            "accommodation_note",
        ]
        widgets = {
            "reach_by": Pills,
            "reach_note": forms.Textarea(attrs={"rows": 2}),
            "reach_from": Hour,
            "reach_until": Hour,
            "code_word": forms.TextInput(attrs={"autocomplete": "off"}),
        }

    way_rows = rows("version", "do_not_contact", "reach_by", "best_times", side_by_side("reach_from", "reach_until"))
    may_rows = rows("may_call", "may_leave_message", "may_text", "may_email", "may_mail", "may_visit")
    more_rows = rows("reach_note", "code_word")
    easier_rows = rows("needs_interpreter", "accommodations", "accommodation_note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reach_by"].choices = FamilyMember.Reach.choices
