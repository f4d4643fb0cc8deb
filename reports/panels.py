"""The reports' piece of other rooms' pages: the newest figures at a glance."""

from agency.access import Permission
from reports.lists import opens_for
from reports.models import ReportRun
from reports.report import Report


def glance(user):
    """The newest report this person reads, the widest first, as `templates/reports/_glance.html` shows it; or None."""
    if not user.may(Permission.REPORT_VIEW):
        return None
    runs = ReportRun.objects.visible_to(user).filter(name="monthly").select_related("program")
    run = runs.order_by("-period", "-program", "delegate", "-edition").first()  # the agency's comes first
    if run is None:
        return None
    return Report.of_run(run, opens_for(user, run.kind, run.families.values_list("figure", flat=True)))
