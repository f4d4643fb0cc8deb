"""The words of an instrument, in each of our languages side by side."""

import hashlib

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.languages import OURS
from agency.models import ServiceCategory
from families import content, instruments
from families.forms.needs import offer_categories
from families.models import Item, Outcome

LARGEST = 1024 * 1024  # bytes of a file; ours has forty thousand


class SideBySideForm(forms.Form):
    """Texts in each of our languages. English must be there; what is missing in another is shown, and can wait.

    `was` is a mark of what was stored when the page was opened: what a colleague saved since then is shown beside the
    boxes before it is overwritten.
    """

    was = forms.CharField(required=False, widget=forms.HiddenInput)
    texts = ()  # (name, label, rows of the box)

    def __init__(self, *args, stored=None, initial=None, **kwargs):
        self.stored = stored or {}
        shown = {_box(name, language): words.get(language, "") for name, words, language in self._each()}
        super().__init__(*args, initial=shown | {"was": self._print()} | (initial or {}), **kwargs)
        for name, label, rows in self.all_texts():
            for language in OURS:
                self.fields[_box(name, language)] = self._box(name, label, rows, language)

    def all_texts(self):
        return self.texts

    def _each(self):
        for name, _label, _rows in self.all_texts():
            for language in OURS:
                yield name, self.stored.get(name) or {}, language

    def _box(self, name, label, rows, language):
        """A box of the size its text needs, in its language: the spelling checker wants to know."""
        attrs = {"lang": language, "rows": rows, "class": "form-control", "data-language": language}
        widget = forms.Textarea(attrs) if rows > 1 else forms.TextInput(attrs)
        return forms.CharField(
            label=_("%(text)s, in %(language)s") % {"text": label, "language": OURS[language]},
            required=language == "en" and name in self.required_texts(),
            max_length=content.LONGEST,
            widget=widget,
        )

    def required_texts(self):
        return {name for name, _label, _rows in self.all_texts()}

    def pairs(self):
        """What the template draws: a text, and its box in each language."""
        for name, label, _rows in self.all_texts():
            boxes = [self._pair(name, language) for language in OURS]
            yield {"name": name, "label": label, "boxes": boxes}

    def _pair(self, name, language):
        field = self[_box(name, language)]
        stored = (self.stored.get(name) or {}).get(language, "")
        theirs = stored if getattr(self, "is_newer", False) and stored != (field.value() or "") else ""
        return {"field": field, "language": OURS[language], "empty": not field.value(), "theirs": theirs}

    def words(self, name):
        """A text as typed, by language; a language without one is left out."""
        typed = {language: self.cleaned_data[_box(name, language)].strip() for language in OURS}
        return {language: text for language, text in typed.items() if text}

    def clean(self):
        typed = super().clean()
        if self.stored and typed.get("was") and typed["was"] != self._print():
            self.is_newer = True
            self.data = self.data.copy()
            self.data[self.add_prefix("was")] = self._print()
            raise forms.ValidationError(
                _("A colleague changed this since you opened it. Theirs stands below yours; save again to keep yours.")
            )
        return typed

    def _print(self):
        held = {f"{name}_{language}": words.get(language, "") for name, words, language in self._each()}
        return hashlib.sha256(repr(sorted(held.items())).encode()).hexdigest()[:12] if self.stored else ""


def _box(name, language):
    return f"{name}_{language}"


class NameForm(SideBySideForm):
    """A new instrument begins with its name."""

    texts = (("title", gettext_lazy("Name"), 1),)


class WordsForm(SideBySideForm):
    """What stands above all questions."""

    def all_texts(self):
        levels = [(f"level_{n}", _("Level %(n)s") % {"n": n}, 1) for n in instruments.LEVELS]
        return [("title", _("Name"), 1), ("intro", _("What we say before we begin"), 4), *levels]

    def required_texts(self):
        return {name for name, _label, _rows in self.all_texts()} - {"intro"}

    def levels(self):
        return [{"value": n, "label": self.words(f"level_{n}")} for n in instruments.LEVELS]

    @staticmethod
    def stored_in(version):
        levels = {f"level_{level['value']}": level["label"] for level in version.levels}
        return {"title": version.instrument.title, "intro": version.intro} | levels


class PartForm(SideBySideForm):
    """One outcome: what staff call it, what parents read, and the question that opens it."""

    texts = (
        ("name", gettext_lazy("What staff and reports call it"), 1),
        ("plain_name", gettext_lazy("What parents read"), 1),
        ("ask", gettext_lazy("The question that opens this part"), 2),
    )

    def required_texts(self):
        return {"name"}


class ItemForm(SideBySideForm):
    """One question: its words, what each level means, and what may follow from it."""

    outcome = forms.TypedChoiceField(label=gettext_lazy("Part"), coerce=int)
    category = forms.ModelChoiceField(
        ServiceCategory.objects.none(), required=False, label=gettext_lazy("Kind of help a need would be")
    )
    concerns = forms.ChoiceField(label=gettext_lazy("Whom it concerns"), choices=Item.For.choices)
    is_urgent = forms.BooleanField(required=False, label=gettext_lazy("Level 1 may not wait until tomorrow"))

    def __init__(self, *args, item, version, initial=None, **kwargs):
        self.item = item
        about = {
            "outcome": item.outcome,
            "category": item.category_id,
            "concerns": item.concerns,
            "is_urgent": item.is_urgent,
        }
        super().__init__(*args, stored=_stored_in(item) if item.pk else {}, initial=about | (initial or {}), **kwargs)
        names = {number: str(version.outcome(number)["name"]) for number in Outcome.values}
        self.fields["outcome"].choices = list(names.items())
        offer_categories(self.fields["category"], item.category_id)

    def all_texts(self):
        anchors = [(f"anchor_{n}", _("Level %(n)s means") % {"n": n}, 2) for n in instruments.LEVELS]
        return [
            ("label", _("Name of the question"), 1),
            ("ask", _("What we ask"), 2),
            *anchors,
            ("strength_ask", _("What we ask about strengths"), 2),
        ]

    def required_texts(self):
        return {"label", "ask"}

    def about(self):
        """The fields that are not words."""
        return [self[name] for name in ("outcome", "category", "concerns")]

    def filled(self):
        """The question as typed."""
        for name in ("outcome", "category", "concerns", "is_urgent"):
            setattr(self.item, name, self.cleaned_data[name])
        for name in ("label", "ask", "strength_ask"):
            setattr(self.item, name, self.words(name))
        self.item.anchors = {str(n): self.words(f"anchor_{n}") for n in instruments.LEVELS}
        return self.item


def _stored_in(item):
    anchors = {f"anchor_{n}": item.anchors.get(str(n)) or {} for n in instruments.LEVELS}
    return {"label": item.label, "ask": item.ask, "strength_ask": item.strength_ask} | anchors


class BringForm(forms.Form):
    """A file that holds an instrument."""

    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("JSON, as this page hands it out."))

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise forms.ValidationError(_("This file is too large to be a set of questions."))
        try:
            return content.read(upload.read().decode("utf-8-sig"))
        except UnicodeDecodeError as trouble:
            raise forms.ValidationError(_("This is not a JSON file.")) from trouble
        except content.NotAnInstrument as sentence:
            raise forms.ValidationError(str(sentence)) from sentence
