"""Words listed as people list them."""

import pytest
from django.utils import translation

from agency.languages import named
from agency.words import listed


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("en", ["Rubén", "Inés"], "Rubén and Inés"),
        ("es", ["Rubén", "Ana"], "Rubén y Ana"),
        ("es", ["Rubén", "Inés"], "Rubén e Inés"),
        ("es", ["Ada", "Hilda"], "Ada e Hilda"),
        ("es", ["Ada", "Ian"], "Ada y Ian"),
        ("es", [], ""),
    ],
)
def test_names_are_listed_as_the_language_lists_them(language, names, said):
    with translation.override(language):
        assert listed(names) == said


def test_a_language_typed_in_english_is_named_in_the_language_of_the_page():
    with translation.override("es"):
        assert [named(" english"), named("Mam")] == ["inglés", "Mam"]
