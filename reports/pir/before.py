"""What last year's numbers were: as somebody filed them (a workbook), or as they were frozen. A page counts none."""

from dataclasses import dataclass

from django.urls import reverse

from reports.models import PirFiledFigure, ReportRun
from reports.pir.counting import period_of


@dataclass(frozen=True)
class Before:
    """Last year's numbers by code (never by item number, which moves), and who tells them."""

    numbers: dict
    told_by: str  # "workbook" or "run"
    year: str
    url: str = ""

    def as_content(self):
        return {"told_by": self.told_by, "figures": self.numbers, "year": self.year, "url": self.url}


def of(year):
    """Those of the program year before. None when nobody kept them, or no family was there yet."""
    period = str(period_of(year).previous())
    known = _filed(year, period) or _frozen(year, period)
    return known if known and known.numbers.get("families_total") != 0 else None


def _filed(year, period):
    rows = _filed_of(year, period).order_by("workbook__read_at", "pk").values_list("code", "count", "workbook")
    found = list(rows)
    if not found:
        return None
    url = reverse("reports:pir-workbook", args=[found[-1][2]])
    return Before({code: count for code, count, _workbook in found}, "workbook", period, url)


def _filed_of(year, period):
    filed = PirFiledFigure.objects.filter(program=year.program_id, workbook__year=period, count__isnull=False)
    return filed.exclude(code="")


def _frozen(year, period):
    run = _frozen_of(year, period).order_by("-edition").first()
    return Before(run.content["figures"], "run", period, run.get_absolute_url()) if run else None


def _frozen_of(year, period):
    return ReportRun.objects.filter(name="pir", program=year.program_id, period=period, filters={})


def not_kept(year):
    """The program's year before this one, when nobody filed or froze it yet; else None."""
    period = period_of(year).previous()
    earlier = year.program.years.filter(starts_on__lt=year.starts_on).order_by("-starts_on").first()
    if earlier is None or period_of(earlier) != period:
        return None
    kept = _filed_of(year, str(period)).exists() or _frozen_of(year, str(period)).exists()
    return None if kept else earlier
