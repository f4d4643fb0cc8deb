"""A log-in lasts two hours since the last page, without a row written for each page."""

from time import time

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

SEEN = "seen"
LATELY = settings.SESSION_COOKIE_AGE / 24  # of two hours five minutes: so much earlier a session may end, no more


@receiver(user_logged_in)
def begin(request, **kwargs):
    request.session[SEEN] = int(time())


def still_here(get_response):
    """Saving a session counts its two hours anew; a page asked for right after another need not."""

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated and time() - request.session.get(SEEN, 0) > LATELY:
            request.session[SEEN] = int(time())
        return response

    return middleware
