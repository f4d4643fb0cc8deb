"""No page says a word in English that a translator has never seen."""

import re
from collections import defaultdict

import pytest
from django.db import models
from django.utils import translation

from agency.demo import PASSWORD
from agency.models import User
from reports.exports import shown
from reports.pir import reference
from supervision import prompts
from tests.guards.graph import CONFIDED
from tests.guards.models import our_models
from tests.guards.pages import read
from tests.guards.pseudo import LANGUAGE, pseudo, spoken

WORD = re.compile(r"[A-Za-z]{2,}")
# What is the same in every language, or stands in its own words on purpose.
AS_IT_IS = re.compile(
    rf"English|Español|Esperanto|{PASSWORD}"
    r"|https?://\S+|\S+@\S+|/\S*|\b[CB]\.\d+\S*"
    r"|\d+-a de \S+|\bje \d"  # how Django writes a day and an hour in this language
    r"|\{\w+\}|quilfeather"  # filled in by a script; asked of the search by the walk
    r"|^\s*[A-Z]{1,3}\s*$"  # initials
    r"|\b\d+ CFR [\d.()\w]+"  # where a rule stands
    r"|^(?:id|name)(?= îš ħéřé$|$)"  # headings of the file the walk brings
    r"|\bPIR\b|\bPDF\b|\bCSV\b|\bXLSX\b|\bHSDS\b"
)


def stored_texts():
    """Everything the graph holds in text fields without choices: what people have typed, not what we say.

    And what speaks its own languages in a file of ours, what PostgreSQL hides from the one who asks here, and the
    columns of exported tables and of the country's file: a file is the same in every language, and so is what its
    columns mean.
    """
    found = {CONFIDED, *_texts([(group["title"], group["questions"]) for group in prompts.groups()])}
    found |= set(reference.columns())
    found |= {
        text for table in shown.offered() for one in _columns(table) for text in (one.code, one.kind, one.meaning)
    }
    for model in [*our_models(), User]:
        names = [f.name for f in model._meta.concrete_fields if _holds_words(f)]
        for values in model._base_manager.values_list(*names) if names else ():
            for value in values:
                found.update(_texts(value))
    return sorted({text.strip() for text in found if len(text.strip()) > 1}, key=len, reverse=True)


def _columns(table):
    return (*table.columns, *table.further)


def _holds_words(field):
    return isinstance(field, (models.CharField, models.TextField, models.JSONField)) and not field.choices


def _texts(value):
    if isinstance(value, str):
        yield value
        yield from value.splitlines()
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)


@pytest.fixture(scope="module")
def spoken_pages(walked_in_pseudo):
    texts, pages = walked_in_pseudo
    typed = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(text)}(?![a-z])" for text in texts))
    return typed, [page for page in pages if page.is_html]


def bare_words(text, typed):
    """English that is left when what people typed and what is the same everywhere is taken out.

    In either order: what people typed may hold a word that is the same everywhere, and the other way round.
    """
    left = WORD.findall(typed.sub(" ", AS_IT_IS.sub(" ", text)))
    return left and WORD.findall(AS_IT_IS.sub(" ", typed.sub(" ", text)))


def test_no_page_says_a_word_no_translator_has_seen(spoken_pages):
    typed, pages = spoken_pages
    bare = defaultdict(set)
    for page in pages:
        for text in read(page.text).read:
            if bare_words(text, typed):
                bare[page.name].add(" ".join(text.split())[:100])

    assert dict(bare) == {}


@pytest.mark.parametrize("address", ["/welcome", "/no-such-page", "/accounts/login/"])
def test_the_first_page_and_the_pages_for_what_went_wrong_are_translated(client, agency, address):
    if address == "/welcome":
        agency.delete()
    nothing = re.compile(r"(?!)")
    with spoken():
        answer = client.get(address, headers={"accept-language": LANGUAGE})

    texts = read(answer.content.decode()).read
    assert [text for text in texts if bare_words(text.replace(agency.name, ""), nothing)] == []
    assert len(texts) > 3


def test_every_page_of_the_walk_was_opened_in_the_pseudo_language(spoken_pages, walked):
    _typed, pages = spoken_pages
    _graph, plain = walked

    in_english = {page.name for page in plain if page.is_html and page.status == 200}

    assert in_english - {page.name for page in pages if page.status == 200} == set()


def test_the_pseudo_language_leaves_no_plain_letter():
    assert pseudo("Save %(n)s of 100%% <b>notes</b>, {time} &amp; %s") == (
        "Šåṽé %(n)s öƒ 100%% <b>ñöţéš</b>, {time} &amp; %s"
    )


def test_the_pseudo_language_is_asked_for_every_kind_of_text():
    with spoken(), translation.override(LANGUAGE):
        said = [
            translation.gettext("Save"),
            translation.pgettext("menu", "Save"),
            translation.ngettext("day", "days", 2),
            translation.npgettext("clock", "day", "days", 1),
        ]

    assert said == ["Šåṽé", "Šåṽé", "đåýš", "đåý"]
