"""Between the two of them: a reflection is kept, also while it is typed, and taken back. No answer holds its words."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from agency.access import Permission, requires
from supervision import between_two
from supervision.opening import open_session

LONGEST = 20_000  # characters


def _typed(request):
    return request.POST.get(between_two.FIELD, "")[:LONGEST].replace("\x00", "")


def _back(session):
    return redirect(f"{session.get_absolute_url()}#between")


@requires(Permission.SUPERVISION_VIEW)
@sensitive_post_parameters(between_two.FIELD)
@require_POST
def keep(request, pk):
    """Save the own reflection of a session; empty, it is taken back."""
    session = open_session(request, pk)
    if between_two.write(session=session, words=_typed(request), by=request.user):
        messages.success(request, _("Kept. Only the two of you can read it."))
    return _back(session)


@requires(Permission.SUPERVISION_VIEW)
@sensitive_post_parameters(between_two.FIELD)
@require_POST
def keep_draft(request, pk):
    """What static/js/drafts.js sends while somebody types. The words go to a table of their own, not to the drafts."""
    session = open_session(request, pk)
    between_two.keep_draft(session=session, words=_typed(request), by=request.user)
    return JsonResponse({"saved_at": timezone.now().isoformat()})


@requires(Permission.SUPERVISION_VIEW)
@require_POST
def withdraw(request, pk):
    """Take the own words back: nobody can read them any more."""
    session = open_session(request, pk)
    if between_two.withdraw(session=session, by=request.user):
        messages.success(request, _("Your reflection is gone. Nobody can read it any more."))
    return _back(session)
