"""What stands on paper about a service: how to ask, how to get there, what to bring. In one language, or in two."""

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners import cards, openhours

BETWEEN = " · "


def entry(service, *languages):
    """One service on paper. No staff-only number, no contact person, no confidential place, nothing about a family."""
    return {
        "service": service,
        "texts": _texts(service, languages),
        "numbers": service.numbers(),
        "facts": _in_each(languages, lambda: _facts(service)),
        "checked": BETWEEN.join(_each(languages, lambda: cards.checked_on(service))),
    }


def _texts(service, languages):
    """What a family gets, in each language we have it in."""
    said = {language: service.described(language) for language in languages}
    return [{"lang": lang, "text": text} for lang, text in said.items() if text and text not in _before(said, lang)]


def _before(said, language):
    names = list(said)
    return [said[name] for name in names[: names.index(language)]]


def _each(languages, tell):
    """What is told in each language, once where both say the same."""
    told = []
    for language in languages:
        with translation.override(language):
            told.append(tell())
    return list(dict.fromkeys(told))


def _in_each(languages, tell):
    """Label and value of each fact, the languages side by side."""
    told = []
    for language in languages:
        with translation.override(language):
            told.append(tell())
    return [{"label": _joined(row, "label"), "value": _joined(row, "value")} for row in zip(*told, strict=True)]


def _joined(row, key):
    return BETWEEN.join(dict.fromkeys(capfirst(fact[key]) for fact in row))


def _facts(service):
    shown = [place for place in service.places() if not place.is_confidential]
    lines = [
        *((_("Where"), _address(place)) for place in shown),
        *((_("Getting there"), place.transportation) for place in shown if place.transportation),
        (_("Where"), _("They tell you the place when you call.") if len(shown) < len(service.places()) else ""),
        (_("Rides"), service.transport),
        (_("Hours"), openhours.in_words(service)),
        (_("Languages"), cards.spoken(service)),
        (_("Cost"), cards.cost(service)),
        (_("Ages"), cards.ages(service)),
        (_("Who can get it"), cards.who(service)),
        (_("Bring"), "; ".join(str(paper) for paper in service.documents.all())),
        (_("How to ask for it"), service.application_process),
        (_("To know before going"), service.alert),
    ]
    return [{"label": label, "value": value} for label, value in lines if value]


def _address(place):
    return ", ".join(part for part in (place.name, place.address_line()) if part)
