"""What was decided in supervision: seen from the family's page and My day, and done in place."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency.access import Permission, permissions_on, requires
from agency.asked import way_back
from families.opening import open_family
from supervision import panels
from supervision.actions import decisions as actions
from supervision.opening import open_decision


@requires(Permission.ASSESSMENT_VIEW)
def decision(request, pk):
    found = open_decision(request, pk)
    page = {"decision": found, "family": found.family, "may_tick": _may_tick(request.user, found)}
    is_one_of_the_two = request.user.pk in (found.session.worker_id, found.session.supervisor_id)
    page["session"] = found.session if is_one_of_the_two else None
    return render(request, "supervision/decision.html", page)


def _may_tick(user, found):
    """Whoever does it, whoever serves the family, and whoever leads them."""
    if found.family_id is None or found.doer_id == user.pk:
        return found.owner_id is not None
    return found.owner_id is not None and Permission.ASSESSMENT_EDIT in permissions_on(user, found.family)


@requires(Permission.SUPERVISION_VIEW)
@require_POST
def done(request, pk):
    """It is done; pressed again, it is open again."""
    found = open_decision(request, pk)
    try:
        now = actions.done(decision=found, by=request.user)
    except actions.NobodyTookItOn as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("Done.") if now.done_on else _("Open again."))
    return redirect(way_back(request, found.get_absolute_url()))


@requires(Permission.ASSESSMENT_VIEW)
def of_family(request, family_pk):
    """Everything that was decided about a family, and every flag on its record."""
    family = open_family(request, family_pk)
    may = permissions_on(request.user, family)
    page = {
        "family": family,
        "decisions": panels.decisions(family, request.user),
        "flags": panels.every_flag(family, request.user) if Permission.FLAG_VIEW in may else [],
        "raise_url": reverse("supervision:flag-add", args=[family.pk]) if Permission.FLAG_RAISE in may else "",
        "may_tick": Permission.ASSESSMENT_EDIT in may,
    }
    return render(request, "supervision/decisions.html", page)
