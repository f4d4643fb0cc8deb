"""A calendar as other programs read it (RFC 5545): all-day entries that take nobody's time."""

from datetime import timedelta

from icalendar import Calendar, Event, vText

READ_AGAIN = timedelta(hours=4)


def calendar(name, entries, stamp):
    """The bytes of a calendar. Entries have uid, on (a date), title, url; `stamp` is the moment it was made."""
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
    event.add("dtstart", entry["on"])
    event.add("dtend", entry["on"] + timedelta(days=1))
    event.add("summary", entry["title"])
    event.add("url", entry["url"])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
