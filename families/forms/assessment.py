"""The strengths conversation: one question, the first and last page, what staff think, and the needs that follow."""

import hashlib

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.days import PastDay
from agency.widgets import Pills, PillsMany, Scale
from agency.words import Words
from families import catalogue
from families.forms.fields import rows, side_by_side
from families.models import Answer, Assessment, FamilyMember, Need

NO_LEVEL = [
    (Answer.NoLevel.NOT_DISCUSSED.value, gettext_lazy("Talk about this another day")),
    (Answer.NoLevel.PREFER_NOT.value, gettext_lazy("I would rather not say")),
    (Answer.NoLevel.NOT_APPLICABLE.value, gettext_lazy("This is not about us")),
]
WORK_ON = [
    (Answer.WorkOn.NOW.value, gettext_lazy("Yes, now")),
    (Answer.WorkOn.LATER.value, gettext_lazy("Later")),
    (Answer.WorkOn.NO.value, gettext_lazy("No")),
]


class AnswerForm(forms.Form):
    """One question, as a parent answers it. Nothing in it must be filled in."""

    strength = forms.CharField(
        required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2, "class": "form-control words"})
    )
    level = forms.ChoiceField(required=False, widget=Scale)
    work_on = forms.ChoiceField(
        required=False, label=gettext_lazy("Would you like to work on this?"), choices=WORK_ON, widget=Pills
    )
    is_urgent = forms.BooleanField(required=False, label=gettext_lazy("This cannot wait until tomorrow"))
    was = forms.CharField(required=False, widget=forms.HiddenInput)  # what was stored when the page was opened

    def __init__(self, *args, item, version, answer=None, initial=None, **kwargs):
        stored = self.as_typed(answer) if answer else {}
        shown = stored | (initial or {}) | {"was": _print_of(stored)}
        super().__init__(*args, initial=shown, prefix=item.code, **kwargs)
        self.item = item
        self.version = version
        self.answer = answer
        self.fields["strength"].label = str(item.strength_ask) or _("What is going well?")
        level = self.fields["level"]
        level.label = str(item.ask)
        level.choices = [*_levels(version), *NO_LEVEL]
        level.widget.anchors = {number: str(Words(words)) for number, words in item.anchors.items()}

    @property
    def levels(self):
        """The five levels, strongest first."""
        return self["level"].subwidgets[: -len(NO_LEVEL)]

    @property
    def ways_out(self):
        """The answers that are none."""
        return self["level"].subwidgets[-len(NO_LEVEL) :]

    @property
    def said_label(self):
        """What was said, for the folded question. Of a restricted matter only that it was: others may read along."""
        if self.answer is None:
            return ""
        if self.is_restricted:
            return _("Talked about")
        level = self.version.level_label(self.answer.level)
        return level or capfirst(self.answer.get_no_level_display())

    @property
    def is_restricted(self):
        """Violence, mental health: what was said stays folded on a screen that two parents may share."""
        return bool(self.item.category and self.item.category.is_restricted)

    def said(self):
        """The values to keep; None when this page changed nothing, so that a page left open overwrites nobody."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "was"}
        if _print_of(typed) == self.cleaned_data["was"]:
            return None
        level = int(typed["level"]) if typed["level"].isdigit() else None
        no_level = "" if level else typed["level"] or Answer.NoLevel.NOT_DISCUSSED
        return typed | {"level": level, "no_level": no_level}

    def as_typed(self, answer):
        """A stored answer as its boxes hold it."""
        return {
            "strength": answer.strength,
            "level": str(answer.level or answer.no_level),
            "work_on": answer.work_on,
            "is_urgent": answer.is_urgent,
        }


def _print_of(typed):
    """A short mark of what the boxes of one question hold; none when they are empty."""
    held = {name: str(value) for name, value in typed.items() if value}
    return hashlib.sha256(repr(sorted(held.items())).encode()).hexdigest()[:12] if held else ""


class PaperAnswerForm(AnswerForm):
    """One question as it is typed in from paper: a digit, a key, the next box. Staff's own level stands beside."""

    staff_level = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)

    def __init__(self, *args, item, version, **kwargs):
        super().__init__(*args, item=item, version=version, **kwargs)
        levels = [(str(number), f"{number} · {label}") for number, label in _levels(version)]
        ways_out = [(code, f"{key} · {label}") for (code, label), key in zip(NO_LEVEL, "TRN", strict=True)]
        self._select("level", [("", "–"), *levels, *ways_out], _("%(question)s: the parent says"))
        self._select("work_on", [("", "–"), *WORK_ON], _("%(question)s: work on it"))
        self._select("staff_level", [("", "–"), *levels], _("%(question)s: staff think"))
        self.fields["is_urgent"].label = _("%(question)s: cannot wait until tomorrow") % {"question": item.label}
        strength = forms.TextInput({"class": "form-control", "aria-label": self.fields["strength"].label})
        self.fields["strength"].widget = strength

    def _select(self, name, choices, label):
        field = self.fields[name]
        field.label = label % {"question": self.item.label}
        field.widget = forms.Select({"class": "form-select", "aria-label": field.label})
        field.choices = choices

    def as_typed(self, answer):
        return super().as_typed(answer) | {"staff_level": answer.staff_level}


