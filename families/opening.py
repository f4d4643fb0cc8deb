"""The one door to a family's record: visible or 404, allowed or 403, a manager's reason, and a line in the log."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from agency import audit
from agency.access import MovedOn, Permission, must_say_why, open_record
from families.forms.assignment import ReasonForm
from families.models import Family


def open_family(request, pk, families=None):
    """The family `pk` for a view about it. The permission is the one the view requires.

    Raises Http404 for a family this person may not know of, PermissionDenied when they may look but not do this,
    ReasonNeeded when a manager has not said why today (agency.middleware shows the page that asks), and MovedOn when
    the key is that of a record merged into another (agency.middleware leads there).
    """
    try:
        family = get_object_or_404(families if families is not None else Family.objects.visible_to(request.user), pk=pk)
    except Http404:
        follow(request, pk)
        raise
    permission = getattr(request.resolver_match.func, "requires", Permission.FAMILY_VIEW)
    why = open_record(request, family, permission)
    audit.looked(request, [family], reason=why)
    return family


def follow(request, pk):
    """Leave for the family into which the record `pk` was merged, if this person may open it."""
    merged = Family.every.filter(pk=pk, merged_into__isnull=False)
    living = Family.objects.visible_to(request.user).filter(pk__in=merged.values("merged_into")).first()
    if living is None:
        return
    if request.method not in ("GET", "HEAD"):
        raise MovedOn(living.get_absolute_url())
    match = request.resolver_match
    raise MovedOn(reverse(match.view_name, args=[living.pk]) if len(match.kwargs) == 1 else living.get_absolute_url())


def why_first(request, family, *, template="families/situation_why.html", form_class=ReasonForm, **context):
    """The page that asks why restricted facts are opened, or None once they may be: `if page := why_first(…)`.

    Whoever is here only as a manager is asked each time; the reason is kept beside the look.
    """
    if not must_say_why(request.user, family):
        return None
    form = form_class(request.POST or None)
    if not (request.method == "POST" and form.is_valid()):
        return render(request, template, {"family": family, "form": form, **context})
    audit.looked(request, [family], reason=form.cleaned_data["why"], anew=True)
    return None
