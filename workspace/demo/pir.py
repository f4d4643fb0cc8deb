"""The yearly federal report of the demo agency: the forms, what was filed last year, and this year's rehearsals."""

import hashlib
from datetime import datetime, time

from django.utils import timezone

from agency.models import Program, ProgramYear, User
from reports.actions import content_hash
from reports.models import PirFiledFigure, PirForm, PirWorkbook, ReportFamilies, ReportRun
from reports.periods import Month
from reports.pir.counting import Worksheet, period_of
from reports.pir.kind import KIND
from reports.pir.loading import load_forms
from reports.pir.workbook import TYPES, number_of
from reports.scope import Scope

REHEARSED = 3  # months


def file(size, today, progress):
    """Forms and program numbers for every size; what was filed and rehearsed where the load stays quick."""
    load_forms()
    _number_delegates()
    if not size.months:
        return
    years = ProgramYear.objects.filter(starts_on__lte=today).select_related("program")
    running = list(years.order_by("program_id", "-starts_on").distinct("program_id"))
    progress.phase("yearly reports", len(running) * (1 + REHEARSED))
    _last_year(running, progress)
    for year in running:
        _rehearse(year, today, progress)


def _number_delegates():
    """As the federal system counts them: 001, 002 for Head Start, 201, 202 for Early Head Start."""
    for number, program in enumerate(Program.objects.exclude(delegate_name="").order_by("pk"), start=1):
        program.number = f"{number + (200 if 'ehs' in program.kind else 0):03d}"
        program.save(update_fields=["number"])


def _last_year(running, progress):
    """What was filed: last year's count, less what was entered after the file had gone."""
    manager = User.objects.filter(role_grants__role="manager").order_by("pk").first()
    form = PirForm.objects.in_use().order_by("-year").first()
    for year in running:
        earlier = year.program.years.filter(starts_on__lt=year.starts_on).order_by("-starts_on").first()
        if earlier is not None:
            _filed(Worksheet(earlier, form), manager)
        progress.step()


def _filed(sheet, manager):
    period, program = str(period_of(sheet.year)), sheet.year.program
    called = f"pir-{program.code}-{period}.xlsx"
    rows = [
        PirFiledFigure(
            program=program, told_as=f"{program.grant_number}, {number_of(program)}, {TYPES[program.kind]}",
            number=line.item.number, name=line.item.wording["en"], code=line.item.code,
            count=line.number - line.number // 12, value=str(line.number - line.number // 12),
        )
        for line in sheet.lines
        if line.answer is not None and line.rule.counts_families and line.item.is_confirmed
    ]  # fmt: skip
    counts = {"read": len(rows), "imported": len(rows), "unchanged": 0, "held": 0, "skipped": 0}
    digest = hashlib.sha256(called.encode()).hexdigest()
    workbook = PirWorkbook.objects.create(
        year=period, form=sheet.form, called=called, digest=digest, counts=counts, read_by=manager
    )
    for row in rows:
        row.workbook = workbook
    PirFiledFigure.objects.bulk_create(rows)


def _rehearse(year, today, progress):
    """The worksheet as it stood on the first of the last months, kept as the night would have kept it."""
    edition = 0
    for month in Month.of(today).back(REHEARSED):
        if month.first >= year.starts_on:
            edition += 1
            _frozen(Scope(period_of(year), year.program), month.first, edition)
        progress.step()


def _frozen(scope, day, edition):
    counted = KIND.count(scope, on=day)
    content = counted.as_content()
    at = timezone.make_aware(datetime.combine(day, time(2, 30)))
    run = ReportRun.objects.create(
        name=KIND.code, program=scope.program, period=str(scope.period), edition=edition, as_of=at, made_at=at,
        content=content, content_hash=content_hash(content),
    )  # fmt: skip
    lists = [ReportFamilies(run=run, figure=figure, family_ids=ids) for figure, ids in counted.families.items() if ids]
    ReportFamilies.objects.bulk_create(lists)
    KIND.froze(run)
