"""The partner's own pages: no account, no menu. One door, a code, what waits for it, and its answer.

An address in a mail leads here once and stands in no later page; whatever is wrong with it gets one plain page.
"""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agency import drafts, limits
from agency.languages import OURS
from agency.once import sent_once
from partners.forms.seen import RoomForm
from partners.models import ServiceCapacity
from referrals import notices, pages
from referrals.forms.answer import AnswerForm, CodeForm
from referrals.links import answering, door, visiting
from referrals.links.sending import masked
from referrals.models import LinkVisit
from referrals.models.link import ANSWERABLE

What = LinkVisit.What
READING = require_http_methods(["GET", "HEAD"])
PRIVATE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def _said(request, view, *args, **kwargs):
    """A page in the partner's language, kept by nobody."""
    with translation.override(visiting.language(request)):
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Content-Language", translation.get_language())
    for name, value in PRIVATE.items():
        response.headers[name] = value
    return response


def _shut(request):
    """The one page for every link that opens nothing. It says nothing about why; no address goes along from it."""
    response = render(request, "referrals/answer_shut.html", {"languages": _languages()}, status=404)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def for_partners(*, inside=True, late=False):
    """A page for whoever came through a link; `inside` only with the right code. It is handed the link.

    What is sent to a page that hears people `late` is kept although staff have ended the referral meanwhile.
    """

    def decorate(view):
        @login_not_required
        @wraps(view)
        def guarded(request, *args, **kwargs):
            link = visiting.bound(request, limits.source_of(request), late=late and request.method == "POST")
            if link is None:
                return _said(request, _shut)
            visiting.speak(request, request.GET.get("lang", ""))
            if inside and not visiting.is_in(request):
                return _said(request, _to_the_door, **kwargs)
            if inside:
                visiting.stay(request)
            return _said(request, view, link, *args, **kwargs)

        return guarded

    return decorate


def _to_the_door(request, pk=None):
    """The half hour is over: what was typed waits behind the code."""
    if request.method == "POST" and pk:
        visiting.keep(request, pk, drafts.typed_in(request.POST))
    return redirect("referrals:answer")


@login_not_required
@READING
def come(request, token):
    """The address in the mail. It leads on at once, so that it stands in no page, history or log behind this one.

    A program that only looks (HEAD) is told nothing; opening it answers nothing and uses nothing up.
    """
    if request.method == "HEAD":
        return HttpResponse(headers=PRIVATE)
    link = door.come(token, limits.source_of(request))
    return _said(request, _lead_on, link) if link else _said(request, _shut)


def _lead_on(request, link):
    stays = visiting.come_through(request, link)
    response = redirect("referrals:answer-one", link.referral_id) if stays else redirect("referrals:answer")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@for_partners(inside=False)
@READING
def answer(request, link):
    """The door: nothing about the family stands here."""
    if visiting.is_in(request):
        return redirect("referrals:answer-queue")
    return _door(request, link, CodeForm())


def _door(request, link, form):
    context = {"form": form, "to": masked(link.sent_to), "has_code": door.has_code(link), "languages": _languages()}
    return render(request, "referrals/answer_door.html", context)


@for_partners(inside=False)
@require_POST
@sent_once
def code(request, link):
    """Send six digits to the address the link went to."""
    door.speak(link, visiting.language(request))
    if door.ask_code(link, limits.source_of(request)) == What.TOO_MANY:
        messages.error(request, _too_many())
    return redirect("referrals:answer")


def _too_many():
    return _("That was too often for now. Please call us, or try again tomorrow.")


@for_partners(inside=False)
@require_POST
def enter(request, link):
    """The digits as they were typed."""
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _door(request, link, form)
    said = door.try_code(link, form.cleaned_data["code"], limits.source_of(request))
    if said == What.RIGHT_CODE:
        visiting.let_in(request)
        return _first_page(request, link)
    form.add_error("code", _too_many() if said == What.TOO_MANY else _wrong(link))
    return _door(request, link, form)


def _wrong(link):
    if door.has_code(link):
        return _("These are not the digits of our last mail. Look again.")
    return _("These digits are not good any more. Ask for new ones below.")


def _first_page(request, link):
    """Where words wait; else the one referral there is; else the queue."""
    waits = visiting.waits_at(request)
    if waits or len(answering.queue(link)) == 1:
        return redirect("referrals:answer-one", waits or link.referral_id)
    return redirect("referrals:answer-queue")


