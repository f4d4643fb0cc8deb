"""The yearly report: a program's worksheet with every list behind it, its page, and the two lists of one number."""

from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from agency.models import Program, User
from reports import kinds
from reports.actions import make
from reports.pir import keeping
from reports.pir.counting import period_of
from reports.scope import Scope
from workspace.bench.measure import PAGE, Budget, measured
from workspace.bench.pages import Browser, kb

WITH_LISTS = Budget(p95_ms=5_000)
RUNS = 3


def rows():
    """For the largest program, in its running year."""
    program = Program.objects.annotate(places=Count("enrollments")).order_by("-places", "pk").first()
    year = program.year_on(timezone.localdate())
    yield measured("PIR, one program with lists", WITH_LISTS, lambda: _made(year), runs=RUNS)
    manager = User.objects.filter(role_grants__role="manager").order_by("pk").first()
    browser = Browser(manager)
    sheet = reverse("reports:pir-sheet", args=[year.pk])
    yield measured("PIR worksheet, the page", PAGE, lambda: browser.get(sheet), runs=RUNS, size_of=kb)
    yield measured("PIR worksheet, counted again", WITH_LISTS, lambda: _counted(year, manager), runs=RUNS)
    item = reverse("reports:pir-item", args=[year.pk, "any_service_received"])
    yield measured("PIR, the lists of one number", PAGE, lambda: browser.get(item), runs=RUNS, size_of=kb)


def _counted(year, person):
    return keeping.worksheet(year, Scope(period_of(year), year.program), user=person, again=True)


def _made(year):
    with transaction.atomic():
        make(kind=kinds.named("pir"), scope=Scope(period_of(year), year.program), new_edition=True)
        transaction.set_rollback(True)
