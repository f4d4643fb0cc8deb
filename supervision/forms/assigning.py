"""Who serves which family next: a choice for each family, shown with its effect before it counts."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import planned
from agency.days import is_ahead
from agency.widgets import Day
from supervision.models import Absence, HandOver

FURTHEST = timedelta(days=365)
LONGEST_AWAY = timedelta(days=200)
NOTE = 2000


def _near(day):
    is_ahead(day)
    if day > timezone.localdate() + FURTHEST:
        raise forms.ValidationError(_("This is more than a year ahead. Check the year."))
    return day


class Choices:
    """Fields `to-<family>`: which of some colleagues gets each of these families, or nobody."""

    def choose(self, families, colleagues, nobody):
        self.people = {str(one.pk): one for one in colleagues}
        self.of_families = {f"to-{family.pk}": family for family in families}
        self.options = options = [("", nobody), *((key, str(one)) for key, one in self.people.items())]
        for name, family in self.of_families.items():
            picked = forms.Select(attrs={"class": "form-select"})
            self.fields[name] = forms.ChoiceField(choices=options, required=False, label=str(family), widget=picked)
        self.fields["everybody"] = forms.ChoiceField(choices=options, required=False, label=_("All others go to"))
        self.fields["everybody"].optional = ""

    def says_why(self, _above):
        """Nothing is asked of somebody who only covers."""
        return True

    def moves(self):
        """{family: colleague} of what was chosen."""
        others = self.cleaned_data.get("everybody")
        said = ((family, self.cleaned_data.get(name) or others) for name, family in self.of_families.items())
        return {family: self.people[key] for family, key in said if key}

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in [*self.of_families, "everybody"]):
            raise forms.ValidationError(_("Choose a colleague for at least one family."))
        return cleaned


class WhyAbove:
    """A field for the reason why more families than the limit are right; asked for when a choice leads there."""

    def ask_why_above(self):
        self.fields["why_above"] = forms.CharField(
            required=False, label=_("Why more than the limit is right"), widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("Only where somebody comes above it. A reviewer may ask for it. No word about a family."),
        )  # fmt: skip
        self.fields["why_above"].optional = _("when somebody comes above it")

    def says_why(self, above):
        """True unless somebody comes above the limit (`above`, rows to keep) and nobody said why it is right."""
        why = self.cleaned_data.get("why_above", "").strip()
        self.above = above
        for one in above:
            one.why, one.on = why, self.cleaned_data["starts_on"]
        if not above or planned.says_why(why):
            return True
        said = {"who": ", ".join(str(one.worker) for one in above)}
        self.add_error(
            "why_above", _("%(who)s would be above the limit. Write in a sentence why that is right.") % said
        )
        return False


class AssignForm(WhyAbove, Choices, forms.Form):
    """Main workers for families that have none."""

    starts_on = forms.DateField(label=gettext_lazy("They start on"), widget=Day, initial=timezone.localdate)

    def __init__(self, *args, families, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose(families, colleagues, _("Nobody yet"))
        self.ask_why_above()

    def clean_starts_on(self):
        return _near(self.cleaned_data["starts_on"])


class HandOverForm(WhyAbove, Choices, forms.ModelForm):
    """Which families go to whom, from when, with what the next colleague should know of each."""

    class Meta:
        model = HandOver
        fields = ["starts_on", "why", "tells_families"]
        widgets = {"starts_on": Day}
        help_texts = {"why": gettext_lazy("For the record of who served whom. No word about a family.")}

    def __init__(self, *args, families, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose(families, colleagues, _("Stays"))
        self.ask_why_above()
        self.fields["tells_families"].label = _("%(name)s tells each family first") % {"name": self.instance.worker}
        for family in families:
            self.fields[f"note-{family.pk}"] = forms.CharField(
                required=False, max_length=NOTE, widget=forms.Textarea(attrs={"rows": 3}),
                label=_("What must not get lost?"),
                help_text=_("What they bring, what we are in the middle of, what they asked us not to do."),
            )  # fmt: skip

    def clean_starts_on(self):
        return _near(self.cleaned_data["starts_on"])

    def notes(self):
        """{family key: the note for the next worker} of those that were written."""
        said = {family.pk: self.cleaned_data.get(f"note-{family.pk}", "") for family in self.of_families.values()}
        return {pk: note for pk, note in said.items() if note}


class AbsenceForm(Choices, forms.ModelForm):
    """From when to when somebody is away, and who covers for which family."""

    class Meta:
        model = Absence
        fields = ["why", "starts_on", "ends_on"]
        widgets = {"starts_on": Day, "ends_on": Day}

    def __init__(self, *args, families, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose(families, colleagues, _("Nobody covers"))

    def clean_starts_on(self):
        return _near(self.cleaned_data["starts_on"])

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day cannot come before the first."))
        elif first and last and last - first > LONGEST_AWAY:
            self.add_error("ends_on", _("A cover is for a while. For longer, hand the families over."))
        return cleaned
