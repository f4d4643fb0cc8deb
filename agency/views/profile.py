"""A person's own page: name, language, colors, and the ways in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from agency import actions
from agency.access import Permission, requires
from agency.forms.accounts import ProfileForm


@requires(Permission.STAFF)
def profile(request):
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        user = actions.keep(form=form, event="profile_changed", by=request.user)
        with translation.override(user.language):
            messages.success(request, _("Saved. Your pages look and speak like this from now on."))
        return redirect("agency:profile")
    request.user.refresh_from_db(fields=["language", "theme", "first_name", "last_name"])
    return render(request, "agency/profile.html", {"form": form})
