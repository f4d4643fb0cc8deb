"""Our answer to a request about the record, as a letter in the family's language (45 CFR 1303.23)."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from agency import pdf
from agency.days import written
from agency.models import Agency
from referrals import requests
from referrals.request_states import Kind, RequestState

TEMPLATE = Path(__file__).parent / "pdf" / "answer.typ"
S = RequestState


def made(request, worker):
    return pdf.render(TEMPLATE, content(request, worker))


def content(request, worker):
    """Every word of ours in the language of the answer; what people wrote stays as they wrote it."""
    agency = Agency.objects.get()
    with override(request.language):
        return {
            "title": _("About your record"),
            "language": request.language,
            "agency": agency.name,
            "sender": [line for line in (agency.name, agency.address, agency.phone) if line],
            "day": written(timezone.localdate()),
            "to": _("To %(name)s") % {"name": request.asker},
            "asked": _asked(request),
            "parts": [part for part in (*_answer(request), *_hearing(request), *_rights(request)) if part],
            "signed": ", ".join(part for part in (str(worker), worker.title) if part),
        }


def _asked(request):
    words = {"day": written(request.asked_on)}
    said = {
        Kind.INSPECT: _("On %(day)s you asked to look at your record."),
        Kind.COPY: _("On %(day)s you asked for a copy of your record."),
        Kind.AMEND: _("On %(day)s you asked us to put something in your record right."),
    }[request.kind] % words
    return [said, *(_quoted(words) for words in (request.what, request.why) if words)]


def _quoted(words):
    return _("“%(words)s”") % {"words": words}


def _answer(request):
    """(heading, sentences) of what we answer."""
    if request.state == S.ASKED:
        last = requests.answer_by(request)
        soon = _("We answer as soon as we can, and by %(day)s at the latest.") % {"day": written(last)} if last else ""
        kept = _("Until then nothing in your record will be destroyed.")
        return [(_("We have your request"), [line for line in (soon, kept) if line])]
    if request.state == S.WITHDRAWN:
        gone = _("You told us that you do not ask for it any more. You may ask again at any time.")
        return [(_("Our answer"), [gone])]
    day = {"day": written(request.answered_on)}
    said = {
        S.GIVEN: _("On %(day)s you had what you asked for.") % day,
        S.AMENDED: _("On %(day)s we put your record right.") % day,
    }.get(request.state, _("On %(day)s we decided not to do what you asked.") % day)
    if request.hearing_asked_on:
        said = _("On %(day)s we had decided not to do what you asked.") % day
    return [(_("Our answer"), [said, *([request.answer] if request.answer else [])])]


def _hearing(request):
    if request.state == S.REFUSED and requests.may_hear(request):
        return [(_("If you do not agree"), [
            _("You have a right to a hearing. Tell any member of our staff, and we set a day with you."),
            _("Whoever holds it has no direct interest in how it ends."),
            _("You may bring what shows that you are right, and somebody to help you."),
        ])]  # fmt: skip
    if request.state == S.HEARING:
        return [(_("Your hearing"), _to_come(request))]
    if request.decided_on:
        words = {"day": written(request.hearing_on), "who": request.hearing_by, "decided": written(request.decided_on)}
        held = _("The hearing was on %(day)s, held by %(who)s. It was decided on %(decided)s.") % words
        return [(_("Your hearing"), [held, request.finding])]
    return []


def _to_come(request):
    if request.hearing_on is None:
        return [_("You asked for a hearing. We set a day with you soon, and tell you of it before.")]
    where = f", {request.hearing_where}" if request.hearing_where else ""
    said = [_("It is on %(day)s%(where)s.") % {"day": written(request.hearing_on), "where": where}]
    if request.hearing_by:
        said.append(_("%(who)s holds it, and has no direct interest in how it ends.") % {"who": request.hearing_by})
    said.append(_("You may bring what shows that you are right, and somebody to help you."))
    return said


def _rights(request):
    if request.state == S.HELD:
        return [(_("Your own words"), [
            _("You may write down how you see it. It is kept beside that part of the record as long as the record is "
              "kept, and goes wherever that part goes."),
        ])]  # fmt: skip
    if request.statement:
        return [(_("Your own words"), [request.statement.words])]
    return []
