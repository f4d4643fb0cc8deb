"""The forms of an import: which file, which columns, under what name the matching is kept."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency import files
from agency.imports.beginning import LARGEST
from agency.imports.columns import NEVER_READ
from agency.imports.targets import MATCHED
from agency.models import DateOrder, ImportMapping

SAVED = "saved-"
NOT_USED = ""


class StartForm(forms.Form):
    """Which file, how it is read, and whose keys it holds. A room's own form asks for more and answers `where`."""

    file = forms.FileField(label=gettext_lazy("The file"))
    layout = forms.ChoiceField(label=gettext_lazy("How is it made?"))
    source = forms.CharField(
        label=gettext_lazy("Which system does it come from?"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("The same word for every file of that system: it is how we find each row again."),
    )

    def __init__(self, *args, target, **kwargs):
        super().__init__(*args, **kwargs)
        self.target = target
        self.saved = {f"{SAVED}{m.code}": m for m in ImportMapping.objects.filter(target=target.slug)}
        known = [(layout.slug, _in_words(layout)) for layout in target.layouts]
        choices = [*known, *((key, mapping.name) for key, mapping in self.saved.items())]
        self.fields["layout"].choices = [*choices, (MATCHED, _("Match its columns on the next page"))]

    def clean(self):
        facts = super().clean()
        chosen = target_layout = facts.get("layout", MATCHED)
        facts["mapping"] = self.saved.get(chosen)
        if facts["mapping"]:
            target_layout = MATCHED
        facts["layout"] = target_layout
        facts["source"] = slugify(facts.get("source", ""))[:40] or chosen.removeprefix(SAVED)
        layout = self.target.layout_named(target_layout)
        if facts.get("file"):
            self._look_into(facts["file"], layout.kinds if layout else files.TABLES)
        return facts

    def _look_into(self, upload, kinds):
        try:
            files.MustBe(kinds, LARGEST)(upload)
        except ValidationError as sentence:
            self.add_error("file", sentence)

    def where(self):
        """Where the rows go: the program, the center, and what else this kind of import was told."""
        return {}


def _in_words(layout):
    return f"{layout.label} ({layout.help})" if layout.help else layout.label


class ColumnsForm(forms.Form):
    """For each column of the file one of ours, or none."""

    date_order = forms.ChoiceField(label=gettext_lazy("Days are written"), choices=DateOrder)
    name = forms.CharField(
        label=gettext_lazy("Keep this for the next file as"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("A name like “ChildPlus, monthly”. Next time choose it, and no column needs matching."),
    )

    def __init__(self, *args, target, batch, seen, **kwargs):
        kept = batch.mapping.name if batch.mapping else ""
        kwargs.setdefault("initial", {"date_order": batch.date_order, "name": kept})
        super().__init__(*args, **kwargs)
        if kept:
            self.fields["name"].help_text = _("What you change here is kept. Empty it to change this file only.")
        self.target, self.headings = target, seen["headings"]
        choices = [(NOT_USED, _("not used")), *_by_part(target.columns)]
        for number, heading in enumerate(self.headings):
            if not NEVER_READ.search(heading):
                self.fields[f"column_{number}"] = forms.ChoiceField(
                    label=heading,
                    choices=choices,
                    required=False,
                    initial=batch.columns.get(heading, NOT_USED),
                    widget=forms.Select(attrs={"class": "form-select"}),
                )
        self.samples = seen["samples"]

    def matched(self):
        """The columns of the file in order: heading, a few values, the field, or dropped."""
        for number, heading in enumerate(self.headings):
            name = f"column_{number}"
            field = self[name] if name in self.fields else None
            yield {"heading": heading, "field": field, "samples": self.samples.get(heading, [])}

    def clean(self):
        facts = super().clean()
        pairs = [
            (heading, facts.get(f"column_{number}"))
            for number, heading in enumerate(self.headings)
            if facts.get(f"column_{number}")
        ]
        self._refuse_doubles(pairs)
        self._refuse_missing({name for _heading, name in pairs})
        facts["columns"] = dict(pairs)
        if facts.get("name") and not slugify(facts["name"]):
            self.add_error("name", _("Write a name with letters."))
        return facts

    def _refuse_doubles(self, pairs):
        labels = {name: str(column.label) for name, column in self.target.by_name.items()}
        taken = {}
        for number, heading in enumerate(self.headings):
            name = dict(pairs).get(heading)
            if name in taken:
                other = {"column": labels[name], "other": taken[name]}
                again = _("“%(column)s” is matched to “%(other)s” already. Choose one of them.")
                self.add_error(f"column_{number}", again % other)
            elif name:
                taken[name] = heading

    def _refuse_missing(self, names):
        missing = [str(column.label) for column in self.target.columns if column.needed and column.name not in names]
        if missing:
            text = _("Say which column holds: %(columns)s. Without it no row can come in.")
            raise ValidationError(text % {"columns": ", ".join(missing)})


def _by_part(columns):
    parts = {}
    for column in columns:
        label = f"{column.label} *" if column.needed else column.label
        parts.setdefault(str(column.part), []).append((column.name, label))
    return (
        list(parts.items()) if any(parts) and len(parts) > 1 else [pair for pairs in parts.values() for pair in pairs]
    )
