"""The list behind a number: whose names a reader sees, and which lists open for whom."""

from django.core.paginator import Paginator

from agency import audit
from agency.access import Permission
from families.models import Family
from reports.models import ReportFamilies

A_PAGE = 50


def opens_for(user, kind, figures):
    """Those of `figures` whose list this person may open: restricted ones only for who reads restricted records."""
    if not user.may(Permission.FAMILY_VIEW):
        return set()
    if user.may(Permission.RESTRICTED_VIEW):
        return set(figures)
    return set(figures) - kind.restricted(figures)


def earlier(user, kind, content):
    """{run: figures}: the lists this person may open of the frozen reports whose numbers stand beside these."""
    runs = [one["run"] for one in kind.stood_beside(content).values() if one.get("run")]
    found = {}
    if runs and user.may(Permission.FAMILY_VIEW):
        lists = ReportFamilies.objects.visible_to(user).filter(run__in=runs)
        for run, figure in lists.values_list("run", "figure"):
            found.setdefault(run, set()).add(figure)
    return {run: opens_for(user, kind, figures) for run, figures in found.items()}


def page_of_families(request, figure, ids):
    """What reports/families.html shows: the counted families that are this person's to open, page by page."""
    mine = Family.objects.visible_to(request.user).filter(pk__among=list(ids)).with_people()
    page = Paginator(mine.order_by("name", "pk"), A_PAGE).get_page(request.GET.get("page"))
    audit.looked(request, page.object_list)
    return {"page": page, "counted": len(ids), "figure": figure}
