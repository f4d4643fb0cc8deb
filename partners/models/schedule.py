"""Schedule: when a service or a place is open, as the rules of HSDS 3.x say it (RFC 5545)."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, Greatest, Mod
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from partners.models.place import Location
from partners.models.service import Service
from partners.models.shared import DirectoryQuerySet, Published

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


class Day(models.TextChoices):
    """The days of the week, by their codes in a rule."""

    MONDAY = "MO", _("Monday")
    TUESDAY = "TU", _("Tuesday")
    WEDNESDAY = "WE", _("Wednesday")
    THURSDAY = "TH", _("Thursday")
    FRIDAY = "FR", _("Friday")
    SATURDAY = "SA", _("Saturday")
    SUNDAY = "SU", _("Sunday")


class DaysSinceMonday(Func):
    """Whole days from the Monday of a date's week (the second) to a day (the first)."""

    arg_joiner = "::date - date_trunc('week', "
    template = "(%(expressions)s)::date)"
    output_field = models.IntegerField()


class ScheduleQuerySet(DirectoryQuerySet):
    def on(self, day):
        """Rules that hold on a day: of each week, or the second Monday, the last Friday, the 15th of each month."""
        return _counted(self, since_first=day).filter(_holds(day, "since_first"))

    def open_on(self, day):
        return self.on(day).filter(is_closed=False)

    def closed_on(self, day):
        """Closed all that day: a holiday."""
        return self.on(day).filter(is_closed=True)

    def open_at(self, moment):
        """Open at a moment. One that closes before it opens runs past midnight."""
        day, at = timezone.localtime(moment).date(), timezone.localtime(moment).time()
        before = day - timedelta(days=1)
        past_midnight = Q(closes_at__lt=F("opens_at"))
        today = Q(opens_at__lte=at) & (Q(closes_at__gt=at) | Q(closes_at=None) | past_midnight)
        since_yesterday = past_midnight & Q(closes_at__gt=at)
        return _counted(self, since_first=day, until_then=before).filter(
            (today & _holds(day, "since_first")) | (since_yesterday & _holds(before, "until_then")), is_closed=False
        )


def _counted(schedules, **days):
    """With how many days into its own round of weeks each day falls."""
    weeks = Greatest(Coalesce(F("interval"), 1), 1) * 7
    return schedules.annotate(
        **{name: Mod(DaysSinceMonday(Value(day), F("dtstart")), weeks) for name, day in days.items()}
    )


def _holds(day, counted):
    """What a rule says of a day; `counted` names how many days into its round of weeks the day falls."""
    dated = (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gte=day))
    begun = (Q(dtstart=None) | Q(dtstart__lte=day)) & (Q(until=None) | Q(until__gte=day))
    return dated & begun & (_weekly(day, counted) | _monthly(day) | _each_day())


def _each_day():
    """No rule, but dates: a holiday, or a season."""
    return Q(freq="", byday="") & (Q(valid_from__isnull=False) | Q(valid_to__isnull=False))


def _weekly(day, counted):
    """Each week, or each second, third … one counted from the first day of the rule."""
    every = Q(interval=None) | Q(interval__lte=1) | Q(dtstart=None) | Q(**{f"{counted}__lt": 7})
    named = Q(byday__contains=DAYS[day.weekday()]) | Q(byday="", dtstart__iso_week_day=day.isoweekday())
    return Q(freq="WEEKLY") & named & every


def _monthly(day):
    code, nth = DAYS[day.weekday()], (day.day - 1) // 7 + 1
    last = ((day + timedelta(days=7)).month != day.month) and "|-1"
    which = Q(byday__regex=rf"(^|,)({nth}{last or ''})?{code}(,|$)")
    return Q(freq="MONTHLY") & (which | Q(bymonthday__regex=rf"(^|,){day.day}(,|$)"))


class Schedule(Published):
    """When a service, or a place, is open. With both, it is the service at that place (HSDS schedule)."""

    class Often(models.TextChoices):
        WEEKLY = "WEEKLY", _("each week")
        MONTHLY = "MONTHLY", _("each month")

    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="schedules")
    location = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="schedules")
    valid_from = models.DateField(_("holds from"), null=True, blank=True)
    valid_to = models.DateField(_("holds until"), null=True, blank=True)
    dtstart = models.DateField(_("first day"), null=True, blank=True)
    until = models.DateField(_("last day"), null=True, blank=True)
    count = models.PositiveSmallIntegerField(_("how many times"), null=True, blank=True)
    freq = models.CharField(_("how often"), max_length=10, choices=Often, blank=True)
    interval = models.PositiveSmallIntegerField(_("every how many weeks or months"), null=True, blank=True)
    wkst = models.CharField(_("weeks begin on"), max_length=2, choices=Day, blank=True)
    byday = models.CharField(_("days"), max_length=100, blank=True)
    byweekno = models.CharField(_("weeks of the year"), max_length=200, blank=True)
    bymonthday = models.CharField(_("days of the month"), max_length=100, blank=True)
    byyearday = models.CharField(_("days of the year"), max_length=200, blank=True)
    opens_at = models.TimeField(_("opens at"), null=True, blank=True)
    closes_at = models.TimeField(_("closes at"), null=True, blank=True)
    is_closed = models.BooleanField(_("closed then"), default=False)
    description = models.TextField(_("in words"), blank=True)
    link = models.URLField(_("web page"), max_length=500, blank=True)
    attending_type = models.CharField(_("how one attends"), max_length=200, blank=True)
    notes = models.TextField(_("notes"), blank=True)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="hours_of_a_service_or_a_place", condition=Q(service__isnull=False) | Q(location__isnull=False)
            ),
        ]

    def __str__(self):
        return self.in_words()

    def days(self):
        """Its days, as people call them."""
        return [str(Day(code).label) for code in self.byday.split(",") if code in Day.values]

    def in_words(self):
        """Days and hours in one line; the publisher's own words when there is no rule."""
        if self.is_closed:
            return _now("closed")
        hours = "–".join(time_format(at, "TIME_FORMAT") for at in (self.opens_at, self.closes_at) if at)
        return " ".join(part for part in (", ".join(self.days()) or self.byday, hours) if part) or self.description
