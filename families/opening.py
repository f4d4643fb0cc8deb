"""The one door to a family's record: visible or 404, allowed or 403, a manager's reason, and a line in the log."""

from django.shortcuts import get_object_or_404

from agency import audit
from agency.access import Permission, open_record
from families.models import Family


def open_family(request, pk, families=None):
    """The family `pk` for a view about it. The permission is the one the view requires.

    Raises Http404 for a family this person may not know of, PermissionDenied when they may look but not do this, and
    ReasonNeeded when a manager has not said why today (agency.middleware shows the page that asks).
    """
    family = get_object_or_404(families if families is not None else Family.objects.visible_to(request.user), pk=pk)
    permission = getattr(request.resolver_match.func, "requires", Permission.FAMILY_VIEW)
    why = open_record(request, family, permission)
    audit.looked(request, [family], reason=why)
    return family
