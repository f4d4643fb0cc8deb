"""When a service is open, in words: its rules as people say them, and what holds on a day somebody asks about."""

from itertools import groupby

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from partners.models.schedule import DAYS, Day

APPOINTMENT = "appointment"  # what `attending_type` says of a service one must call first


def rules(service):
    """Its own hours; else those of the places where it is given."""
    own = [rule for rule in service.schedules.all() if not rule.is_closed]
    places = [rule for place in service.places() for rule in place.schedules.all() if not rule.is_closed]
    return own or [rule for rule in places if rule.service_id is None]


def in_words(service):
    """Hours in one line: as somebody wrote them, else as the rules say."""
    if service.hours:
        return service.hours
    said = [_rule(rule) for rule in rules(service)]
    return "; ".join(dict.fromkeys(line for line in said if line))


def _rule(rule):
    if rule.attending_type == APPOINTMENT:
        return _("by appointment")
    return " ".join(part for part in (_days(rule), hours(rule)) if part) if rule.freq == "WEEKLY" else rule.in_words()


def _days(rule):
    """Monday to Friday, Sunday: days that follow each other as one stretch."""
    known = sorted(DAYS.index(code) for code in rule.byday.split(",") if code in DAYS)
    stretches = [[day for _i, day in run] for _gap, run in groupby(enumerate(known), lambda pair: pair[1] - pair[0])]
    return ", ".join(_stretch(run) for run in stretches)


def _stretch(run):
    names = [str(Day(DAYS[day]).label) for day in run]
    if len(names) < 3:
        return ", ".join(names)
    return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}


def hours(rule):
    """8 a.m.–5 p.m., or since when."""
    return "–".join(time_format(at, "TIME_FORMAT") for at in (rule.opens_at, rule.closes_at) if at)


def on(service, day):
    """The hours of the rules that name a day of the week, in one line."""
    code = DAYS[day.weekday()]
    found = [hours(rule) for rule in rules(service) if code in rule.byday]
    return ", ".join(dict.fromkeys(line for line in found if line))
