"""Standing reports at their largest, the agency's twelve months: the count, its page, one list, its paper."""

from contextlib import contextmanager

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from agency.models import User
from reports import kinds, waiting
from reports.periods import Days
from reports.scope import Scope
from workspace.bench.measure import PAGE, Budget, measured
from workspace.bench.pages import Browser, kb

COUNT = Budget(p95_ms=10_000)
PAPER = Budget(p95_ms=10_000)
# Each report, and the list of its that is opened here.
REPORTS = {
    "outcomes": "talked.all.never",
    "timeliness": "clocks.agreement_answered.open",
    "caseload": "",
    "referrals": "kinds.all.waiting",
    "gap": "kinds.all.gap",
    "fathers": "known.all.not_yet",
    "partners": "",
    "rights": "notices.rights.missing",
    "quality": "workers.all.missing",
}
RUNS = 3


def parts():
    """Each report is measured by itself."""
    return [lambda code=code: rows(code) for code in REPORTS]


def rows(code):
    kind, scope = kinds.named(code), Scope(Days.of(timezone.localdate()))
    title = str(kind.title)
    yield measured(f"{title}, agency", COUNT, lambda: kind.count(scope), runs=RUNS)
    manager = User.objects.filter(role_grants__role="manager").order_by("pk").first()
    facts = {"kind": code, "scope": scope.as_words(), "language": manager.language}
    browser = Browser(manager)
    with _kept("count", facts) as answer:
        for what, url in _pages(code):
            yield measured(f"{title}, {what}", PAGE, lambda url=url: browser.get(url), runs=10, size_of=kb)
        facts["as_of"] = answer.as_of.isoformat()
        yield measured(f"{title}, paper", PAPER, lambda: waiting.WAYS["paper"](**facts), runs=RUNS)


@contextmanager
def _kept(about, facts):
    """What a worker has counted for a manager, as the pages find it."""
    question = waiting.Question(about, facts)
    waiting.work_out(about, facts)
    try:
        yield cache.get(question.key)
    finally:
        cache.delete(question.key)


def _pages(code):
    yield "page", reverse("reports:live", args=[code])
    if REPORTS[code]:
        yield "a list", reverse("reports:live-families", args=[code, REPORTS[code]])
