"""Logs carry ids. A database error quotes the row it refused, so it is written without its words."""

import io
import logging

import pytest
import structlog
from django.db import DatabaseError
from django.urls import reverse

from families.models import Family

NAME = "Quillfeather"


@pytest.fixture
def log(monkeypatch):
    """What our own handler writes, from every level up."""
    handler = next(h for h in logging.getLogger().handlers if isinstance(h, logging.StreamHandler) and h.formatter)
    ours = [h for h in logging.getLogger().handlers if getattr(h, "name", "") == "console"]
    handler = ours[0] if ours else handler
    written = io.StringIO()
    monkeypatch.setattr(handler, "stream", written)
    for name in ("", "django", "django.request", "django_structlog"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.INFO)
        logging.getLogger(name).manager._clear_cache()
    return written


def refused_row():
    Family.objects.create(name=NAME, center_id=None)


def test_the_database_does_quote_the_row(db):
    with pytest.raises(DatabaseError, match=NAME):
        refused_row()


@pytest.mark.parametrize("after", ["raise", "from"])
def test_an_error_of_a_page_is_written_without_the_row(client, worker, monkeypatch, log, after):
    def breaks(*args, **kwargs):
        if after == "raise":
            refused_row()
        try:
            refused_row()
        except DatabaseError as error:
            raise ValueError(f"{NAME} could not be kept") from error

    monkeypatch.setattr("agency.actions.audit.record", breaks)
    client.force_login(worker)
    client.raise_request_exception = False

    answer = client.post(
        reverse("agency:profile"), {"first_name": NAME, "language": "en", "theme": "", "last_name": "x"}
    )

    written = log.getvalue()
    assert answer.status_code == 500
    assert (NAME in written, "Error" in written) == (False, True)
    assert NAME not in answer.content.decode()


def test_an_error_of_a_task_is_written_without_the_row(db, log):
    try:
        refused_row()
    except DatabaseError:
        logging.getLogger("celery.app.trace").exception("Task failed")
        structlog.get_logger("reports.tasks").exception("report_failed", report=7)

    written = log.getvalue()
    assert (NAME in written, "report_failed" in written, "Task failed" in written) == (False, True, True)


def test_a_failed_task_is_told_without_the_words_of_its_error(db, log):
    context = {"name": "reports.tasks.make", "id": "7", "exc": f"IntegrityError('{NAME}')", "traceback": NAME}

    logging.getLogger("celery.app.trace").error("Task %(name)s[%(id)s] raised: %(exc)s\n%(traceback)s", context)
    structlog.get_logger("django_structlog.celery.receivers").error("task_failed", error=NAME)

    written = log.getvalue()
    assert (NAME in written, "reports.tasks.make[7] raised" in written, "task_failed" in written) == (False, True, True)


def test_the_key_of_a_link_in_a_mail_is_not_written(client, agency, log):
    client.get("/accounts/password/reset/key/1-cyz0ab-0123456789abcdef0123456789abcdef/")

    assert ("0123456789abcdef" in log.getvalue(), "/accounts/password/reset/key/" in log.getvalue()) == (False, True)


def test_what_is_typed_in_a_search_is_not_written(client, worker, log):
    client.force_login(worker)

    client.get(reverse("workspace:search"), {"q": NAME})

    assert NAME not in log.getvalue()
