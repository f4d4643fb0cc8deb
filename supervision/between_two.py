"""Reflections: the only door to them. Every statement about them is made as one of the two, in one transaction.

PostgreSQL shows and takes a reflection only in a transaction that says who asks (`app.person`), and only to the two
of its session (agency.database.OnlyPeopleNamed). The setting ends with the transaction, so the next page on the same
connection, or another page behind a pooler, knows nothing of it. See docs/decisions/0014.
"""

from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Value
from django.utils import timezone

from agency import audit
from agency.models import User
from supervision.models import Reflection, ReflectionDraft

FIELD = "between_us"  # the name of the box: agency.drafts never keeps words sent under it


class Said(NamedTuple):
    """A reflection, or one that is still being written."""

    is_draft: bool
    author: User
    words: str
    written_at: datetime


class NotOneOfTheTwo(Exception):
    """Somebody else's session: nobody but its own two people gets here."""


@contextmanager
def as_person(user):
    """PostgreSQL knows who asks, until this block ends. Rows must be read inside it."""
    is_inside = connection.in_atomic_block
    with transaction.atomic():
        _say(user.pk)
        yield
        if is_inside:
            _say("")  # else the end of the transaction takes it back, as it does when a block breaks off


def _say(person):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.person', %s, true)", [str(person)])


def _must_be_one_of_the_two(session, user):
    if user.pk not in (session.worker_id, session.supervisor_id):
        raise NotOneOfTheTwo


def read(session, user):
    """(reflections of this session with their authors, what `user` was still writing): for one of the two."""
    _must_be_one_of_the_two(session, user)
    saved = Reflection.objects.filter(session=session).annotate(is_draft=Value(False))
    typed = ReflectionDraft.objects.filter(session=session, author=user).annotate(is_draft=Value(True))
    rows = saved.order_by().values_list("is_draft", "author", "words", "written_at").union(
        typed.order_by().values_list("is_draft", "author", "words", "saved_at"), all=True
    )  # fmt: skip
    with as_person(user):
        found = [
            Said(is_draft, _author(session, pk), words, at) for is_draft, pk, words, at in rows.order_by("written_at")
        ]
    return [one for one in found if not one.is_draft], next((one for one in found if one.is_draft), None)


def _author(session, pk):
    return session.worker if pk == session.worker_id else session.supervisor


def write(*, session, words, by):
    """Keep what `by` confides in the other, in place of what they had written before. No words: nothing is kept."""
    _must_be_one_of_the_two(session, by)
    if not words.strip():
        return withdraw(session=session, by=by)
    with as_person(by):
        Reflection.objects.update_or_create(
            session_id=session.pk,
            author_id=by.pk,
            defaults={"words": words, "written_at": timezone.now()},
            create_defaults={
                "words": words,
                "worker_id": session.worker_id,
                "supervisor_id": session.supervisor_id,
            },
        )
        ReflectionDraft.objects.filter(session=session, author=by).delete()
        audit.record("reflection_kept", about=session, by=by)
    return True


def withdraw(*, session, by):
    """Take one's own words back: they are gone, for both. Returns whether there were any."""
    _must_be_one_of_the_two(session, by)
    with as_person(by):
        gone, _rows = Reflection.objects.filter(session=session, author=by).delete()
        ReflectionDraft.objects.filter(session=session, author=by).delete()
        if gone:
            audit.record("reflection_withdrawn", about=session, by=by)
    return bool(gone)


def keep_draft(*, session, words, by):
    """Keep words that are still being typed, for their author alone."""
    _must_be_one_of_the_two(session, by)
    with as_person(by):
        ReflectionDraft.objects.update_or_create(
            session_id=session.pk, author_id=by.pk, defaults={"words": words, "saved_at": timezone.now()}
        )
