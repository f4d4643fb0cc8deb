"""A reflection is read by two people. Every page, file and table is looked at for a word of it."""

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from psycopg2.sql import SQL, Identifier

from agency.access import Role
from reports.exports import tables
from supervision import between_two
from tests.agency.factories import UserFactory
from tests.guards import graph, pages, test_logs
from tests.guards.graph import CONFIDED
from tests.guards.models import OURS, ROOT
from tests.reports.exporting import made, table
from tests.supervision.factories import SessionFactory

log = test_logs.log  # the fixture: what our own handler writes
WORD = CONFIDED.split()[0]


def test_the_walk_meets_it_on_the_page_of_its_session_as_one_of_the_two_and_nowhere_else(walked):
    _graph, result = walked
    shows = {(page.role, page.name) for page in result if WORD in page.text}

    assert shows == {("worker", "supervision:session"), ("supervisor", "supervision:session")}


@pytest.fixture(scope="module")
def strangers(django_db_setup, django_db_blocker):
    """Every address as a colleague with another caseload, a supervisor of the same center, and nobody."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(DEMO=True, MAIL="outbox"):
        g = graph.build()
        roles = (Role.WORKER, Role.SUPERVISOR)
        g.people = {role: UserFactory(role=role, center=g.center) for role in roles}
        found = [page for page in pages.walk(g) if page.name not in pages.DOORS]
        nobody = Client()
        found += [
            pages._open(nobody, name, view, address, "nobody")
            for name, view, address in pages.addresses(g)
            if name.startswith("supervision:")
        ]
        tables = _tables_with_a_word_of_it()
        searched = _searched(g)
        transaction.set_rollback(True)
    return found, tables, searched


def _tables_with_a_word_of_it():
    """Every table, history, drafts, sessions and logs among them, asked as the owner of all of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for name in tables:
            question = SQL("SELECT 1 FROM {} row WHERE row::text LIKE %s LIMIT 1").format(Identifier(name))
            cursor.execute(question, [f"%{WORD}%"])
            found += [name] if cursor.fetchone() is not None else []
        return found


def _searched(g):
    """What the search finds for each of the two, who know the word."""
    found = []
    for person in (g.worker, g.flag.raised_by):
        client = Client()
        client.force_login(person)
        page = client.post(reverse("workspace:search"), {"q": WORD}, follow=True)
        found.append((page.context["found"] is not None, CONFIDED in page.content.decode()))
    return found


def test_neither_a_colleague_nor_another_supervisor_nor_nobody_meets_it(strangers):
    found, _tables, _searched_ = strangers

    assert [str(page) for page in found if WORD in page.text] == []
    asked = [page for page in found if page.name == "supervision:session"]
    assert {(page.role, page.status) for page in asked} == {("worker", 404), ("supervisor", 404), ("nobody", 302)}


def test_no_table_but_its_own_holds_a_word_of_it_and_its_own_hides_it(strangers):
    _found, tables, _searched_ = strangers

    assert tables == []


def test_the_search_finds_it_for_nobody(strangers):
    _found, _tables, searched = strangers

    assert searched == [(True, False), (True, False)]


def test_no_export_holds_a_word_of_it(db):
    manager = graph.build().people[Role.MANAGER]
    words = {"notes": {"with_words": True, "why_words": "To look for a word that must not be there"}}

    files = [made(by=manager, what=code, **words.get(code, {})) for code in tables.every()]
    rows = [row for file in files for row in table(file)]

    assert (len(rows) > len(files), [row for row in rows if WORD in str(row)]) == (True, [])


def test_one_door_alone_knows_the_model():
    """Whoever writes the next report or export has to pass by supervision.between_two, and by this line."""
    sources = [path for app in OURS for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts]
    knowing = [str(path.relative_to(ROOT)) for path in sources if "Reflection" in path.read_text(encoding="utf-8")]

    assert knowing == [
        "supervision/between_two.py",
        "supervision/models/__init__.py",
        "supervision/models/reflection.py",
        "workspace/demo/supervision.py",
    ]


def test_a_form_sent_after_the_session_ended_keeps_no_word_of_it(client, worker, supervisor):
    session = SessionFactory(worker=worker, supervisor=supervisor)
    client.force_login(worker)
    client.get(reverse("workspace:my-day"))
    client.logout()

    client.post(reverse("supervision:session-reflection", args=[session.pk]), {between_two.FIELD: CONFIDED})

    assert WORD not in str(dict(client.session))


def test_an_error_tells_no_word_of_it(client, worker, supervisor, monkeypatch, log):
    def breaks(*, words, **said):
        raise ValueError(words)

    session = SessionFactory(worker=worker, supervisor=supervisor)
    client.force_login(worker)
    client.raise_request_exception = False
    monkeypatch.setattr("supervision.between_two.write", breaks)

    answer = client.post(reverse("supervision:session-reflection", args=[session.pk]), {between_two.FIELD: CONFIDED})

    assert (answer.status_code, WORD in answer.content.decode()) == (500, False)
    assert WORD not in log.getvalue()
