"""When an agreement comes round again, and what its next one begins with."""

from datetime import date, timedelta

from django.utils import timezone

from agency.models import ProgramYear
from partners.models import Mou
from partners.models.mou import RENEW_AFTER_YEARS

USUAL_START = (8, 15)  # where no program year is known, schools begin about then
A_WEEK = timedelta(days=7)  # school does not begin on the same day each year
CARRIED = ("partner_id", "kind", "title", "summary", "owner_id", "notice_days")


def years_later(day, years):
    """The same day, years on; the last day of February stays the last."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def school_start():
    """(month, day) on which the newest program year begins."""
    first = ProgramYear.objects.order_by("-starts_on").values_list("starts_on", flat=True).first()
    return (first.month, first.day) if first else USUAL_START


def renewal_due(latest, start):
    """The start of a school year at which an agreement is renewed that may run until `latest`: the last one by then."""
    this_year = date(latest.year, start[0], min(start[1], 28) if start[0] == 2 else start[1])
    return this_year if this_year <= latest + A_WEEK else years_later(this_year, -1)


def two_years(effective_on):
    """Until when a preschool agreement may run (Head Start Act 642(e)(5)(C))."""
    return years_later(effective_on, RENEW_AFTER_YEARS)


def next_days(mou):
    """(first day, last day) proposed for the agreement after this one. None where the old one says nothing."""
    today = timezone.localdate()
    if mou.kind == Mou.Kind.PRESCHOOL and mou.effective_on:
        first = max(renewal_due(two_years(mou.effective_on), school_start()), today)
        return first, years_later(first, RENEW_AFTER_YEARS) - timedelta(days=1)
    if not mou.ends_on:
        return None, None
    first = max(mou.ends_on + timedelta(days=1), today)
    return first, first + (mou.ends_on - mou.effective_on) if mou.effective_on else None
