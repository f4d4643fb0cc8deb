"""A manager's settings of this room: the parts of the agreement's form, and the ideas for goals."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agency.editing import VersionedForm
from agency.languages import OURS
from agency.widgets import Day, Pills
from agency.words import Words
from goals import sections
from goals.forms.choices import without_empty
from goals.models import FormSection, GoalIdea


class InBothLanguages(VersionedForm):
    """Words in each of our languages: `said` names them, English is needed where `needed` says so."""

    said = ()  # (field of the model, label, rows, needed)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.version)  # also what comes with the program and has no row yet
        for name, label, rows, needed in self.said:
            for code, language in OURS.items():
                words = getattr(self.instance, name) or {}
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=f"{label} ({language})", required=needed and code == "en", max_length=600,
                    initial=words.get(code, ""), widget=forms.Textarea(attrs={"rows": rows, "lang": code}),
                )  # fmt: skip

    def clean(self):
        said = super().clean()
        for name, *_rest in self.said:
            words = {code: said.get(f"{name}_{code}", "").strip() for code in OURS}
            setattr(self.instance, name, Words({code: text for code, text in words.items() if text}))
        return said

    def initial_of(self, name, instance):
        """Words as they stand in one language."""
        field, _line, code = name.rpartition("_")
        if code in OURS and field in {words[0] for words in self.said}:
            return (getattr(instance, field) or {}).get(code, "")
        return super().initial_of(name, instance)


class SectionForm(InBothLanguages):
    """One part of the agreement's form."""

    NEW = (FormSection.Kind.ASKS, FormSection.Kind.SAYS)  # what a manager may add: the other parts are there

    class Meta:
        model = FormSection
        fields = ["kind", "is_asked"]
        widgets = {"kind": Pills}
        labels = {"kind": _("What is it?"), "is_asked": _("It stands on the agreement")}

    def __init__(self, *args, **kwargs):
        instance = kwargs.get("instance")
        kind = instance.kind if instance and instance.kind else None
        says = kind in (None, FormSection.Kind.SAYS, FormSection.Kind.CHOICE)
        self.said = [
            ("heading", _("Heading"), 1, True),
            ("help", _("What helps to talk about it"), 2, False),
            *([("text", _("Words on the paper"), 4, False)] if says else []),
        ]
        super().__init__(*args, **kwargs)
        if kind:
            del self.fields["kind"]
        else:
            self.fields["kind"].choices = [row for row in without_empty(FormSection.Kind.choices) if row[0] in self.NEW]
            self.fields["kind"].initial = FormSection.Kind.ASKS
        if instance and instance.always_stands:
            del self.fields["is_asked"]

    def clean(self):
        said = super().clean()
        kind = said.get("kind") or self.instance.kind
        if (
            kind in (FormSection.Kind.SAYS, FormSection.Kind.CHOICE)
            and not said.get("text_en")
            and "text_en" in self.fields
        ):
            self.add_error("text_en", _("Write what stands on the paper."))
        if not self.instance.pk and not self.instance.code:
            self.instance.code = sections.free_code(said.get("heading_en", ""), FormSection)
        return said


class IdeaForm(InBothLanguages):
    """One idea for a goal."""

    said = [
        ("title", _("Idea"), 1, True),
        ("ask", _("Question to think along with"), 2, False),
        ("statement", _("A sentence one can see come true"), 2, False),
    ]

    class Meta:
        model = GoalIdea
        fields = ["outcome", "retired_on"]
        widgets = {"retired_on": Day}
        help_texts = {"retired_on": _("Nobody is shown it from that day on. Goals stay as they are.")}

    def clean(self):
        said = super().clean()
        if not self.instance.pk and not self.instance.code:
            self.instance.code = sections.free_code(said.get("title_en", ""), GoalIdea)
        return said
