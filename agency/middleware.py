"""What happens around every page: who is asking, in which language, and what becomes of words typed too late."""

import pghistory
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from agency import drafts
from agency.access import ReasonNeeded
from agency.editing import ChangedMeanwhile

STASH = "typed_before_login"


def language(get_response):
    """The person's language; before log-in, the browser's."""

    def middleware(request):
        chosen = getattr(request.user, "language", "") or translation.get_language_from_request(request)
        translation.activate(chosen)
        request.LANGUAGE_CODE = translation.get_language()
        response = get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or "en")
        return response

    return middleware


def history(get_response):
    """Row history knows who changed a row and on which page. The page is a URL name: no ids of families in the path."""

    def middleware(request):
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return get_response(request)
        with pghistory.context(user=request.user.pk, method=request.method):
            return get_response(request)

    return middleware


class LoginRequired(LoginRequiredMiddleware):
    """Log-in is the default. What a person typed before the session ran out waits for them behind the log-in."""

    def handle_no_permission(self, request, view_func):
        if request.method == "POST":
            request.session[STASH] = {"path": request.path, "typed": drafts.typed_in(request.POST)}
        if request.headers.get("HX-Request") or request.headers.get("X-Draft"):
            response = render(request, "components/_signed_out.html", status=401)
            response.headers["HX-Redirect"] = f"{reverse('account_login')}?{urlencode({'next': request.path})}"
            return response
        return super().handle_no_permission(request, view_func)


class KeepTypedWords:
    """After log-in, words stashed by `LoginRequired` become the person's draft of the form they were typed into."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and STASH in request.session:
            stash = request.session.pop(STASH)
            key = stash["typed"].pop("_draft", [stash["path"]])[0]
            drafts.keep(request.user, key, stash["typed"])
        return self.get_response(request)


class Detours:
    """Two detours a view need not know: the page that asks a manager why, and the page that shows two versions."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, ReasonNeeded):
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('families:reason', args=[exception.family_id])}?{query}")
        if isinstance(exception, ChangedMeanwhile):
            return exception.page(request)
        return None
