"""The one error of this package."""


class CannotStart(Exception):
    """Something stands in the way; the message is a sentence for the person at the terminal."""
