"""The paper as a PDF: one family's copy, or many in one file. Tagged, titled, in each family's language."""

from pathlib import Path

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import files, pdf, signature
from agency.models import Agency
from goals import paper

TEMPLATE = Path(__file__).parent / "pdf" / "agreement.typ"


def as_pdf(content, language, version=None, *, large=False, classroom=()):
    """One paper in `language`; with `large`, in letters one can read without glasses."""
    copy = a_copy(content, language, paper.names_under(version), version, classroom)
    return together([copy], agency=content["agency"], large=large)


def a_copy(content, language, names=(), version=None, classroom=()):
    """One paper as the template prints it; below the names what the classroom wrote (goals.classroom)."""
    with override(language):
        return paper.lines(content, language) | {
            "is_signed": version is not None,
            "signatures": [_signed(name) for name in names],
            "signed_label": _("Signed"),
            "classroom": [_in_class(goal) for goal in classroom],
            "classroom_label": _("From the classroom"),
            "foot": _foot(version),
        }


def together(copies, *, agency, large=False):
    """Copies in one PDF. The first one's title and language are those of the file."""
    head = logo()
    pictures = {head["logo"]: files.read(head.pop("path"))} if head["logo"] else {}
    first = copies[0]
    data = {"title": first["title"], "language": first["language"], "agency": agency, "large": large}
    return pdf.render(TEMPLATE, data | head | {"copies": copies}, pictures=pictures)


def logo():
    """The agency's picture for the head of the paper, with the words for who cannot see it; empty without one."""
    ours = Agency.objects.first()
    if not ours or not ours.logo:
        return {"logo": "", "logo_words": ""}
    words = _("Logo of %(agency)s") % {"agency": ours.name}
    return {"logo": f"logo.{files.ENDINGS[ours.logo_kind]}", "logo_words": words, "path": ours.logo}


def _foot(version):
    if version is None:
        return _("Not signed yet. This is what we have written down so far.")
    return _("Version %(number)s. Keep this copy.") % {"number": version.number}


def _in_class(goal):
    """One goal with a line for each note, as templates/goals/_copy_classroom.html says it."""
    return {
        "title": f"{goal['child']}: {goal['goal']}",
        "notes": [_note(goal["child"], note) for note in goal["notes"]],
    }


def _note(child, note):
    said = [f"{date_format(note['on'], 'DATE_FORMAT')}, {note['who']}: {note['in_curriculum']}"]
    said += [f"{child}: {note['child_did']}"] if note["child_did"] else []
    said += [f"{_('At home')}: {note['at_home']}"] if note["at_home"] else []
    return " ".join(said)


def _signed(name):
    how = {
        "day": date_format(timezone.localtime(name.signed_at), "DATE_FORMAT"),
        "how": str(name.get_method_display()),
    }
    return {
        "name": name.signer_name,
        "how": _("%(day)s, %(how)s") % how,
        "witness": _("Witness: %(name)s") % {"name": name.witness} if name.witness else "",
        "drawn": list(signature.picture((name.strokes or {}).get("png", ""))),
        "drawn_label": _("Signature of %(name)s") % {"name": name.signer_name},
    }
