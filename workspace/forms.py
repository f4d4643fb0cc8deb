"""What may be typed into the search, and in place on My day."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agency.access import NoteClass, note_classes_written_by
from agency.widgets import Pills
from families.models import Snooze
from goals.forms.choices import without_empty
from goals.models import ProgressNote

WAITS = (1, 3, 7, 14)  # days one may choose, as far as the agency lets a thing wait


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Look for"),
        required=False,
        max_length=100,
        help_text=_("A name, a child, a phone number, or a partner"),
        error_messages={"max_length": _("That is longer than any name. A name or a phone number is enough.")},
    )
    exact = forms.BooleanField(required=False)


class QuickNoteForm(forms.ModelForm):
    """How you talked, and a few words: enough for a check-in. All else stands on the long form."""

    class Meta:
        model = ProgressNote
        fields = ["contact", "text"]
        widgets = {"contact": Pills, "text": forms.Textarea(attrs={"rows": 3, "autocapitalize": "sentences"})}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = note_classes_written_by(user, self.instance.family)
        self.instance.visibility = NoteClass.GENERAL if NoteClass.GENERAL in allowed else allowed[0]
        self.fields["contact"].choices = without_empty(ProgressNote.Contact.choices)

    def moved(self):
        """It speaks of no goal."""
        return {}


class AsideForm(forms.ModelForm):
    """For how long it can wait, and why."""

    days = forms.TypedChoiceField(label=_("For how long?"), coerce=int, widget=Pills)

    class Meta:
        model = Snooze
        fields = ["days", "reason"]
        help_texts = {"reason": _("“They are with her mother until Friday.” Your supervisor can read it.")}

    def __init__(self, *args, at_most, **kwargs):
        super().__init__(*args, **kwargs)
        lengths = sorted({days for days in WAITS if days < at_most} | {at_most})
        words = [(days, ngettext("%(n)s day", "%(n)s days", days) % {"n": days}) for days in lengths]
        self.fields["days"].choices = words
        self.fields["days"].initial = lengths[0]
        self.fields["reason"].error_messages["required"] = _("Say in a few words why it can wait.")
