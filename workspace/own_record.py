"""A family's own record, composed from every room, as a paper and as data (45 CFR 1303.23)."""

import json
from pathlib import Path

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import pdf
from agency.models import Agency
from families import own_record as families
from goals import own_record as goals
from referrals import own_record as referrals
from supervision import own_record as supervision

ROOMS = (families, goals, referrals, supervision)
TEMPLATE = Path(__file__).parent / "pdf" / "own_record.typ"


def content(family, asked, language):
    """Every word of the record in `language`, the family's own words as they were said; empty sections left out."""
    with override(language):
        told = [section for room in ROOMS for section in room.sections(family, asked) if section.entries]
        lead = _("This is what we have on record about your family. You may ask us to change what is wrong.")
        without = _("Notes that only certain staff may read. You may ask for them; a supervisor decides.")
        return {
            "title": _("Your family’s record"),
            "language": language,
            "agency": Agency.objects.get().name,
            "made_on": timezone.localdate().isoformat(),
            "lead": lead,
            "foot": date_format(timezone.localdate(), "DATE_FORMAT"),
            "sections": [vars(section) for section in told],
            "without_title": _("What is not in this copy"),
            "without": "" if asked.restricted else without,
        }


def as_pdf(told):
    return pdf.render(TEMPLATE, told)


def as_json(told):
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
