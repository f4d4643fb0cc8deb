"""What people say about an entry of the directory, and what becomes of it."""

from django.db import transaction
from django.utils import timezone

from agency import audit
from partners.models import Service, Verification


@transaction.atomic
def mark_right(*, service, by):
    """Somebody has looked: everything in this entry is still right. What was reported wrong before is settled by it."""
    today = timezone.localdate()
    Service.objects.filter(pk=service.pk).update(verified_on=today, verified_by=by)
    service.verifications.unsettled().update(settled_on=today, settled_by=by)
    Verification.objects.create(service=service, verdict=Verification.Verdict.RIGHT, said_by=by)
    audit.record("service_checked", about=service, by=by)


@transaction.atomic
def report_wrong(*, service, what, by):
    """Somebody has learned that an entry is wrong; whoever may change it finds it on a list."""
    report = Verification.objects.create(service=service, verdict=Verification.Verdict.WRONG, what=what, said_by=by)
    audit.record("service_reported_wrong", about=service, by=by)
    return report


@transaction.atomic
def settle(*, report, by):
    """The report has been looked into. Settled twice, the first stays."""
    settled = Verification.objects.filter(pk=report.pk, settled_on=None).update(
        settled_on=timezone.localdate(), settled_by=by
    )
    if settled:
        audit.record("service_report_settled", about=report.service, by=by)
