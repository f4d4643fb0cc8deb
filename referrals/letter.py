"""The letter a partner gets on paper, or by fax behind its cover, as a PDF: only what was released."""

from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agency import pdf
from agency.models import Agency
from referrals import notices, release

TEMPLATE = Path(__file__).parent / "pdf" / "letter.typ"


def made(referral, worker):
    return pdf.render(TEMPLATE, content(referral, worker))


def content(referral, worker):
    """What stands in the letter, in the words of the page that prints it."""
    agency, service = Agency.objects.first(), referral.service
    pieces = release.released(referral, referral.consent, referral.disclosure)
    words = {"partner": str(service.partner), "service": str(service), "me": str(worker)}
    until = {"until": date_format(referral.consent.expires_on, "DATE_FORMAT")}
    return {
        "title": _("A referral"),
        "language": (get_language() or "en")[:2],
        "agency": agency.name,
        "sender": [line for line in (agency.name, agency.address, agency.phone) if line],
        "day": date_format(referral.sent_on, "DATE_FORMAT"),
        "cover": _cover(referral, worker, agency) if referral.how_sent == "fax" else None,
        "whom": [str(service.partner), *notices.letters_to(service)],
        "to": _("To %(partner)s, for “%(service)s”.") % words,
        "urgent": _("Urgent.") if referral.is_urgent else "",
        "facts": [[piece.label, str(piece.value)] for piece in pieces],
        "leave": _(
            "The family agreed in writing that you receive exactly this, for this purpose, until %(until)s. "
            "Please do not pass it on without asking them."
        )
        % until,
        "notices": [str(notice) for notice in notices.of(referral)],
        "answer": " ".join([_("Please tell %(me)s whether you can help.") % words, worker.phone]).strip(),
        "signed": ", ".join(part for part in (str(worker), worker.title) if part),
    }


def _cover(referral, worker, agency):
    sender = ", ".join(part for part in (str(worker), agency.name, worker.phone) if part)
    to = ", ".join([str(referral.service.partner), *(str(line) for line in referral.service.faxes()[:1])])
    return {
        "title": _("Fax"),
        "facts": [[_("To"), to], [_("From"), sender], [_("Pages"), "2"]],
        "warning": _("Confidential. If this is not for you, please call us at once, tell nobody, and destroy it."),
    }
