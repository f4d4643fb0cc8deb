"""Two records of one family, field by field: where they differ, somebody picks."""

import unicodedata

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.templatetags.look import on
from families.forms.fields import rows
from families.models import FamilyMember

KEEP, AWAY = "keep", "away"
OF_FAMILY = ["name", "center", "language", "also_speaks", "needs_interpreter", "voice"]
WITH_VOICE = ["voice_by", "voice_on"]
NOT_ASKED = {"id", "version", "family", "household", "role", "is_main_contact", "merged_into", "search_name"}
PROTECTS = {"do_not_contact", "needs_interpreter"}  # where one of the two says so, it is so unless somebody picks
NOTHING_SAID = ("", None, "unknown", [])


def asked_of(member):
    """The fields of a person in which two records may differ."""
    return [one for one in member._meta.concrete_fields if one.name not in NOT_ASKED and not one.generated]


class MergeForm(forms.Form):
    """Who is who, then each line in which the two records differ. What differs nowhere is not asked."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=gettext_lazy("How you know that this is one family"), max_length=300)

    def __init__(self, data=None, *, keep, away, same=None, **kwargs):
        super().__init__(data, **kwargs)
        self.keep, self.away = keep, away
        self.said = data if data is not None else same
        self.theirs, self.ours = list(away.members.all()), list(keep.members.all())
        for person in self.theirs:
            self.fields[f"same-{person.pk}"] = self._who_is(person)
        self.same = {person: self._picked(person) for person in self.theirs}
        self.fields["seen"].initial = self._seen()
        self.lines = {}
        self._ask_family()
        for person, ours in self.same.items():
            if ours:
                self._ask_person(person, ours)
        self._ask_worker()
        self.people_rows = rows(*[f"same-{person.pk}" for person in self.theirs])
        self.lines_rows = rows(*self.lines, *(["worker"] if "worker" in self.fields else []))
        self.reason_rows = rows("seen", "reason")

    # who is who

    def _who_is(self, person):
        kind = FamilyMember.Role.CHILD
        alike = [one for one in self.ours if (one.role == kind) == (person.role == kind)]
        choices = [("", _("another person, who joins the family")), *[(str(one.pk), self._named(one)) for one in alike]]
        guess = next((one for one in alike if _is_same(person, one)), None)
        label = _("%(who)s of the other record is") % {"who": self._named(person)}
        first = str(guess.pk) if guess else ""
        if self.said is not None:
            first = self.said.get(f"same-{person.pk}", "")
        return forms.ChoiceField(label=label, choices=choices, required=False, initial=first)

    def _named(self, person):
        born = f", {on(person.born_on)}" if person.born_on else ""
        return f"{person}{born}"

    def _picked(self, person):
        said = self.fields[f"same-{person.pk}"].initial
        return next((one for one in self.ours if str(one.pk) == said), None)

    def _seen(self):
        return " ".join(f"{person.pk}-{ours.pk if ours else 0}" for person, ours in self.same.items())

    @property
    def asks_again(self):
        """True when who is who has changed since the differences were shown."""
        return self.is_bound and self.data.get("seen", "") != self._seen()

    # what differs

    def _ask_family(self):
        for name in OF_FAMILY:
            self._ask(self.keep, self.away, self.keep._meta.get_field(name), "family", "")

    def _ask_person(self, person, ours):
        for one in asked_of(ours):
            self._ask(ours, person, one, f"m{ours.pk}", f"{ours.first_name}: ")

    def _ask(self, ours, theirs, one, prefix, who):
        mine, other = getattr(ours, one.name), getattr(theirs, one.name)
        if mine == other:
            return
        name = f"{prefix}-{one.name}"
        choices = [(KEEP, _shown(ours, one)), (AWAY, _shown(theirs, one))]
        better = other if one.name in PROTECTS else mine in NOTHING_SAID
        label = capfirst(f"{who}{one.verbose_name}")
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, widget=forms.RadioSelect, initial=AWAY if better else KEEP
        )
        self.lines[name] = (ours, theirs, one.name)

    def _ask_worker(self):
        mine, other = self.keep.main_worker, self.away.main_worker
        if mine and other and mine != other:
            self.fields["worker"] = forms.ChoiceField(
                label=_("Who serves the family first"),
                choices=[(KEEP, str(mine)), (AWAY, str(other))],
                widget=forms.RadioSelect,
                initial=KEEP,
                help_text=_("The other one stays on the team for thirty days, to hand over."),
            )

    def clean(self):
        cleaned = super().clean()
        picked = [ours for ours in self.same.values() if ours]
        if len(picked) != len(set(picked)):
            raise forms.ValidationError(_("Two people of the other record cannot be the same person of this one."))
        return cleaned

    # what was picked

    def people(self):
        return {person: ours for person, ours in self.same.items() if ours}

    def picked(self):
        """The values chosen from the other record, by the record that takes them."""
        taken = {}
        for name, (ours, theirs, field) in self.lines.items():
            if self.cleaned_data[name] == AWAY:
                names = [field, *WITH_VOICE] if field == "voice" else [field]
                taken.setdefault(ours, {}).update({one: getattr(theirs, one) for one in names})
        return taken

    def worker(self):
        return self.away.main_worker if self.cleaned_data.get("worker") == AWAY else None


def _shown(row, one):
    """A value as people read it."""
    value = getattr(row, one.name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if one.choices:
        value = getattr(row, f"get_{one.name}_display")()
    if hasattr(value, "year"):
        value = on(value)
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return str(value) if value not in (None, "") else _("nothing")


def _is_same(one, other):
    """The same first name; or the same birthday and the same first letter."""
    mine, theirs = _plain(one.first_name), _plain(other.first_name)
    same_day = one.born_on and one.born_on == other.born_on
    differs = one.born_on and other.born_on and not same_day
    return (mine == theirs and not differs) or bool(same_day and mine[:1] == theirs[:1])


def _plain(name):
    letters = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold().strip()
