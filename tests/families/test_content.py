"""The default instrument: loaded once, a new version when a word changes."""

import json

import pytest

from agency.content import load_catalogue
from families.content import STRENGTHS_CONVERSATION, UnknownCategory, load_instrument
from families.models import Instrument, InstrumentVersion, Item


@pytest.fixture
def changed(tmp_path):
    """`changed(edit)` is the default file after `edit(content)`."""

    def write(edit):
        content = json.loads(STRENGTHS_CONVERSATION.read_text(encoding="utf-8"))
        edit(content)
        path = tmp_path / "changed.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return write


@pytest.fixture
def loaded(db):
    load_catalogue()
    return load_instrument()


def test_the_conversation_has_thirty_four_questions_in_two_languages(loaded):
    items = list(loaded.items.all())

    assert (len(items), {len(item.anchors) for item in items}) == (34, {5})
    assert all(words.get("es") for item in items for words in (item.label, item.ask, *item.anchors.values()))


def test_loading_twice_changes_nothing(loaded):
    again = load_instrument()

    assert (again, InstrumentVersion.objects.count(), Item.objects.count()) == (loaded, 1, 34)


def test_a_changed_word_is_a_new_version_and_the_old_one_is_retired(loaded, changed):
    path = changed(lambda content: content["items"][0]["ask"].update(en="How is your home?"))

    newer = load_instrument(path)

    loaded.refresh_from_db()
    assert (newer.number, Instrument.objects.get().current(), loaded.retired_on is not None) == (2, newer, True)


def test_a_category_nobody_knows_stops_the_load_with_its_name(loaded, changed):
    path = changed(lambda content: content["items"][3].update(category="unicorns"))

    with pytest.raises(UnknownCategory, match="WB4.*'unicorns'"):
        load_instrument(path)

    assert InstrumentVersion.objects.count() == 1