class PaperForm(forms.Form):
    """The day the paper was filled in."""

    talked_on = PastDay(label=gettext_lazy("We talked on"))


def _levels(version):
    """The five levels as choices, in the language of the page."""
    return [(str(said["value"]), str(Words(said["label"]))) for said in version.levels]


class BeginForm(forms.ModelForm):
    """Which conversation this is, in which language, and with which questions where an agency uses several sets."""

    class Meta:
        model = Assessment
        fields = ["version", "occasion", "language"]
        labels = {"version": gettext_lazy("Which questions")}
        widgets = {"version": Pills, "occasion": Pills}

    def __init__(self, *args, versions, **kwargs):
        super().__init__(*args, **kwargs)
        if len(versions) > 1:
            self.fields["version"].queryset = versions
            self.fields["version"].choices = [(version.pk, str(version.instrument)) for version in versions]
        else:
            del self.fields["version"]


class FinishForm(forms.ModelForm):
    """When and how we talked."""

    class Meta:
        model = Assessment
        fields = ["done_on", "took_part", "language", "with_interpreter", "place"]
        field_classes = {"done_on": PastDay}
        widgets = {"took_part": PillsMany, "place": Pills}

    helper = rows(side_by_side("done_on", "language"), "with_interpreter", "took_part", "place")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["done_on"].required = True
        self.fields["took_part"].queryset = self.instance.family.members.exclude(role=FamilyMember.Role.CHILD)

    def clean(self):
        cleaned = super().clean()
        done_on = cleaned.get("done_on")
        if done_on and done_on < self.instance.started_on:
            self.instance.started_on = done_on  # typed in later, from paper
        return cleaned


class SuggestedNeedForm(forms.ModelForm):
    """A need an answer speaks of. It is kept when it is ticked."""

    keep = forms.BooleanField(required=False)

    class Meta:
        model = Need
        fields = ["category", "what", "urgency", "interest"]
        widgets = {"urgency": Pills, "interest": Pills}

    helper = rows("what", "category", "urgency", "interest")

    def __init__(self, data=None, *args, already=None, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.already = already
        self.initial.setdefault("keep", already is None)
        self.fields["category"].queryset = catalogue.in_use(self.instance.category_id)
        self.fields["urgency"].choices = Need.Degree.choices
        self.fields["interest"].choices = Answer.WorkOn.choices

    @property
    def is_wanted(self):
        return self.is_bound and bool(self.data.get(self.add_prefix("keep")))


class StaffLevelForm(forms.Form):
    """What staff think about one question."""

    level = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)

    def __init__(self, *args, item, version, answer=None, **kwargs):
        initial = {"level": answer.staff_level if answer else None}
        super().__init__(*args, prefix=item.code, initial=initial, **kwargs)
        self.item = item
        self.answer = answer
        self.fields["level"].label = str(item.label)
        self.fields["level"].choices = [("", _("No level of our own")), *_levels(version)]
        self.fields["level"].widget.attrs["class"] = "form-select"
