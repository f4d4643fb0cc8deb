"""What an address asks (`?q=Reyes&center=3`). Anybody may type anything there, so it is read with care."""

from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 100  # characters of a search that are looked at
LARGEST = 2**63 - 1  # the largest key the database can hold


def text(request, name="q"):
    """The words asked for, without the sign no database keeps; "" when there are none."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST]


def number(request, name):
    """The whole number asked for; None when there is none, or none that a row or a page of ours could have."""
    said = request.GET.get(name, "")
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
