"""What two people confide in each other stays between them, whoever asks and however."""

import pytest
from django.db import DatabaseError, connection, transaction

from agency.database import OnlyPeopleNamed
from supervision import between_two
from supervision.models import Reflection, ReflectionDraft
from tests.supervision.factories import SessionFactory

CONFIDED = "Sitting with her brought back my own first months."


@pytest.fixture
def session(worker, supervisor):
    return SessionFactory(worker=worker, supervisor=supervisor)


@pytest.fixture
def confided(session):
    between_two.write(session=session, words=CONFIDED, by=session.worker)
    return session


def asked(sql, role=None, person=None, params=None):
    """The answer of PostgreSQL to this statement, asked as that role, with that person named in the transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        if role:
            cursor.execute(f"SET LOCAL ROLE {role}")
        if person:
            cursor.execute("SELECT set_config('app.person', %s, true)", [str(person.pk)])
        cursor.execute(sql, params)
        rows = cursor.fetchall() if cursor.description else cursor.rowcount
        transaction.set_rollback(True)
    return rows


@pytest.mark.parametrize("who", ["worker", "supervisor"])
def test_both_read_what_one_of_them_wrote(confided, who):
    reflections, draft = between_two.read(confided, getattr(confided, who))

    assert ([(one.author, one.words) for one in reflections], draft) == ([(confided.worker, CONFIDED)], None)


def test_each_has_one_reflection_a_session_and_may_take_it_back(confided):
    between_two.write(session=confided, words="I want to listen more.", by=confided.worker)
    between_two.write(session=confided, words="Thank you for telling me.", by=confided.supervisor)

    between_two.withdraw(session=confided, by=confided.supervisor)

    reflections, _draft = between_two.read(confided, confided.supervisor)
    assert [one.words for one in reflections] == ["I want to listen more."]


def test_a_draft_is_its_authors_alone(session):
    between_two.keep_draft(session=session, words=CONFIDED, by=session.worker)

    drafts = [between_two.read(session, person)[1] for person in (session.worker, session.supervisor)]

    assert [draft and draft.words for draft in drafts] == [CONFIDED, None]
    assert asked("SELECT count(*) FROM supervision_reflectiondraft", person=session.supervisor) == [(0,)]


@pytest.mark.parametrize("role", [None, "web"])
def test_the_database_shows_nobody_a_reflection_who_is_not_named(confided, outsider, manager, role):
    question = "SELECT count(*) FROM supervision_reflection"

    people = [None, outsider, manager, confided.supervisor]
    assert [asked(question, role, person) for person in people] == [[(0,)], [(0,)], [(0,)], [(1,)]]


def test_the_name_does_not_outlast_the_block(confided):
    between_two.read(confided, confided.worker)

    assert (Reflection.objects.count(), ReflectionDraft.objects.count()) == (0, 0)


def test_the_name_does_not_outlast_a_block_that_broke_off(confided):
    with pytest.raises(ZeroDivisionError), between_two.as_person(confided.worker):
        1 / 0  # noqa: B018

    assert Reflection.objects.count() == 0


CHANGES = ["UPDATE supervision_reflection SET words = 'x'", "DELETE FROM supervision_reflection"]
INSERT = """
    INSERT INTO supervision_reflection (session_id, worker_id, supervisor_id, author_id, words, written_at)
    VALUES (%s, %s, %s, %s, 'x', now())
"""


@pytest.mark.parametrize("role", [None, "web"])
@pytest.mark.parametrize("statement", CHANGES)
def test_only_the_author_changes_it(confided, role, statement):
    touched = [asked(statement, role, person) for person in (None, confided.supervisor, confided.worker)]

    assert touched == [0, 0, 1]


@pytest.mark.parametrize("author", ["worker", "supervisor"])
def test_nobody_writes_in_anothers_name(session, outsider, author):
    row = [session.pk, session.worker_id, session.supervisor_id, getattr(session, author).pk]

    for person in (None, outsider, session.supervisor if author == "worker" else session.worker):
        with pytest.raises(DatabaseError, match="row-level security"):
            asked(INSERT, "web", person, row)
    assert asked(INSERT, "web", getattr(session, author), row) == 1


def test_nobody_smuggles_themselves_into_a_session(session, outsider):
    with pytest.raises(DatabaseError, match="other people than the session"):
        asked(INSERT, "web", outsider, [session.pk, outsider.pk, session.supervisor_id, outsider.pk])


@pytest.mark.parametrize("act", ["read", "write", "withdraw", "keep_draft"])
def test_somebody_else_does_not_even_get_to_the_database(session, outsider, act):
    asks = {
        "read": lambda: between_two.read(session, outsider),
        "write": lambda: between_two.write(session=session, words=CONFIDED, by=outsider),
        "withdraw": lambda: between_two.withdraw(session=session, by=outsider),
        "keep_draft": lambda: between_two.keep_draft(session=session, words=CONFIDED, by=outsider),
    }

    with pytest.raises(between_two.NotOneOfTheTwo):
        asks[act]()


def test_the_policies_come_and_go_with_the_migration(db):
    policies = "SELECT policyname FROM pg_policies WHERE tablename = 'supervision_reflection' ORDER BY 1"
    rule = next(one for one in Reflection._meta.constraints if isinstance(one, OnlyPeopleNamed))

    with connection.schema_editor(atomic=False) as editor:
        before = asked(policies)
        editor.remove_constraint(Reflection, rule)
        between = asked(policies)
        editor.add_constraint(Reflection, rule)

    assert (before, between) == ([("reflection_between_two_read",), ("reflection_between_two_write",)], [])
    assert asked(policies) == before
