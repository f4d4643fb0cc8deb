"""The family's own copy of what was shared, as a PDF in its language (45 CFR 1303.22(a), 1303.24(b)-(c))."""

from pathlib import Path

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import pdf
from agency.access import NoteClass
from agency.days import written
from agency.models import Agency
from referrals import grounds, refusals, release, statements, taken, wording
from referrals.models import Consent, Disclosure, ParentStatement, Referral

TEMPLATE = Path(__file__).parent / "pdf" / "shared.typ"


def made(family, user, language, *, restricted=False):
    return pdf.render(TEMPLATE, content(family, user, language, restricted=restricted))


def content(family, user, language, *, restricted=False):
    """Every word of ours in `language`. A report of suspected maltreatment is never among it.

    What is about a restricted kind of need is on it only when a supervisor or a manager decides so: a paper at home is
    read by whom it may endanger.
    """
    with override(language):
        parts = [
            _left(family, user, restricted), _yeses(family, user, restricted), _noes(family, user),
            _said(family, user, restricted), _taken(family, restricted),
        ]  # fmt: skip
        without = _("Lines that only certain staff may read. You may ask for them; a supervisor decides.")
        agency = Agency.objects.get()
        return {
            "title": _("What we shared about you"),
            "language": language,
            "agency": agency.name,
            "family": _("The %(name)s family") % {"name": family.name},
            "lead": _("Everything about you that left the program: what, to whom, why, and what allowed it."),
            "parts": [part for part in parts if part["rows"] or part["none"]],
            "without_title": _("What is not in this copy"),
            "without": "" if restricted else without,
            "rights": [
                _("You may take back a yes on any day, by telling any member of our staff."),
                _("You may ask to see your record, to have a copy, and to have something put right."),
            ],
            "foot": _("Copy of %(day)s") % {"day": written(timezone.localdate())},
        }


def _part(title, note, rows, none=""):
    return {"title": title, "note": note, "rows": rows, "none": none}


def _row(head, facts, words=()):
    """One entry: its heading, (label, value) pairs, and what parents said about it as (who, words)."""
    facts = [[label, str(value)] for label, value in facts if value]
    return {"head": head, "facts": facts, "words": [list(pair) for pair in words]}


def _left(family, user, restricted):
    rows = Disclosure.objects.visible_to(user).of_family(family).for_the_family()
    rows = rows if restricted else rows.unrestricted()
    rows = rows.select_related("consent__signer", "made_by", "facts__child", "facts__agreement")
    rows = rows.prefetch_related("statements__parent")
    none = _("Nothing has left.")
    return _part(_("What left"), "", [_one_that_left(row) for row in rows], none)


def _one_that_left(row):
    what = "; ".join(f"{group} ({fields})" if fields else str(group) for group, fields in release.in_words(row.what))
    allowed = _("The yes of %(who)s") % {"who": row.consent.signer.first_name} if row.consent else ""
    facts = [
        (_("What"), what),
        (_("Why"), row.why),
        (_("How"), capfirst(str(dict(Referral.HowSent.choices).get(row.how, row.how)))),
        (_("Allowed by"), allowed or capfirst(row.get_exception_display())),
        ("", " ".join(grounds.in_words(getattr(row, "facts", None)))),
        (_("By"), row.made_by),
    ]
    head = _("%(day)s: %(who)s") % {"day": written(row.made_at), "who": row.recipient}
    return _row(head, facts, [_words_of(statement) for statement in row.statements.all()])


def _words_of(statement):
    who = {"who": statement.parent.first_name, "day": written(statement.written_on)}
    return _("%(who)s says about this, %(day)s:") % who, statement.words


def _yeses(family, user, restricted):
    rows = Consent.objects.visible_to(user).filter(family=family).select_related("partner", "signer")
    rows = rows if restricted else rows.unrestricted()
    kinds = wording.kinds_of(rows)
    return _part(_("Your yes, and how long it holds"), "", [_yes(row, kinds[row.pk]) for row in rows])


def _yes(consent, kinds):
    records = [str(record.label) for record in release.COVERS if record in consent.records]
    until = _("Until %(on)s") % {"on": written(consent.expires_on)}
    if consent.expires_on < timezone.localdate():
        until = _("Ended %(on)s") % {"on": written(consent.expires_on)}
    if consent.revoked_at:
        until = _("Taken back %(on)s") % {"on": written(consent.revoked_at)}
    facts = [
        (_("What"), capfirst("; ".join([*records, *kinds]))),
        (_("Why"), consent.purpose),
        (_("Signed by"), f"{consent.signer}, {written(consent.given_on)}"),
        ("", until),
    ]
    return _row(wording.whom(consent), facts)


def _noes(family, user):
    rows = [
        _row(row.child.first_name, [("", refusals.standing_words(row))]) for row in refusals.of_family(family, user)
    ]
    return _part(_("Your no to schools"), "", rows)


def _said(family, user, restricted):
    """What the parents wrote about parts of the record, but for lines of this list, where it stands already."""
    rows = ParentStatement.objects.visible_to(user).of_family(family).filter(disclosure=None)
    rows = rows if restricted else rows.exclude(note__visibility=NoteClass.RESTRICTED)
    rows = rows.select_related("parent", "note", "assessment", "goal")
    return _part(
        _("What you said about our records"),
        _("It stands beside that part of the record and goes wherever that part goes."),
        [_row(statements.name_of(statements.about(row)), [], [_words_of(row)]) for row in rows],
    )


def _taken(family, restricted):
    """What staff typed as their reason may tell what a paper at home must not, as a restricted line does."""
    rows = [
        _row(f"{written(one.at)}: {one.what}", [(_("By"), one.who), (_("For"), one.why if restricted else "")])
        for one in taken.of_family(family)
    ]
    return _part(
        _("Files and papers made inside the program"),
        _("Our own staff made these for their work, or for you. What goes to somebody outside stands above."),
        rows,
    )
