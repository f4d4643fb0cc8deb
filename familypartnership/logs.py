"""What may stand in a log line: ids, never a family's words."""

import logging


class NoTypedWords(logging.Filter):
    """Replaces the message of a database or validation error by its type before a handler writes it."""

    def filter(self, record):
        if record.exc_info and record.exc_info[1] is not None:
            kind, error, trace = record.exc_info
            record.exc_info = (kind, _without_words(kind, error), trace)
        return True


def _without_words(kind, error):
    """An error of the same name that says nothing: `str(error)` of a database error quotes the whole row."""
    quiet = Exception(f"{kind.__name__} (words left out)")
    quiet.__traceback__ = error.__traceback__
    return quiet
