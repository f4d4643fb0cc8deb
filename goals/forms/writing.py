"""One note to several families, and what a search of notes is narrowed by."""

from collections import Counter

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.access import NoteClass, note_classes_read_by, note_classes_written_by
from agency.days import PastDay
from agency.widgets import Day, Pills, PillsMany
from families.models import Family
from goals.forms.choices import without_empty
from goals.forms.note import A_LONG_DAY, TEXT
from goals.models import ProgressNote


class Told(forms.ModelMultipleChoiceField):
    """Families by name; where two have the same one, with who is at home."""

    def label_from_instance(self, family):
        if family.name not in self.names_twice:
            return str(family)
        return f"{family} ({', '.join(member.first_name for member in family.members.all())})"

    @property
    def names_twice(self):
        """The names more than one of the families has; asked once a form."""
        if not hasattr(self, "_names_twice"):
            seen = Counter(self.queryset.values_list("name", flat=True))
            self._names_twice = {name for name, times in seen.items() if times > 1}
        return self._names_twice


class ManyForm(forms.ModelForm):
    """The same note in each record: what is said must be true of every one of these families."""

    families = Told(
        Family.objects.none(),
        label=_("Which families"),
        widget=PillsMany,
        error_messages={"required": _("Choose at least one family.")},
    )

    class Meta:
        model = ProgressNote
        fields = ["contact", "text", "next_step", "next_on", "visibility", "happened_on", "minutes"]
        field_classes = {"happened_on": PastDay}
        widgets = {
            "contact": Pills,
            "text": TEXT,
            "next_on": Day,
            "minutes": forms.NumberInput(attrs={"inputmode": "numeric", "max": A_LONG_DAY}),
            "visibility": Pills(icons={"team": "family"}),
        }
        help_texts = {"text": _("It stands in the record of each of them: name nobody.")}

    def __init__(self, *args, user, families, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["families"].queryset = families
        allowed = [choice for choice in note_classes_written_by(user) if choice != NoteClass.RESTRICTED]
        self.fields["visibility"].choices = [(choice.value, choice.label) for choice in allowed]
        self.initial["visibility"] = allowed[0] if allowed else ""
        self.fields["contact"].choices = without_empty(ProgressNote.Contact.choices)
        self.fields["next_step"].optional = _("if there is one")

    def clean(self):
        said = super().clean()
        if said.get("next_on") and not said.get("next_step"):
            self.add_error("next_step", _("Say what comes next on that day, or clear the day."))
        return said


class FindForm(forms.Form):
    """What a search of notes is narrowed by. The words themselves are posted (agency.asked)."""

    contact = forms.ChoiceField(label=_("Kind of contact"), required=False)
    readers = forms.ChoiceField(label=_("Who may read it"), required=False)
    since = forms.DateField(label=_("From"), widget=Day, required=False)
    until = forms.DateField(label=_("Until"), widget=Day, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = [("", _("Any")), *without_empty(ProgressNote.Contact.choices)]
        read = [(choice.value, choice.label) for choice in note_classes_read_by(user)]
        self.fields["readers"].choices = [("", _("Any")), *read]

    def chosen(self):
        """What was chosen and can be understood; a slip narrows nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
