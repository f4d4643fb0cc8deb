"""The walks are made once for all guards that read them, and leave nothing behind."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from agency.access import Role
from tests.guards import graph, pages, pseudo


@pytest.fixture(scope="session")
def walked(django_db_setup, django_db_blocker):
    """(graph, pages): every page of the site, opened as each role."""
    return _walk(django_db_blocker, lambda g: (g, pages.walk(g)))


OPENS_OTHERS = {"referrals:answer-link"}  # leads on to pages that are shut without it
NOT_A_NUMBER = ["page", "center", "version", "need", "partner", "referral", "put", "renew"]
NOT_A_TEXT = ["q", "lang", "show", "ground", "contact", "speaks"]


@pytest.fixture(scope="session")
def walked_oddly(walked, django_db_blocker):
    """Every page with numbers that are none, numbers beyond every row, and signs no database keeps."""
    odd = [(NOT_A_NUMBER, "%C2%B2"), (NOT_A_NUMBER, "9" * 30), (NOT_A_TEXT, "a%00b")]
    queries = ["?" + "&".join(f"{name}={said}" for name in names) for names, said in odd]

    def walk(g):
        return [page for query in queries for page in pages.oddly(g, Role.SUPERVISOR, query)]

    return _walk(django_db_blocker, walk)


@pytest.fixture(scope="session")
def walked_in_pseudo(walked, django_db_blocker):
    """(what is stored, pages): each page that opened, in the pseudo-language, as the first role that could."""
    from tests.guards.test_words import stored_texts

    _graph, plain = walked
    firsts = {}
    for page in plain:
        if page.status == 200 or page.name in OPENS_OTHERS:
            firsts.setdefault((page.name, page.role if page.name.startswith("workspace:") else ""), page.role)

    def speak(g):
        with pseudo.spoken():
            chosen = lambda name, role: role in {r for (n, _), r in firsts.items() if n == name}  # noqa: E731
            return stored_texts(), pages.walk(g, pseudo.LANGUAGE, chosen)

    return _walk(django_db_blocker, speak)


def _walk(blocker, walk):
    with blocker.unblock(), transaction.atomic(), override_settings(DEMO=True, MAIL="outbox"):
        cache.clear()
        result = walk(graph.build())
        transaction.set_rollback(True)
    return result
