"""A hidden address, and the number of whom nobody is to contact, stand on no page, print or paper of anybody."""

import pytest

from agency import pdf
from agency.access import Role
from tests.guards import graph, pages

HIDDEN = ("Hushaby", "Whisperton")
SILENT = ("5305550188", "555-0188")
OF_THE_PERSON = ("families:member", "families:contact")  # where a number is corrected, by who serves them


def test_a_hidden_address_is_on_no_page(walked):
    _graph, result = walked

    assert [str(page) for page in result if any(word in page.text for word in HIDDEN)] == []


def test_nobody_is_led_to_call_or_write_whom_nobody_is_to_contact(walked):
    _graph, result = walked
    leads = [f"{scheme}:{number}" for scheme in ("tel", "sms") for number in SILENT]

    named = [str(page) for page in result if page.name not in OF_THE_PERSON and any(n in page.text for n in SILENT)]

    assert named == []
    assert [str(page) for page in result if any(lead in page.text for lead in leads)] == []


@pytest.mark.django_db
def test_a_hidden_address_is_in_no_pdf(monkeypatch):
    printed = []
    monkeypatch.setattr(pdf, "render", lambda *args, **more: printed.append(repr((args, more))) or b"%PDF-1.7")
    g = graph.build()
    client = pages._client(g.people[Role.WORKER], g)

    for name, _view, address in pages.addresses(g):
        if "pdf" in name or "pdf" in address:
            client.get(address)

    assert printed
    assert [text for text in printed if any(word in text for word in (*HIDDEN, *SILENT))] == []
