"""The questions of a conversation on paper, with boxes to tick: a PDF in English, in Spanish or in both."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from agency import pdf
from agency.languages import OURS
from agency.models import Agency
from agency.templatetags.look import on
from agency.words import Words
from families.forms.assessment import NO_LEVEL, WORK_ON

TEMPLATE = Path(__file__).parent / "pdf" / "questions.typ"


def sheets(version, language="", last=None):
    """The PDF. Without one of our languages it speaks all of them; with `last`, last time's answers are marked.

    What was said about a restricted matter is never marked: paper travels.
    """
    languages = [language] if language in OURS else list(OURS)
    agency = Agency.objects.first()
    data = {
        "agency": agency.name if agency else "",
        "language": languages[0],
        "title": _said(version.instrument.title, languages),
        "intro": _said(version.intro, languages, " "),
        "parts": _parts(version, languages, _levels_of(last)),
        "levels": [{"value": level["value"], "text": _said(level["label"], languages)} for level in version.levels],
    }
    return pdf.render(TEMPLATE, data | {name: _in_each(words, languages) for name, words in _fixed(last).items()})


def _fixed(last):
    """The words that stand on every sheet; asked anew in each language."""
    on_day = last.done_on if last else None
    return {
        "who": lambda: _("Who took part"),
        "day": lambda: _("Day"),
        "place": lambda: _("Where"),
        "rules": lambda: _("Tick what is closest to true. You may leave out any question."),
        "ways_out": lambda: [str(label) for _code, label in NO_LEVEL],
        "work_on": lambda: _("Would you like to work on this?"),
        "when": lambda: [str(label) for _code, label in WORK_ON],
        "urgent": lambda: _("This cannot wait until tomorrow"),
        "last": lambda: _("The gray box is what you said last time, %(day)s.") % {"day": on(on_day)} if last else "",
    }


def _in_each(words, languages):
    said = []
    for language in languages:
        with translation.override(language):
            said.append(words())
    if isinstance(said[0], list):
        return [_joined(pair) for pair in zip(*said, strict=True)]
    return _joined(said)


def _said(words, languages, between=" / "):
    """A text in each language; one that waits for its translation is printed in English."""
    words = Words(words or {})
    return _joined([words.get(language, "") for language in languages], between) or words.get("en", "")


def _joined(texts, between=" / "):
    """Each text once, however many languages say it alike."""
    return between.join(dict.fromkeys(text for text in texts if text))


def _levels_of(last):
    if last is None:
        return {}
    known = last.answers.exclude(level=None).exclude(item__category__is_restricted=True)
    return dict(known.values_list("item__code", "level"))


def _parts(version, languages, before):
    items = list(version.items.all())
    return [
        {
            "name": _said(version.outcome(number)["plain_name"], languages),
            "ask": _said(version.outcome(number)["ask"], languages),
            "items": [_item(item, languages, before) for item in items if item.outcome == number],
        }
        for number in version.numbers
    ]


def _item(item, languages, before):
    return {
        "label": _said(item.label, languages),
        "ask": _said(item.ask, languages),
        "strength": _said(item.strength_ask, languages),
        "anchors": {level: _said(words, languages) for level, words in item.anchors.items()},
        "before": before.get(item.code),
    }
