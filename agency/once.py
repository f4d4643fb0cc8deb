"""A form sent twice counts once: a thumb taps twice, a slow line sends again, somebody goes back and saves again."""

import functools
import hashlib
import secrets
import time

from django.core.cache import cache
from django.shortcuts import redirect

FIELD = "_once"
NOT_SAID = ("csrfmiddlewaretoken",)
A_DAY = 24 * 60 * 60
UNDERWAY = ""
PATIENCE = 3  # seconds the second copy waits to hear where the first one led
A_MOMENT = 0.1


def mark():
    """What tells one filled-in form from the next; the form carries it in a hidden field ({% once %})."""
    return secrets.token_urlsafe(12)


def sent_once(view):
    """The same words of the same form, sent again, go where the first ones led and write nothing.

    Other words count: whoever goes back and writes something else has written something else. So does a form that came
    back with errors, or one whose view failed.
    """

    @functools.wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.POST.get(FIELD):
            return view(request, *args, **kwargs)
        key = f"once:{request.user.pk}:{_print_of(request)}"
        if not cache.add(key, UNDERWAY, A_DAY):
            return redirect(_where_the_first_led(key) or request.get_full_path())
        return _first(view, request, key, *args, **kwargs)

    return guarded


def _print_of(request):
    """A fingerprint of the page and of all that was filled in, the mark among it. The words themselves stay out."""
    said = [request.path, *sorted((name, *values) for name, values in request.POST.lists() if name not in NOT_SAID)]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _first(view, request, key, *args, **kwargs):
    led_to = None
    try:
        response = view(request, *args, **kwargs)
        led_to = response.get("Location")
    finally:
        if led_to:
            cache.set(key, led_to, A_DAY)
        else:
            cache.delete(key)
    return response


def _where_the_first_led(key):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if led_to := cache.get(key, UNDERWAY):
            return led_to
        time.sleep(A_MOMENT)
    return UNDERWAY
