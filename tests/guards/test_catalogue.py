"""Every word of ours can be read in Spanish, with the same placeholders."""

from agency import catalogue


def test_every_text_has_good_spanish():
    assert list(catalogue.missing("es")) == []
