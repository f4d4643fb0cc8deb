"""A calendar as other programs read it (RFC 5545): entries of a day, or of an hour, that take nobody's time."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event, vText

AN_HOUR = timedelta(hours=1)
READ_AGAIN = timedelta(hours=4)


def calendar(name, entries, stamp):
    """The bytes of a calendar. Entries have uid, on (a date), title, url, and may have at (an hour)."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//Family Partnership//Agenda//EN")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", vText(name))
    made.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    for entry in entries:
        made.add_component(_event(entry, stamp))
    return made.to_ical()


def _event(entry, stamp):
    event = Event()
    event.add("uid", entry["uid"])
    event.add("dtstamp", stamp)
    begins, ends = _span(entry["on"], entry.get("at"))
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", entry["title"])
    event.add("url", entry["url"])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _span(on, at):
    """A whole day; where an hour is known, the hour from then on, in the time all calendars share."""
    if at is None:
        return on, on + timedelta(days=1)
    begins = timezone.make_aware(datetime.combine(on, at)).astimezone(UTC)
    return begins, begins + AN_HOUR
