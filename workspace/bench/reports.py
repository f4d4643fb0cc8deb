"""Reports people wait for: one program's month and the agency's, a supervisor's own centers, what changed since."""

from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from agency.models import Program, User
from reports import changes, kinds
from reports.actions import make
from reports.periods import Month
from reports.scope import Scope
from workspace.bench.measure import Budget, measured
from workspace.bench.pages import Browser, kb

ONE_PROGRAM = Budget(p95_ms=2_000)
THE_AGENCY = Budget(p95_ms=10_000)
RUNS = 3


def rows():
    """The last full month, for the largest program and for the whole agency; each is undone."""
    yield _month("Monthly report, one program", ONE_PROGRAM, _last_month(), _largest())
    yield _month("Monthly report, agency", THE_AGENCY, _last_month(), None)


def changed():
    """A frozen month opened again: what came in since."""
    with transaction.atomic():
        run = _made(Scope(_last_month(), _largest()))
        yield measured("What changed since, one program", ONE_PROGRAM, lambda: changes.since(run), runs=RUNS)
        transaction.set_rollback(True)


def _last_month():
    return Month.of(timezone.localdate()).previous()


def _largest():
    return Program.objects.annotate(places=Count("enrollments")).order_by("-places", "pk").first()


def _month(name, budget, month, program):
    """As on the first of any month: the month before and the one a year ago are frozen already."""
    with transaction.atomic():
        for earlier in (month.previous(), month.a_year_before()):
            _made(Scope(earlier, program))
        row = measured(name, budget, lambda: _made_and_undone(Scope(month, program)), runs=RUNS)
        transaction.set_rollback(True)
    return row


def _made_and_undone(scope):
    with transaction.atomic():
        _made(scope)
        transaction.set_rollback(True)


def _made(scope):
    return make(kind=kinds.named("monthly"), scope=scope, new_edition=True)


def own_centers():
    """A supervisor's month, counted while they wait: the same days, the own centers only."""
    grants = User.objects.filter(role_grants__role="supervisor", role_grants__center__isnull=False)
    supervisor = grants.annotate(centers=Count("role_grants")).order_by("-centers", "pk").first()
    supervisor = supervisor or User.objects.filter(role_grants__role="supervisor").order_by("pk").first()
    browser, url = Browser(supervisor), reverse("reports:live", args=["monthly"])
    yield measured("Monthly report, own centers", ONE_PROGRAM, lambda: browser.get(url), runs=RUNS, size_of=kb)
