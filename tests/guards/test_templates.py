"""What every template keeps to: nothing inline, errors above each form, and one line on top of each shared piece."""

import re

import pytest
from django.conf import settings

TEMPLATES = settings.BASE_DIR / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))
INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=\"|javascript:", re.IGNORECASE)
PIECES = ("_form.html", "_choices.html")  # forms drawn in several pages, each with the errors above it
DRAWS_A_FORM = re.compile(r"\{\{ \w+\|crispy \}\}|\{% crispy |\{% include \"\w+/(_form|_choices)\.html\"")
FRAME = re.compile(r"\{% extends \"([^\"]+)\"")


def named(path):
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_nothing_is_inline_for_the_content_policy_would_refuse_it(path):
    assert INLINE.findall(path.read_text()) == []


def has_errors(path):
    """A page, or the frame it stands in, shows what to look at before this can be saved."""
    text = path.read_text()
    frame = FRAME.search(text)
    return "components/_errors.html" in text or bool(frame and has_errors(TEMPLATES / frame[1]))


DRAWING = [path for path in PAGES if path.name not in PIECES and DRAWS_A_FORM.search(path.read_text())]


@pytest.mark.parametrize("path", DRAWING, ids=named)
def test_a_form_has_its_errors_above_it(path):
    """crispy's own error box is empty (bootstrap5/errors.html): a page that forgets this shows no form-wide error."""
    assert has_errors(path) or path.parts[-2] == "elements"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("components/_*.html")), ids=named)
def test_a_shared_piece_says_on_its_first_line_what_it_needs(path):
    first = path.read_text().splitlines()[0]

    assert re.match(r"\{# .*(Needs:|May have:)", first)
