"""What last year's numbers were: as somebody filed them (a workbook), as they were frozen, or as they count today."""

from dataclasses import dataclass

from reports.models import PirFiledFigure, ReportRun
from reports.pir.counting import NoForm, Worksheet, period_of


@dataclass(frozen=True)
class Before:
    """Last year's numbers by code (never by item number, which moves), and who tells them."""

    numbers: dict
    told_by: str  # "workbook", "run" or "records"
    year: str
    url: str = ""


def of(year, may_count=False):
    """Those of the program year before; with `may_count`, counted from the records when nobody kept them. Or None."""
    period = str(period_of(year).previous())
    return _filed(year, period) or _frozen(year, period) or (_counted(year, period) if may_count else None)


def _filed(year, period):
    rows = PirFiledFigure.objects.filter(program=year.program_id, workbook__year=period, count__isnull=False)
    rows = rows.exclude(code="").order_by("workbook__read_at", "pk")
    found = dict(rows.values_list("code", "count"))
    if not found:
        return None
    return Before(found, "workbook", period, rows.last().workbook.get_absolute_url())


def _frozen(year, period):
    runs = ReportRun.objects.filter(name="pir", program=year.program_id, period=period, filters={})
    run = runs.order_by("-edition").first()
    return Before(run.content["figures"], "run", period, run.get_absolute_url()) if run else None


def _counted(year, period):
    earlier = year.program.years.filter(starts_on__lt=year.starts_on).order_by("-starts_on").first()
    if earlier is None or str(period_of(earlier)) != period:
        return None
    try:
        return Before(Worksheet(earlier).numbers, "records", period)
    except NoForm:
        return None
