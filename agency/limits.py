"""How often something may happen in a while, counted in the shared cache so that every web process sees the same."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac


def count(key, seconds):
    """One more of `key`; says how many there were since the first one of these seconds."""
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two
        return 1


def so_far(key):
    return cache.get(key, 0)


def source_of(request):
    """Tells one place from another without saying which: a keyed hash of the address the proxy names."""
    try:
        address = get_adapter().get_client_ip(request)
    except PermissionDenied:  # a server behind a socket, whose proxy names nobody: all of them are one place
        address = ""
    return salted_hmac("agency.limits.source", address, algorithm="sha256").hexdigest()[:32]
