"""How complete a year's facts were on the first of each month: from the rehearsals that made themselves."""

from datetime import date

from django.utils import timezone
from django.utils.dates import MONTHS_3

from agency.models import ProgramYear
from reports.models import ReportRun
from reports.pir import before
from reports.pir.counting import period_of

STILL_FILED = 92  # days after the last day of a year: until then its report is put together


def rehearsed(year):
    """The editions that made themselves, oldest first."""
    runs = ReportRun.objects.filter(name="pir", program=year.program_id, period=str(period_of(year)), made_by=None)
    return runs.order_by("edition")


def points(year):
    """[{label, value}]: percent of families of whom nothing is missing, the last edition of each month."""
    found = {}
    for as_of, whole in rehearsed(year).values_list("as_of", "content__whole"):
        day = timezone.localtime(as_of).date()
        if whole and whole.get("families"):
            found[(day.year, day.month)] = round(100 * whole["complete"] / whole["families"])
    return [{"label": str(MONTHS_3[month]).capitalize(), "value": value} for (_year, month), value in found.items()][
        -12:
    ]


def due(today):
    """The years for which a rehearsal of this month is not there yet; once, also the year before each."""
    years = ProgramYear.objects.filter(starts_on__lte=today).select_related("program")
    newest = years.order_by("program_id", "-starts_on").distinct("program_id")
    running = [year for year in newest if (today - year.ends_on).days <= STILL_FILED]
    earlier = [before.not_kept(year) for year in running]
    return [year for year in running if not _there(year, today)] + [year for year in earlier if year]


def _there(year, today):
    first = timezone.make_aware(
        timezone.datetime.combine(date(today.year, today.month, 1), timezone.datetime.min.time())
    )
    return rehearsed(year).filter(as_of__gte=first).exists()
