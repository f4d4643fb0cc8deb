"""A person's own page: name, language, colors, reminders by mail, and the ways in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from agency import actions
from agency.access import Permission, requires
from agency.forms.accounts import ProfileForm
from agency.forms.reminders import ReminderForm
from agency.models import ReminderChoice


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


@requires(Permission.STAFF)
def reminders(request):
    """When reminders come by mail, and what is in them."""
    choice = ReminderChoice.objects.filter(user=request.user).first() or ReminderChoice()
    choice.user = request.user
    form = ReminderForm(request.POST or None, instance=choice)
    if request.method == "POST" and form.is_valid():
        actions.keep(form=form, event="reminders_chosen", by=request.user)
        messages.success(request, _("Saved. Your next mail comes like this."))
        return redirect("agency:profile")
    return render(request, "agency/reminders.html", {"form": form})
