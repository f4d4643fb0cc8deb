"""Letters that introduce the new worker: one a home, in the family's language, by the way each adult said is safe.

A letter carries an address only where mail may go (families.reaching); where it may not, it is handed over in person
at the center. Whoever must not be contacted gets none. The old worker tells the family first.
"""

from pathlib import Path

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agency import audit, pdf
from agency.languages import OURS
from agency.models import Agency
from families import reaching

TEMPLATE = Path(__file__).parent.parent / "pdf" / "introduction.typ"
LARGE = "large_print"


def as_pdf(hand_over, handed, *, by):
    """Every letter of a hand-over as one PDF; that it was made is written down."""
    letters = _letters(hand_over, handed)
    agency = Agency.objects.first()
    with translation.override(by.language):
        words = {"title": _("Letters for the families"), "none": _("Nobody here may be written to.")}
    content = pdf.render(TEMPLATE, words | {"language": by.language, "agency": _head(agency), "letters": letters})
    if hand_over.letters_at is None:
        hand_over.letters_at = timezone.now()
        hand_over.save(update_fields=["letters_at"])
    audit.record("introductions_made", about=hand_over, by=by, letters=len(letters))
    return content


def _head(agency):
    return {"name": agency.name, "address": agency.address, "phone": agency.phone} if agency else {"name": "Head Start"}


def _letters(hand_over, handed):
    """By family as they are listed; in each, one a home."""
    found = list(_each(hand_over, handed))
    order = [one.family_id for one in handed]
    return [letter for family, letter in sorted(found, key=lambda each: order.index(each[0]))]


def _each(hand_over, handed):
    rows, done = {one.family_id: one for one in handed}, set()
    adults = reaching.adults_to_write(list(rows))
    for adult in sorted(adults, key=lambda one: bool(reaching.why_no_letter(one))):  # a home's letter by mail if it may
        key = adult.family_id, adult.household_id
        if adult.do_not_contact or key in done:
            continue
        done.add(key)
        yield adult.family_id, _letter(hand_over, rows[adult.family_id], adult)


def _letter(hand_over, handed, adult):
    language = adult.language or handed.family.language
    language = language if language in OURS else "en"
    with translation.override(language):
        said = _said(hand_over, handed, adult)
        envelope = reaching.envelope(adult)
        by_hand = "" if envelope else _("To be handed over in person, at %(center)s.") % said
        return {
            "language": language,
            "to": envelope or [adult.get_full_name()],
            "by_hand": by_hand,
            "large": LARGE in adult.accommodations,
            "date": date_format(min(timezone.localdate(), hand_over.starts_on), "DATE_FORMAT"),
            "greeting": _("Dear %(name)s,") % said,
            "paragraphs": list(_paragraphs(said, hand_over.tells_families)),
            "from": _("%(old)s and %(new)s") % said,
        }


def _said(hand_over, handed, adult):
    new = handed.to
    return {
        "name": adult.first_name,
        "old": str(hand_over.worker),
        "old_first": hand_over.worker.first_name or str(hand_over.worker),
        "new": str(new),
        "new_first": new.first_name or str(new),
        "phone": new.phone,
        "title": new.title,
        "center": handed.family.center.name,
        "day": date_format(hand_over.starts_on, "DATE_FORMAT"),
        "chief": str(hand_over.made_by),
        "chief_phone": hand_over.made_by.phone,
    }


def _paragraphs(said, is_told):
    if is_told:
        first = _("%(old_first)s has told you that from %(day)s %(new)s will be the person you call at %(center)s.")
    else:
        first = _("From %(day)s %(new)s will be the person you call at %(center)s.")
    yield first % said
    if said["phone"]:
        yield _("You can reach %(new_first)s at %(phone)s.") % said
    yield _("Your goals, your plan and what you told us stay as they are. You do not have to tell it all again.") % said
    yield _("We would like to come by together once, on a day you choose.") % said
    if said["chief_phone"]:
        last = _("If you would rather have somebody else, tell %(chief)s at %(chief_phone)s. That is fine.")
    else:
        last = _("If you would rather have somebody else, tell %(chief)s. That is fine.")
    yield last % said
