"""A name drawn with a finger: the PNG that templates/components/_signature.html sends, as a data URL."""

import base64
import binascii

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PNG = "data:image/png;base64,"
FIRST_BYTES = b"\x89PNG\r\n\x1a\n"
LARGEST = 200_000  # characters; a drawn name takes some ten thousand


def must_be_a_drawing(text):
    """Refuse what is not a whole PNG of ours: it will be shown and printed as a picture."""
    if text and not _is_drawing(text):
        raise ValidationError(_("The drawn name did not arrive whole. Please draw it once more."))


def picture(text):
    """The bytes of a drawing; none for an empty text."""
    return base64.b64decode(text.removeprefix(PNG)) if text else b""


def _is_drawing(text):
    if not text.startswith(PNG) or len(text) > LARGEST:
        return False
    try:
        return base64.b64decode(text.removeprefix(PNG), validate=True).startswith(FIRST_BYTES)
    except binascii.Error:
        return False
