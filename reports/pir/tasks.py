"""The monthly rehearsal: each program's worksheet, frozen on the first of the month, so that June holds no surprise."""

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from agency.models import Program, ProgramYear
from reports import actions, kinds
from reports.models import PirForm
from reports.pir import trend
from reports.pir.counting import period_of
from reports.scope import Scope


@shared_task
def rehearse_pirs():
    """Queue what this month has not rehearsed yet. Runs on the first, and every morning after to catch up."""
    if PirForm.objects.in_use().exists():
        for year in trend.due(timezone.localdate()):
            rehearse_pir.delay(year.pk)


@shared_task
@transaction.atomic
def rehearse_pir(year_id):
    """Freeze one program's worksheet as it stands. Safe to run twice: a month has one rehearsal."""
    year = ProgramYear.objects.select_related("program").get(pk=year_id)
    Program.objects.select_for_update(of=("self",)).get(pk=year.program_id)  # two at once: the second finds the first
    if year in trend.due(timezone.localdate()):
        actions.make(kind=kinds.named("pir"), scope=Scope(period_of(year), year.program), new_edition=True)
