"""The certificate of a celebration: a sheet a family may hang up, in its own language."""

from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import pdf
from agency.models import Agency

TEMPLATE = Path(__file__).parent / "pdf" / "certificate.typ"


def content(celebration, language):
    """Every word on the sheet, ours in `language`, the family's as they were said."""
    agency = Agency.objects.first()
    on = celebration.marked_on or celebration.noticed_on
    with override(language):
        return {
            "language": language,
            "title": _("A day to be proud of"),
            "for": _("For the %(family)s family") % {"family": celebration.family.name},
            "what": celebration.what,
            "words": _their_words(celebration),
            "with": _("With joy, from all of us at %(center)s") % {"center": celebration.family.center.name},
            "day": date_format(on, "DATE_FORMAT"),
            "agency": agency.name if agency else "",
        }


def _their_words(celebration):
    words = celebration.goal.family_words if celebration.goal else ""
    return "" if words == celebration.what else words


def as_pdf(celebration, language):
    return pdf.render(TEMPLATE, content(celebration, language))
