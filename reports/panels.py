"""The reports' piece of other rooms' pages: the newest figures at a glance."""

from agency.access import Permission
from reports.models import ReportRun
from reports.presenting import Presented


def glance(user):
    """The newest report this person reads, the widest first, as `templates/reports/_glance.html` shows it; or None."""
    if not user.may(Permission.REPORT_VIEW):
        return None
    runs = ReportRun.objects.visible_to(user).select_related("program")
    run = runs.order_by("-period", "-program", "-edition").first()  # the agency's, which has no program, comes first
    return Presented(run, run.families.values_list("figure", flat=True)) if run else None
