"""One form about our work with partners: shown, kept, or shown again with what to look at."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agency import drafts


def keep(request, form, *, title, back, save, draft="", said="", template="partners/keep.html", **more):
    """Save what was typed by `save()` and go back; or show the form."""
    if request.method == "POST" and form.is_valid():
        save()
        if draft:
            drafts.forget(request, draft)
        messages.success(request, said or _("Saved."))
        return redirect(back)
    return render(request, template, {"form": form, "title": title, "back_url": back, "draft": draft} | more)
