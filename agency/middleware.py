"""What happens around every page: who is asking, in which language, and what becomes of words typed too late."""

from urllib.parse import urlsplit

import pghistory
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from agency import drafts
from agency.access import MovedOn, ReasonNeeded
from agency.editing import ChangedMeanwhile
from agency.held import StillAsked
from agency.models import Agency

STASH = "typed_before_login"
WHO = "who"  # a cookie: words typed by one person must not wait for the next one at the same computer


def language(get_response):
    """The person's language; before log-in, the browser's."""

    def middleware(request):
        chosen = getattr(request.user, "language", "") or translation.get_language_from_request(request)
        with translation.override(chosen):  # and back: the thread answers somebody else next
            request.LANGUAGE_CODE = translation.get_language()
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        return response

    return middleware


def never_stored(get_response):
    """What somebody signed in has seen is kept by no browser and no proxy: on the next person's "back" it is gone."""

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def history(get_response):
    """Row history knows who changed a row, and by which kind of request."""

    def middleware(request):
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return get_response(request)
        with pghistory.context(user=request.user.pk, method=request.method):
            return get_response(request)

    return middleware


class LoginRequired(LoginRequiredMiddleware):
    """Log-in is the default. What a person typed before the session ran out waits for them behind the log-in."""

    def handle_no_permission(self, request, view_func):
        if request.method in ("GET", "HEAD"):
            return super().handle_no_permission(request, view_func)
        page = _page_of(request)
        _stash(request, page)
        back = f"{reverse('account_login')}?{urlencode({'next': page})}"
        if request.headers.get("HX-Request") or request.headers.get("X-Draft"):
            response = render(request, "components/_signed_out.html", status=401)
            response.headers["HX-Redirect"] = back
            return response
        return redirect(back)


def _page_of(request):
    """The page from which this was sent: the address it was sent to may only take what is sent."""
    for address in (request.POST.get("_path"), request.headers.get("HX-Current-URL"), request.headers.get("Referer")):
        if address and url_has_allowed_host_and_scheme(address, {request.get_host()}):
            return urlsplit(address).path
    return request.path


def _stash(request, page):
    typed = drafts.typed_in(request.POST)
    if typed and drafts.size_of(typed) <= drafts.LARGEST:
        key, label = request.POST.get("_draft") or page, request.POST.get("_label", "")
        request.session[STASH] = {"who": _who(request), "key": key, "path": page, "label": label, "typed": typed}


def _who(request):
    """The person who last used this browser, from a signed cookie; "" when nobody did."""
    return request.get_signed_cookie(WHO, default="")


class KeepTypedWords:
    """After log-in, words stashed by `LoginRequired` become a draft of the person who typed them, of nobody else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        who = str(request.user.pk)
        if STASH in request.session:
            stash = request.session.pop(STASH)
            if stash["who"] == who:
                drafts.keep(request.user, stash["key"], stash["typed"], path=stash["path"], label=stash["label"])
        response = self.get_response(request)
        if _who(request) != who:
            response.set_signed_cookie(WHO, who, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        return response


class FirstRun:
    """Nobody can sign in where there is no agency yet: every page leads to the one that makes it.

    Asked of people who are not signed in only: whoever is, works for an agency.
    """

    OPEN = ("agency:first-run", "healthz", "set_language")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.user.is_authenticated or request.resolver_match.view_name in self.OPEN:
            return None
        return None if Agency.objects.exists() else redirect("agency:first-run")


class Detours:
    """Detours a view need not know: the page that asks a manager why, the page that shows two versions, the family an
    old key leads to, and the way back where a record is held."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, ReasonNeeded):
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('families:reason', args=[exception.family_id])}?{query}")
        if isinstance(exception, MovedOn):
            return redirect(exception.url)
        if isinstance(exception, ChangedMeanwhile):
            return exception.page(request)
        if isinstance(exception, StillAsked):
            messages.error(request, str(exception))
            page = _page_of(request)
            return redirect(page if page != request.path else reverse("workspace:family", args=[exception.family_id]))
        return None
