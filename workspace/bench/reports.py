"""Reports people wait for: one program's month and the agency's, a supervisor's own centers, what changed since."""

from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from agency.models import Program, User
from reports import changes, kinds
from reports import scope as scopes
from reports.actions import count, make
from reports.periods import Month
from reports.scope import Scope
from workspace.bench.measure import PAGE, Budget, measured
from workspace.bench.pages import Browser, kb

ONE_PROGRAM = Budget(p95_ms=2_000)
THE_AGENCY = Budget(p95_ms=10_000)
RUNS, PAGES = 3, 20


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


def glance():
    """The manager's first page, with the newest reports of the agency frozen behind it."""
    browser = Browser(User.objects.filter(role_grants__role="manager").order_by("pk").first())
    with transaction.atomic():
        for month in (_last_month().previous(), _last_month()):
            _made(Scope(month))
        url = reverse("workspace:my-day")
        yield measured("Program at a glance", PAGE, lambda: browser.get(url), runs=PAGES, size_of=kb)
        transaction.set_rollback(True)


def own_centers():
    """A supervisor's month: the own centers, which a worker counts, and the page that waits for it."""
    grants = User.objects.filter(role_grants__role="supervisor", role_grants__center__isnull=False)
    supervisor = grants.annotate(centers=Count("role_grants")).order_by("-centers", "pk").first()
    supervisor = supervisor or User.objects.filter(role_grants__role="supervisor").order_by("pk").first()
    browser, url = Browser(supervisor), reverse("reports:live", args=["monthly"])
    kind, scope = kinds.named("monthly"), scopes.own(supervisor, _last_month())
    yield measured("Monthly report, own centers", ONE_PROGRAM, lambda: count(kind, scope), runs=RUNS)
    yield measured("The page that waits for it", PAGE, lambda: browser.get(url), runs=PAGES, size_of=kb)
