"""An instrument as a file: the one that comes with us, and those a manager brings or takes away. Kept as versions."""

import json
import re
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.languages import OURS
from agency.models import ServiceCategory
from families.models import Instrument, InstrumentVersion, Item, Outcome

STRENGTHS_CONVERSATION = Path(__file__).parent / "content" / "strengths-conversation.json"
ITEM_WORDS = ("label", "ask", "strength_ask", "anchors")


class UnknownCategory(Exception):
    """A question names a service category that is not in the catalogue. The text names both."""


class NotAnInstrument(Exception):
    """A file does not hold an instrument. The text says where it fails."""


def usual():
    """What the instrument that comes with us says."""
    return json.loads(STRENGTHS_CONVERSATION.read_text(encoding="utf-8"))


@transaction.atomic
def load_instrument(path=STRENGTHS_CONVERSATION):
    """The version in use that comes with us: the one there is, else a new one when the file has changed.

    Once an agency has made a version of its own, its words stand and the file is left alone.
    """
    content = json.loads(Path(path).read_text(encoding="utf-8"))
    instrument, _is_new = Instrument.objects.get_or_create(code=content["code"], defaults={"title": content["title"]})
    current = instrument.current()
    if current and (said_by(current) == said_in(content) or instrument.versions.exclude(made_by=None).exists()):
        return current
    version = draft_from(instrument, content)
    publish(version)
    return version


def draft_from(instrument, content, made_by=None):
    """A new version that asks what `content` says, not published yet."""
    newest = instrument.versions.order_by("-number").first()
    version = InstrumentVersion.objects.create(
        instrument=instrument,
        number=newest.number + 1 if newest else 1,
        intro=content["intro"],
        levels=content["levels"],
        outcome_texts=content["outcomes"],
        made_by=made_by,
    )
    categories = {category.code: category for category in ServiceCategory.objects.all()}
    Item.objects.bulk_create(_item(version, n, item, categories) for n, item in enumerate(content["items"], start=1))
    return version


def publish(version):
    """From today on this version is asked, and the one before is not."""
    today = timezone.localdate()
    version.instrument.versions.exclude(published_on=None).filter(retired_on=None).update(retired_on=today)
    version.published_on = today
    version.save(update_fields=["published_on"])


def _item(version, position, item, categories):
    code = item.get("category")
    if code and code not in categories:
        raise UnknownCategory(f"Question {item['code']} names the category {code!r}, which is not in the catalogue.")
    return Item(
        version=version,
        position=position,
        code=item["code"],
        outcome=item["outcome"],
        is_urgent=item["urgent"],
        concerns=item["for"],
        category=categories.get(code),
        **{name: item[name] for name in ITEM_WORDS},
    )


def as_file(version):
    """A stored version in the form of a file, so that it can be taken away and brought back."""
    return {
        "code": version.instrument.code,
        "title": dict(version.instrument.title),
        "intro": dict(version.intro),
        "levels": version.levels,
        "outcomes": version.outcome_texts,
        "items": [_as_file(item) for item in version.items.select_related("category")],
    }


def _as_file(item):
    return {
        "code": item.code,
        "outcome": item.outcome,
        "urgent": item.is_urgent,
        "for": item.concerns,
        "category": item.category.code if item.category else None,
        **{name: getattr(item, name) for name in ITEM_WORDS},
    }


def said_in(content):
    """What a file asks, in a form that can be compared."""
    fields = ("code", "outcome", "urgent", "for", "category", *ITEM_WORDS)
    items = [[item.get(name) or None for name in fields] for item in content["items"]]
    return [content["intro"], content["levels"], content["outcomes"], items]


def said_by(version):
    """What a stored version asks, in the same form."""
    return said_in(as_file(version))


# ---- a file somebody brings ----------------------------------------------------------------------------------------

LONGEST = 600  # characters of one text; what a screen and a sheet of paper can show
MOST_ITEMS = 200


