"""What a partner's browser carries from page to page: which link it came through, and until when it is let in.

All of it stands in the session, which the server keeps; nobody signs in, and nothing here opens a page of staff.
"""

from time import time

from django.utils import translation

from agency.models import User
from referrals.links import door

KEY = "partner_answer"
OPEN_FOR = 30 * 60  # seconds since the last page


def come_through(request, link):
    """A new visit. Who was let in at the same address of the same partner stays so; everybody else starts outside."""
    before = _said(request).get("link") if is_in(request) else None
    stays = before is not None and _same_address(before, link)
    said = _said(request) if stays else {"language": link.language}
    request.session[KEY] = said | {"link": link.pk}
    return stays


def go_on(request, link):
    """After an answer: where its link opens nothing any more, the visit goes on through the next one, or ends."""
    waiting = type(link).objects.usable().beside(link)
    if not waiting.filter(pk=link.pk).exists():
        left = waiting.order_by("pk").values_list("pk", flat=True).first()
        request.session[KEY] = {"language": link.language} | _said(request) | {"link": left}


def _same_address(pk, link):
    return type(link).objects.usable().beside(link).filter(pk=pk).exists()


def bound(request, source, *, late=False):
    """The link this browser came through, as it stands now; None, and written down, when it opens nothing any more."""
    pk = _said(request).get("link")
    link = door.usable(pk, late=late) if pk else None
    if pk and link is None:
        door.turn_away(pk, source)
    return link


def is_in(request):
    """The right code was typed, and the last page is not long ago."""
    return _said(request).get("until", 0) > time()


def let_in(request):
    """The right code was typed: under another key, so that a session somebody planted opens nothing."""
    request.session.cycle_key()
    stay(request)


def stay(request):
    """Each page counts the half hour anew."""
    _say(request, until=int(time()) + OPEN_FOR)


def leave(request):
    request.session.pop(KEY, None)


def keep(request, pk, typed):
    """Words typed on the page of one referral, until it is shown again: its language is changed, or a code is due."""
    _say(request, kept={"pk": pk, "typed": typed})


def kept(request, pk):
    """The words kept for this page, once."""
    kept = _said(request).get("kept") or {}
    if kept.get("pk") != pk:
        return {}
    _say(request, kept=None)
    return kept["typed"]


def waits_at(request):
    """The page on which words wait, or None."""
    return (_said(request).get("kept") or {}).get("pk")


def speak(request, language):
    if language in User.Language.values and KEY in request.session:
        _say(request, language=language)


def language(request):
    """What was chosen on the page, else what this address chose before; who came through no link, the browser's."""
    asked = request.GET.get("lang", "")
    chosen = asked if asked in User.Language.values else _said(request).get("language")
    return chosen or translation.get_language()


def _said(request):
    return request.session.get(KEY, {})


def _say(request, **facts):
    request.session[KEY] = _said(request) | facts
