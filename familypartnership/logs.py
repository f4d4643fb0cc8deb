"""What may stand in a log line: ids, never a family's words, never a key that opens something."""

import logging
import re
import sys

from django_structlog.middlewares import RequestMiddleware

KEYS = re.compile(r"[^/]{20,}")
LEFT_OUT = "(words left out)"


class RequestLines(RequestMiddleware):
    """One line a request, without what was asked in a search and without the keys of links in mails."""

    @staticmethod
    def format_request(request):
        return f"{request.method} {without_keys(request.path)}"


def without_keys(path):
    """An address as it may be written down: the key of a link in a mail left out."""
    return KEYS.sub("…", path)


class NoTypedWords(logging.Filter):
    """Replaces the message of an error by its type before a handler writes it: a database error quotes its row.

    Django writes the address of a page that broke; the key of a link in a mail is taken out of it.
    """

    def filter(self, record):
        if record.name.startswith("django.request") and isinstance(record.args, tuple):
            record.args = tuple(without_keys(each) if isinstance(each, str) else each for each in record.args)
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_info = quiet(record.exc_info)
            record.exc_text = None  # another handler may have written it out already
        if isinstance(record.args, dict) and "exc" in record.args:  # Celery tells of a failed task this way
            record.args = record.args | {"exc": LEFT_OUT, "traceback": ""}
        return True


def without_words(logger, method, line):
    """The same for structlog's own lines, which are written out before a handler sees them."""
    if line.get("exc_info"):
        line["exc_info"] = quiet(_error_of(line["exc_info"]))
    return line | {name: _named(line[name]) for name in ("error", "exception", "reason") if name in line}


def quiet(exc_info):
    """An error of the same name that says nothing, with the same trace."""
    kind, error, trace = exc_info
    if kind is None:
        return exc_info
    said = Exception(f"{kind.__name__} {LEFT_OUT}")
    said.__traceback__ = error.__traceback__
    return Exception, said, trace


def _error_of(given):
    if isinstance(given, BaseException):
        return type(given), given, given.__traceback__
    return given if isinstance(given, tuple) else sys.exc_info()


def _named(value):
    return type(value).__name__ if isinstance(value, BaseException) else LEFT_OUT