def read(text):
    """The instrument a file holds, every part of it looked at. Raises NotAnInstrument with a sentence."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as trouble:
        raise NotAnInstrument(_("This is not a JSON file.")) from trouble
    _must(isinstance(content, dict), _("The file must hold one set of questions."))
    code = content.get("code")
    _must(
        isinstance(code, str) and re.fullmatch(r"[a-z0-9-]{1,60}", code), _("“code” must be small letters and dashes.")
    )
    said = {name: _words(content.get(name), name) for name in ("title", "intro")}
    _must(said["title"].get("en"), _("“title” is missing in English."))
    return said | {
        "code": code,
        "levels": _levels(content.get("levels")),
        "outcomes": [_outcome(one) for one in _list(content.get("outcomes"), "outcomes")],
        "items": _items(_list(content.get("items"), "items")),
    }


def _must(is_so, sentence):
    if not is_so:
        raise NotAnInstrument(sentence)


def _list(value, name):
    is_list = isinstance(value, list) and len(value) <= MOST_ITEMS and all(isinstance(one, dict) for one in value)
    _must(is_list, _("“%(name)s” must be a list.") % {"name": name})
    return value


def _words(value, where):
    """A text by language; only our own languages are taken."""
    value = {} if value is None else value
    is_words = isinstance(value, dict) and all(map(_is_text, value.values()))
    _must(is_words, _("“%(name)s” must be a text by language, not too long.") % {"name": where})
    return {language: value[language].strip() for language in OURS if value.get(language, "").strip()}


def _is_text(value):
    """A text the database can hold: no zero byte, no half of a character."""
    is_text = isinstance(value, str) and len(value) <= LONGEST
    return is_text and "\x00" not in value and not re.search("[\ud800-\udfff]", value)


def _levels(value):
    levels = _list(value, "levels")
    _must([level.get("value") for level in levels] == [5, 4, 3, 2, 1], _("“levels” must be 5, 4, 3, 2, 1."))
    return [{"value": level["value"], "label": _words(level.get("label"), "levels")} for level in levels]


def _outcome(value):
    number = value.get("number")
    _must(type(number) is int and number in Outcome.values, _("“outcomes” must be numbered 1 to 7."))
    names = ("name", "plain_name", "ask", "regulation_name")
    code = {"code": str(value["code"])[:10]} if value.get("code") else {}
    return {"number": number} | code | {name: _words(value[name], name) for name in names if value.get(name)}


def _items(values):
    items = [_item_in(value) for value in values]
    _must(len({item["code"] for item in items}) == len(items), _("Two questions have the same code."))
    known = set(ServiceCategory.objects.values_list("code", flat=True))
    for item in items:
        said = {"code": item["code"], "category": item["category"]}
        is_known = item["category"] is None or item["category"] in known
        _must(is_known, _("Question %(code)s: there is no kind of help “%(category)s” here.") % said)
    return items


def _item_in(value):
    code = value.get("code")
    _must(isinstance(code, str) and re.fullmatch(r"[A-Za-z0-9]{1,10}", code), _("Each question needs a short code."))
    anchors = value.get("anchors") or {}
    category = value.get("category")
    _must(isinstance(anchors, dict), _("Question %(code)s: “anchors” must be texts by level.") % {"code": code})
    _must(category is None or isinstance(category, str), _("Question %(code)s: “category” is a text.") % {"code": code})
    _must(value.get("outcome") in Outcome.values, _("Question %(code)s: “outcome” is 1 to 7.") % {"code": code})
    concerns = value.get("for", Item.For.ALL)
    _must(concerns in Item.For.values, _("Question %(code)s: “for” is all, baby or special.") % {"code": code})
    return {
        "code": code,
        "outcome": int(value["outcome"]),
        "urgent": value.get("urgent") is True,
        "for": concerns,
        "category": category,
        "anchors": {str(level): _words(anchors.get(str(level)), code) for level in range(1, 6)},
        **{name: _words(value.get(name), code) for name in ("label", "ask", "strength_ask")},
    }
