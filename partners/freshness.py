"""Which entries somebody must look at: what colleagues reported first, then those nobody has checked the longest."""

from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from partners.models import Verification
from partners.models.shared import FRESH_FOR, checking_clock


def clock():
    """How many days an entry stays fresh, and how many before that it is shown: the agency's own clock."""
    return checking_clock(timezone.localdate()).values_list("length", "warn_before").first() or (FRESH_FOR, 0)


def queue(services, on, *, group=""):
    """Services whose check is due or near, reported ones first, then never checked, then the oldest."""
    length, warn = clock()
    reported = Verification.objects.unsettled().filter(service=OuterRef("pk")).order_by()
    waiting = Q(verified_on=None) | Q(verified_on__lt=on - timedelta(days=length - warn)) | Exists(reported)
    found = services.running().filter(waiting)
    if group:
        found = found.filter(partner__group=group)
    open_reports = Q(verifications__verdict=Verification.Verdict.WRONG, verifications__settled_on=None)
    return found.annotate(reports=Count("verifications", filter=open_reports)).order_by(
        "-reports", F("verified_on").asc(nulls_first=True), "partner__name", "name", "pk"
    )


def reports_of(services):
    """What was reported about these and is not settled, by service, oldest first."""
    found = {}
    for report in Verification.objects.unsettled().filter(service__in=services).select_related("said_by"):
        found.setdefault(report.service_id, []).append(report)
    return found


def count(services, on):
    """How many wait."""
    return queue(services, on).order_by().values("pk").count()
