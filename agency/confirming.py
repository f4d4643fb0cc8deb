"""The question before an act that is not lightly taken back, on a page of its own; it works with scripts off."""

from django.shortcuts import render


def question(request, *, title, text, yes, back_url, urgent=False):
    """The page that asks. Its form comes back to the same address with the answer."""
    page = {"title": title, "text": text, "yes": yes, "back_url": back_url, "urgent": urgent}
    return render(request, "confirm.html", page)


def asked_first(request, **said):
    """The page that asks, or None once the answer came with the form: `if page := asked_first(…): return page`."""
    return None if "confirmed" in request.POST else question(request, **said)
