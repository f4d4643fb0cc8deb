"""What families read is easy to read: grade six or below in English, "muy fácil" to "normal" in Spanish."""

import re

import polib
import pytest
from django.conf import settings

from agency.words import Words
from goals import ideas, sections

GRADE = 6  # Flesch-Kincaid, English
EASY = 65  # INFLESZ: from 65 on "bastante fácil", from 80 on "muy fácil"
# Our own words on the paper (goals/paper.py, goals/printing.py) that stand around what a family said.
ON_THE_PAPER = [
    "What we agreed together.",
    "Who does what.",
    "What helps along the way.",
    "Why it matters.",
    "How often we talk about it.",
    "What we bring.",
    "By when.",
    "Sign here, if this is right.",
    "Not signed yet. This is what we have written down so far.",
    "Keep this copy.",
    "Somebody says yes, with a witness.",
]
VOWELS = re.compile(r"[aeiouy]+")
STRONG, SILENT = "aeoáéóíú", re.compile(r"(?<=[^aeiouyl])(?:e|es|ed)$")


def in_english(word):
    """Syllables by groups of vowels, without the silent e at the end."""
    word = word.lower()
    stem = SILENT.sub("", word) if len(word) > 3 else word
    return max(1, len(VOWELS.findall(stem)))


def in_spanish(word):
    """Syllables by vowels; i and u without an accent lean on the vowel beside them."""
    word = re.sub(r"qu|gu(?=[eiéí])", "k", word.lower()).replace("ü", "u").replace("y", "i")
    count, before = 0, ""
    for letter in word:
        if letter in "aeiouáéíóú":
            leans = before and (letter in "iu" or before in "iu")
            count += not leans
            before = letter
        else:
            before = ""
    return max(1, count)


def measured(text, syllables):
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
    sentences = max(1, len(re.findall(r"[^.!?¿¡\s][^.!?]*[.!?]", text)))
    return len(words) / sentences, sum(map(syllables, words)) / len(words)


def grade(text):
    """Flesch-Kincaid."""
    words, syllables = measured(text, in_english)
    return 0.39 * words + 11.8 * syllables - 15.59


def ease(text):
    """Szigriszt-Pazos, read on the INFLESZ scale."""
    words, syllables = measured(text, in_spanish)
    return 206.835 - 62.3 * syllables - words


def own_words(language):
    found = [getattr(section, name) for section in sections.standard() for name in ("heading", "help", "text")]
    said = [Words(words).said_in(language) for words in found if words]
    return " ".join(text if text[-1] in ".?!" else f"{text}." for text in said)


def idea_words(language):
    return " ".join(f"{idea.title.said_in(language)}. {idea.statement.said_in(language)}" for idea in ideas.standard())


@pytest.mark.parametrize(("word", "n"), [("agreed", 2), ("home", 1), ("family", 3), ("together", 3), ("people", 2)])
def test_english_syllables(word, n):
    assert in_english(word) == n


@pytest.mark.parametrize(("word", "n"), [("familia", 3), ("día", 2), ("juntos", 2), ("queremos", 3), ("ciudad", 2)])
def test_spanish_syllables(word, n):
    assert in_spanish(word) == n


@pytest.mark.parametrize("text", [own_words("en"), idea_words("en"), " ".join(ON_THE_PAPER)])
def test_our_english_is_grade_six_or_below(text):
    assert grade(text) <= GRADE


@pytest.mark.parametrize("text", [own_words("es"), idea_words("es")])
def test_our_spanish_is_easy(text):
    assert ease(text) >= EASY


def test_the_translated_words_of_the_paper_are_easy_too():
    path = settings.LOCALE_PATHS[0] / "es" / "LC_MESSAGES" / "django.po"
    catalogue = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
    said = [catalogue.get(text) or catalogue.get(text.rstrip("."), "") for text in ON_THE_PAPER]

    text = " ".join(words if words.endswith(".") else f"{words}." for words in said if words)
    assert len([words for words in said if words]) >= 8
    assert ease(text) >= EASY
