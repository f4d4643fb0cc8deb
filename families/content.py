"""An instrument as a file: the one that comes with us, and those a manager brings or takes away. Kept as versions."""

import json
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from agency.models import ServiceCategory
from families.models import Instrument, InstrumentVersion, Item

STRENGTHS_CONVERSATION = Path(__file__).parent / "content" / "strengths-conversation.json"
ITEM_WORDS = ("label", "ask", "strength_ask", "anchors")


class UnknownCategory(Exception):
    """A question names a service category that is not in the catalogue. The text names both."""


@transaction.atomic
def load_instrument(path=STRENGTHS_CONVERSATION):
    """The version in use that comes with us: the one there is, else a new one when the file has changed.

    Once an agency has made a version of its own, its words stand and the file is left alone.
    """
    content = json.loads(Path(path).read_text(encoding="utf-8"))
    instrument, _made = Instrument.objects.get_or_create(code=content["code"], defaults={"title": content["title"]})
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
