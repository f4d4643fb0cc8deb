"""The family's copy of a consent as a PDF, in the language it asks for (45 CFR 1303.22(a)).

What was signed stands there word for word. In another language it stands second, behind our own words in that one.
"""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import pdf, signature
from agency.days import written
from agency.languages import name_of
from agency.models import Agency
from referrals import wording

TEMPLATE = Path(__file__).parent / "pdf" / "consent.typ"


def made(consent, language):
    return pdf.render(TEMPLATE, content(consent, language))


def content(consent, language):
    """Every word of ours in `language`; the signed text as it was signed."""
    strokes, is_signed_in = consent.strokes or {}, language == consent.language
    with override(language):
        words = {"language": name_of(consent.language)}
        return {
            "title": _("A yes to sharing"),
            "language": language,
            "agency": Agency.objects.get().name,
            "standing": _standing(consent),
            "told": [] if is_signed_in else wording.consent_text(consent, language).split("\n\n"),
            "told_note": ""
            if is_signed_in
            else _("This is what you signed, in the language of this copy. What counts is the text below."),
            "signed_title": _("What was signed, in %(language)s") % words,
            "signed_language": consent.language,
            "signed": consent.text_shown.split("\n\n"),
            "drawn": list(signature.picture(strokes.get("png", ""))),
            "drawn_label": _("Drawn signature"),
            "typed": "" if strokes.get("png") else strokes.get("typed") or _name_of_signer(consent),
            "under": _under(consent),
            "mark": _("Mark of the text: %(code)s") % {"code": consent.text_hash[:16]},
            "foot": _("Copy of %(day)s") % {"day": written(timezone.localdate())},
        }


def _standing(consent):
    """What holds today: a copy may be asked for long after."""
    if consent.revoked_at:
        taken = _("Taken back %(day)s. Nothing is shared under it any more.")
        return taken % {"day": written(consent.revoked_at)}
    if not consent.is_in_force:
        return _("Ended %(day)s. Nothing is shared under it any more.") % {"day": written(consent.expires_on)}
    return _("It holds until %(day)s, or until you take it back.") % {"day": written(consent.expires_on)}


def _name_of_signer(consent):
    """On the line where nothing drawn was kept; a paper has its own signature."""
    return "" if consent.method == consent.Method.PAPER else str(consent.signer)


def _under(consent):
    said = {"who": consent.signer, "day": written(consent.given_on), "how": consent.get_method_display()}
    name = _("%(who)s, %(day)s (%(how)s).") % said
    return " ".join([name, _("Taken by %(who)s.") % {"who": consent.taken_by}])