@for_partners()
@READING
def queue(request, link):
    """Everything that waits at this address, if its consent still holds."""
    links = answering.queue(link)
    answering.read(links, limits.source_of(request))
    names = answering.names_in(links)
    rows = [
        {
            "referral": each.referral,
            "name": names.get(each.referral_id, ""),
            "state": pages.chip_of(each.referral.state),
        }
        for each in links
    ]
    context = {"rows": rows, "link": link, "languages": _languages()}
    return render(request, "referrals/answer_queue.html", context)


@for_partners(late=True)
@require_http_methods(["GET", "HEAD", "POST"])
@sent_once
def one(request, link, pk):
    """One referral: what was released of it, and the answer."""
    mine = answering.find(link, pk, late=request.method == "POST")
    if mine is None:
        return _not_theirs(request, link)
    if request.method != "POST":
        answering.read([mine], limits.source_of(request), whole=True)
        return _page(request, mine, AnswerForm(referral=mine.referral, kept=visiting.kept(request, pk)))
    if request.POST.get("go"):
        return _go(request, pk)
    form = AnswerForm(request.POST, referral=mine.referral)
    return _answer(request, mine, form) if form.is_valid() else _page(request, mine, form)


def _not_theirs(request, link):
    """Not in this queue, or no longer: one page for both."""
    door.write(link, What.CLOSED, limits.source_of(request))
    return _shut(request)


def _go(request, pk):
    """Another language keeps what was typed; *Stop* ends the visit."""
    if request.POST["go"] == "stop":
        return leave_now(request)
    visiting.keep(request, pk, {name: said for name, said in drafts.typed_in(request.POST).items() if name != "go"})
    visiting.speak(request, request.POST["go"])
    return redirect("referrals:answer-one", pk)


def _answer(request, mine, form):
    typed = {"name": form.cleaned_data["answer"], "typed": form.typed()}
    try:
        event = answering.answer(link=mine, **typed, source=limits.source_of(request))
    except answering.NoLonger:
        return _shut(request)
    messages.success(request, _thanks(event, mine.referral.made_by))
    visiting.go_on(request, mine)
    return redirect("referrals:answer-thanks")


def _thanks(event, worker):
    if event.differs:
        return _(
            "Thank you. We had noted something else meanwhile. %(name)s sees both and will call you if needed."
        ) % {"name": worker}
    return _("Thank you. %(name)s can read it now.") % {"name": worker}


def _page(request, mine, form):
    referral = mine.referral
    if referral.state not in ANSWERABLE:
        return _shut(request)
    context = {
        "link": mine,
        "referral": referral,
        "worker": referral.made_by,
        "name": answering.names_in([mine]).get(referral.pk, ""),
        "pieces": answering.released(referral),
        "notices": notices.of(referral),
        "form": form,
        "rooms": ServiceCapacity.State.choices,
        "languages": _languages(),
    }
    return render(request, "referrals/answer_one.html", context)


@for_partners()
@require_POST
@sent_once
def room(request, link, pk):
    """Room today, in one tap."""
    mine = answering.find(link, pk)
    form = RoomForm(request.POST)
    if mine is None:
        return _not_theirs(request, link)
    if form.is_valid():
        with translation.override(mine.referral.made_by.language):
            wait = form.wait()
        answering.tell_room(link=mine, state=form.cleaned_data["state"], wait=wait, source=limits.source_of(request))
        messages.success(request, _("Thank you. Everybody here sees it now."))
    else:
        messages.error(request, _("Write the weeks as a number, like 6."))
    return redirect("referrals:answer-one", pk)


@login_not_required
@READING
def thanks(request):
    """After an answer: what else waits, or goodbye. The answer may have shut the link it came through."""
    return _said(request, _thank)


def _thank(request):
    link = visiting.bound(request, limits.source_of(request))
    if not messages.get_messages(request):
        return redirect("referrals:answer") if link else _shut(request)
    left = len(answering.queue(link)) if link and visiting.is_in(request) else 0
    return render(request, "referrals/answer_thanks.html", {"left": left, "languages": _languages()})


@for_partners(inside=False)
@require_POST
def leave(request, link):
    return leave_now(request)


def leave_now(request):
    visiting.leave(request)
    return render(request, "referrals/answer_left.html", {})


def _languages():
    now = (translation.get_language() or "en")[:2]
    return [{"code": code, "name": name, "url": f"?lang={code}"} for code, name in OURS.items() if code != now]
