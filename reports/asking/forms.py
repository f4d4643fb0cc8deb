"""A question, put together from the vocabulary."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.words import listed
from reports.asking import words


class AskForm(forms.Form):
    """What to count, by what to part it, how. Only words of the vocabulary fit in."""

    population = forms.ChoiceField(label=gettext_lazy("Count"), required=False)
    rows = forms.ChoiceField(label=gettext_lazy("A row for each"), required=False)
    columns = forms.ChoiceField(label=gettext_lazy("A column for each"), required=False)
    measure = forms.ChoiceField(label=gettext_lazy("Measure"), required=False)
    sharing = forms.BooleanField(
        label=gettext_lazy("For sharing"), required=False,
        help_text=gettext_lazy("Small numbers, and what would give them away, are hidden."),
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["population"].choices = _choices(words.POPULATIONS)
        self.fields["rows"].choices = _by_what_fits(words.PARTS)
        few = _by_what_fits([part for part in words.PARTS if part.few])
        self.fields["columns"].choices = [("", _("No columns")), *few]
        self.fields["measure"].choices = _choices(words.MEASURES)

    def clean(self):
        said = super().clean()
        population = words.POPULATION[said.get("population") or "families"]
        for name in ("rows", "columns"):
            part = words.PART.get(said.get(name) or "")
            if part and not words.fits(part, population):
                facts = {"what": population.name, "part": part.name}
                self.add_error(name, _("“%(what)s” cannot be parted by “%(part)s”. Choose another.") % facts)
        if said.get("rows") and said.get("rows") == said.get("columns"):
            self.add_error("columns", _("Rows and columns are the same. Choose another, or no columns."))
        if said.get("measure") == words.DAYS and not population.took:
            self.add_error("measure", _("Nothing about “%(what)s” is measured in days.") % {"what": population.name})
        return said


def _choices(offered):
    return [(word.code, word.name) for word in offered]


def _by_what_fits(parts):
    """The parts under the names of what they may part: most may part everything, some only one thing."""
    groups = {}
    for part in parts:
        fitting = [population for population in words.POPULATIONS if words.fits(part, population)]
        groups.setdefault(tuple(one.code for one in fitting), []).append(part)
    return [(_fitting(codes), _choices(found)) for codes, found in groups.items()]


def _fitting(codes):
    if len(codes) == len(words.POPULATIONS):
        return _("For everything")
    return _("Only for: %(names)s") % {"names": listed([str(words.POPULATION[code].name) for code in codes])}
