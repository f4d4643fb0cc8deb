"""The default instrument: read from its file, kept as a version. A changed word makes a new version."""

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
    """The version that asks what the file says: the current one when nothing changed, else a new one."""
    content = json.loads(Path(path).read_text(encoding="utf-8"))
    instrument, _made = Instrument.objects.get_or_create(code=content["code"], defaults={"title": content["title"]})
    current = instrument.current()
    if current and _said_by(current) == _said_in(content):
        return current
    instrument.versions.filter(retired_on=None).update(retired_on=timezone.localdate())
    return _new_version(instrument, content)


def _new_version(instrument, content):
    newest = instrument.versions.order_by("-number").first()
    version = InstrumentVersion.objects.create(
        instrument=instrument,
        number=newest.number + 1 if newest else 1,
        published_on=timezone.localdate(),
        intro=content["intro"],
        levels=content["levels"],
        outcome_texts=content["outcomes"],
    )
    categories = {category.code: category for category in ServiceCategory.objects.all()}
    Item.objects.bulk_create(_item(version, n, item, categories) for n, item in enumerate(content["items"], start=1))
    return version


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


def _said_in(content):
    """What a file asks, in a form that can be compared."""
    fields = ("code", "outcome", "urgent", "for", "category", *ITEM_WORDS)
    items = [[item.get(name) or None for name in fields] for item in content["items"]]
    return [content["intro"], content["levels"], content["outcomes"], items]


def _said_by(version):
    """What a stored version asks, in the same form."""
    items = [
        [item.code, item.outcome, item.is_urgent or None, item.concerns, item.category and item.category.code]
        + [getattr(item, name) or None for name in ITEM_WORDS]
        for item in version.items.select_related("category")
    ]
    return [version.intro, version.levels, version.outcome_texts, items]
