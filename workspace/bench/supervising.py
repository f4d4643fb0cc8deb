"""A supervisor's pages: who has nobody yet, a caseload handed over, the sessions; each as full as its page can be."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agency.access import Permission
from families.models import Assignment
from supervision.assigning.boards import MOST
from supervision.caseloads import workers
from supervision.models import Session
from workspace.bench.measure import PAGE, measured

YESTERDAY = timedelta(days=1)


def rows(supervisor, browser, runs, size_of):
    """Measure one page after the other; what is changed for it is taken back."""
    assign, worker = reverse("supervision:assign"), workers(supervisor).first()
    pages = [
        ("Caseload of one worker", reverse("supervision:caseload", args=[worker.pk])),
        ("Families behind a figure", reverse("supervision:figure", args=["overdue"])),
        ("Hand-over, new", reverse("supervision:hand-over-new", args=[worker.pk])),
        ("Caseloads on a day", reverse("supervision:history")),
        ("Supervision sessions", reverse("supervision:sessions")),
        ("Supervision session", _session_of(supervisor).get_absolute_url()),
    ]
    waiting = [("Assign, a full page", assign), ("Assign, with a proposal", f"{assign}?suggest=1")]

    def each(pages):
        return [measured(name, PAGE, partial(browser.get, url), runs=runs, size_of=size_of) for name, url in pages]

    found = each(pages)
    with transaction.atomic():
        _leave_some_without_anybody(supervisor)
        found += each(waiting)
        transaction.set_rollback(True)
    return found


def _leave_some_without_anybody(supervisor):
    """As many families as fill the page."""
    today = timezone.localdate()
    main = Assignment.objects.visible_to(supervisor, Permission.FAMILY_ASSIGN).in_force(today)
    main = main.filter(kind=Assignment.Kind.PRIMARY, ends_on=None, starts_on__lt=today - YESTERDAY).order_by("pk")
    Assignment.objects.filter(pk__in=list(main.values_list("pk", flat=True)[:MOST])).update(ends_on=today - YESTERDAY)


def _session_of(supervisor):
    """The next one that is planned, which shows the most."""
    return Session.objects.visible_to(supervisor).planned().filter(supervisor=supervisor).order_by("planned_on").first()
