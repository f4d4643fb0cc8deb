"""Reminders by mail, asked for again by whoever reads the run log."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency.access import Permission, requires
from agency.once import sent_once
from workspace.tasks import SENDS, ask_for


@requires(Permission.SETTINGS_EDIT)
@require_POST
@sent_once
def again(request, name):
    """One more run of these reminders; who has had theirs gets no second mail."""
    if name not in SENDS:
        raise Http404
    run = ask_for(name, request.user)
    messages.success(request, _("It runs. Only what is missing is sent."))
    return redirect("agency:run", pk=run.pk)
