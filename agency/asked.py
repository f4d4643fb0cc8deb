"""What an address asks (`?q=Reyes&center=3`). Anybody may type anything there, so it is read with care."""

from functools import wraps

from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

NARROWS = ("center", "exact", "contact", "readers", "since", "until")  # what may stand in an address beside the words
LONGEST = 100  # characters of a search that are looked at
LARGEST = 2**63 - 1  # the largest key the database can hold


KEPT = "asked"  # in the session: words by page; in an address: "the words are in the session"


def by_post(view):
    """A page one searches by the name of a family: the words are posted and kept in the session of that person.

    The address it leads to says only that something was asked, so no address, history or log of a proxy holds a name.
    """

    @wraps(view)
    def searched(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        request.session[KEPT] = request.session.get(KEPT, {}) | {request.path: request.POST.get("q", "")[: 2 * LONGEST]}
        query = request.GET.copy()
        query.update({name: value for name, value in request.POST.items() if name in NARROWS and value})
        query[KEPT] = "1"
        return redirect(f"{request.path}?{query.urlencode()}")

    return searched


def words(request):
    """`q` as it was typed: out of the address, or out of the session when the address says so."""
    if KEPT in request.GET and "q" not in request.GET:
        return request.session.get(KEPT, {}).get(request.path, "")
    return request.GET.get("q", "")


def again(request):
    """The part of an address that asks the same words once more, without holding them when they were posted."""
    if KEPT in request.GET and "q" not in request.GET:
        return {KEPT: "1"}
    return {"q": text(request)} if text(request) else {}


def text(request, name="q"):
    """The words asked for, without the sign no database keeps; "" when there are none."""
    said = words(request) if name == "q" else request.GET.get(name, "")
    return said.replace("\x00", "").strip()[:LONGEST]


def number(request, name, said=None):
    """The whole number asked for; None when there is none, or none that a row or a page of ours could have.

    Out of the address, or out of `said` (a post).
    """
    said = (request.GET if said is None else said).get(name, "")
    if not (said.isascii() and said.isdecimal()) or len(said) > len(str(LARGEST)):
        return None
    return int(said) if int(said) <= LARGEST else None


def way_back(request, default):
    """The page this one was opened from (`?next=`), when it is one of ours; else `default`."""
    asked = request.GET.get("next", "")
    return asked if is_ours(request, asked) else default


def is_ours(request, url):
    """True for an address on this site."""
    return bool(url) and url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
