from reports.views.changes import changed
from reports.views.frozen import families, make, report, report_file, report_pdf, reports
from reports.views.live import live, live_families, live_file, live_pdf, own, own_families
from reports.views.narrative import narrative
from reports.views.today import today

__all__ = [
    "changed",
    "families",
    "live",
    "live_families",
    "live_file",
    "live_pdf",
    "make",
    "narrative",
    "own",
    "own_families",
    "report",
    "report_file",
    "report_pdf",
    "reports",
    "today",
]
