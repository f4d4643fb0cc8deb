"""A calendar as other programs read it (RFC 5545): all-day entries, words escaped, lines folded."""

from datetime import timedelta

MOST_BYTES = 75  # of a line; a longer one goes on in the next, after a space


def calendar(name, entries, stamp):
    """The text of a calendar. Entries have uid, on (a date), title, url; `stamp` is the moment it was made."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Family Partnership//Agenda//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    ]
    for entry in entries:
        lines += _entry(entry, f"{stamp:%Y%m%dT%H%M%SZ}")
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(entry, stamp):
    return [
        "BEGIN:VEVENT",
        f"UID:{entry['uid']}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{entry['on']:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry['on'] + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(entry['title'])}",
        f"URL:{entry['url']}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(words):
    """Words inside a line: the four signs that mean something are marked, other control signs fall away."""
    words = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in words if letter.isprintable() or letter == "\t")


def folded(line):
    """A line of at most 75 bytes, going on in the next ones; never cut inside a letter."""
    pieces, piece, size = [], "", 0
    for letter in line:
        wide = len(letter.encode())
        if size + wide > MOST_BYTES:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + wide
    return "\r\n".join([*pieces, piece])
