"""Reading instruments for their managers: what stands where, what is missing, what is not translated yet."""

import re

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from agency.languages import OURS
from families.models import Instrument, Item, Outcome

PREFIXES = dict(zip(Outcome.values, ("WB", "PC", "LE", "FL", "TR", "CN", "AL"), strict=True))
ITEM_TEXTS = ("label", "ask")
PART_TEXTS = ("name", "plain_name", "ask")
LEVELS = (5, 4, 3, 2, 1)


def listed():
    """All instruments by name, each with its versions, the newest first."""
    found = Instrument.objects.prefetch_related("versions").order_by("pk")
    counts = dict(Item.objects.values_list("version").annotate(questions=Count("pk")).order_by())
    return [_row(instrument, counts) for instrument in found]


def _row(instrument, counts):
    versions = sorted(instrument.versions.all(), key=lambda version: -version.number)
    for version in versions:
        version.questions = counts.get(version.pk, 0)
    return {"instrument": instrument, "versions": versions, "draft": next((v for v in versions if v.is_draft), None)}


def next_code(version, outcome):
    """A code no version of this instrument has used: answers are compared by it for years."""
    prefix = PREFIXES[outcome]
    known = Item.objects.filter(version__instrument=version.instrument_id, code__startswith=prefix)
    numbers = [int(found[1]) for code in known.values_list("code", flat=True) if (found := re.search(r"(\d+)$", code))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def parts(version):
    """The seven parts with their questions, and of each how much is not translated yet."""
    items = list(version.items.select_related("category"))
    for item in items:
        item.untranslated = [OURS[language] for language in _languages_missing(item)]
    texts = {texts["number"]: texts for texts in version.outcome_texts}
    return [
        {
            "number": number,
            "name": version.outcome(number)["name"],
            "plain_name": version.outcome(number)["plain_name"],
            "items": [item for item in items if item.outcome == number],
            "untranslated": any(_lacks(texts.get(number, {}).get(name)) for name in PART_TEXTS),
        }
        for number in Outcome.values
    ]


def missing(version):
    """What a draft lacks before it can be published: sentences, each with the page that mends it."""
    return [*_above(version), *_of_parts(version), *_of_items(version)]


def _above(version):
    url = reverse("instruments:words", args=[version.pk])
    named = [(_("The name"), version.instrument.title), (_("What we say before we begin"), version.intro)]
    named += [(_("Level %(n)s") % {"n": level["value"]}, level["label"]) for level in version.levels]
    return [_lack(name, words, url) for name, words in named if _lacks(words)]


def _of_parts(version):
    texts = {texts["number"]: texts for texts in version.outcome_texts}
    asked = set(version.items.values_list("outcome", flat=True))
    for number in Outcome.values:
        label = Outcome(number).label
        url = reverse("instruments:part", args=[version.pk, number])
        said = [texts.get(number, {}).get(name) for name in PART_TEXTS]
        if number not in asked:
            add = f"{reverse('instruments:question-add', args=[version.pk])}?outcome={number}"
            yield {"text": _("“%(part)s” has no question.") % {"part": label}, "url": add}
        elif any(map(_lacks, said)):
            yield _lack(_("Part “%(part)s”") % {"part": label}, next(filter(_lacks, said), None), url)


def _of_items(version):
    for item in version.items.all():
        url = reverse("instruments:question", args=[item.pk])
        languages = _languages_missing(item)
        if languages:
            said = {"code": item.code, "label": item.label, "languages": ", ".join(OURS[one] for one in languages)}
            yield {"text": _("%(code)s %(label)s: not in %(languages)s yet.") % said, "url": url}
        if item.category_id is None:
            said = {"code": item.code, "label": item.label}
            yield {"text": _("%(code)s %(label)s: no kind of help, so it can lead to no need.") % said, "url": url}


def _lack(name, words, url):
    languages = ", ".join(OURS[one] for one in OURS if not (words or {}).get(one))
    return {"text": _("%(what)s: not in %(languages)s yet.") % {"what": name, "languages": languages}, "url": url}


def _lacks(words):
    return any(not (words or {}).get(language) for language in OURS)


def _languages_missing(item):
    """Our languages in which a text of the question is missing. A question about strengths may be left out in all."""
    texts = [item.label, item.ask, *(item.anchors.get(str(level)) for level in LEVELS)]
    texts += [item.strength_ask] if any((item.strength_ask or {}).values()) else []
    return [language for language in OURS if any(not (words or {}).get(language) for words in texts)]
