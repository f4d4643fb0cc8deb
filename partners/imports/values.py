"""What stands in a cell, as we keep it. Each reader takes text and returns a value, or raises `NotRead`."""

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from agency.imports.columns import NotRead
from agency.languages import Language
from partners.imports import markup
from partners.imports.codes import LANGUAGES, STATES
from partners.models.schedule import DAYS

IS_URL = URLValidator(schemes=["http", "https"])
EXTENSION = re.compile(r"[\s,;(]*(?:ext(?:ension)?|x)\.?\s*:?\s*(\d{1,8})\)?\s*$", re.IGNORECASE)
LABELLED = re.compile(r"^\s*([A-Za-z][A-Za-z /]{1,30}):\s*(?=[\d(+])")
GROUPS = ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ")
KEYS = {letter: str(digit) for digit, letters in enumerate(GROUPS, start=2) for letter in letters}
CLOCK = re.compile(
    r"^(\d{1,2})(?:[:.]?(\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(?:Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
NO_LIMIT = {0, 200, 999}
DAY_NAMES = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "lunes": 0, "martes": 1, "miercoles": 2, "miércoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "sábado": 5,
    "domingo": 6,
}  # fmt: skip


def text(said):
    """Words as they stand, without what no person typed and without the marks of a web page."""
    said = "".join(sign for sign in said if sign >= " " or sign in "\n\t")
    return markup.plain(said.strip())


def line(said):
    """Words on one line: a name."""
    return " ".join(text(said).split())


def url(said):
    """An address on the web that may be clicked: http or https, nothing else."""
    said = line(said)
    whole = said if re.match(r"[a-z][a-z0-9+.-]*:", said, re.IGNORECASE) else f"https://{said}"
    try:
        IS_URL(whole)
    except (ValidationError, ValueError):
        raise NotRead(_("“%(text)s” is no web address.") % {"text": said[:60]}) from None
    return whole


def email(said):
    said = line(said).removeprefix("mailto:")
    try:
        validate_email(said)
    except ValidationError:
        raise NotRead(_("“%(text)s” is no e-mail address.") % {"text": said[:60]}) from None
    return said


def ein(said):
    digits = re.sub(r"\D", "", said)
    if len(digits) != 9:
        raise NotRead(_("An EIN has nine digits."))
    return digits


def year(said):
    found = re.search(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)", said)
    if not found:
        raise NotRead(_("“%(text)s” is no year.") % {"text": said[:40]})
    return int(found[1])


def whole(said):
    try:
        number = int(Decimal(said.strip()))
    except (InvalidOperation, ValueError, OverflowError):
        raise NotRead(_("“%(text)s” is no number.") % {"text": said[:40]}) from None
    if not 0 <= number < 32_000:
        raise NotRead(_("“%(text)s” is out of range.") % {"text": said[:40]})
    return number


def age(said):
    """An age in years; 0 and the usual "no limit" numbers say nothing."""
    number = whole(said)
    return None if number in NO_LIMIT else number


def amount(said):
    found = re.search(r"-?\d+(?:\.\d+)?", said.replace(",", ""))
    if not found or len(found[0]) > 10:
        raise NotRead(_("“%(text)s” is no amount.") % {"text": said[:40]})
    return Decimal(found[0]).quantize(Decimal("0.01"))


def coordinate(said):
    try:
        number = float(said)
    except ValueError:
        raise NotRead(_("“%(text)s” is no coordinate.") % {"text": said[:40]}) from None
    if number != number or abs(number) > 180:
        raise NotRead(_("“%(text)s” is out of range.") % {"text": said[:40]})
    return number


def state(said):
    """Two letters for a state of the United States; anything else as it stands."""
    said = line(said)
    return STATES.get(said.lower(), said.upper() if len(said) == 2 else said)


def zip_code(said):
    said = line(said)
    found = re.fullmatch(r"(\d{5})[- ]?(\d{4})?", said)
    if not found and re.fullmatch(r"\d{3,4}", said):
        return said.zfill(5)  # a spreadsheet has eaten the zeros of New England
    return "-".join(part for part in found.groups() if part) if found else said


def country(said):
    said = line(said)
    if said.lower() in {"usa", "u.s.", "u.s.a.", "united states", "united states of america"}:
        return "US"
    if not re.fullmatch(r"[A-Za-z]{2}", said):
        raise NotRead(_("“%(text)s” is no country code of two letters.") % {"text": said[:40]})
    return said.upper()


def day(said):
    """A date: 2026-08-31, 8/31/2026, "August 31, 2026"."""
    said = line(said)
    for shape in ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%Y%m%d"):
        try:
            return datetime.strptime(said[:10] if shape == "%Y-%m-%d" else said, shape).date()
        except ValueError:
            continue
    raise NotRead(_("“%(text)s” is no date; write 2022-05-31.") % {"text": said[:40]})


def moment(said):
    try:
        found = parse_datetime(line(said)) or datetime.combine(day(said), time())
    except ValueError:
        found = None
    if found is None:
        raise NotRead(_("“%(text)s” is no date; write 2022-05-31.") % {"text": said[:40]})
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def clock(said):
    """A time of the day in any of the ways it is written: 09:00, 9:00am, 9am, 0900, 09:00:00-05:00, 24:00."""
    found = CLOCK.match(line(said))
    if not found:
        raise NotRead(_("“%(text)s” is no time of the day.") % {"text": said[:40]})
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    if (hour, minute) == (24, 0):
        return time(23, 59)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise NotRead(_("“%(text)s” is no time of the day.") % {"text": said[:40]}) from None


def weekdays(said):
    """The days a cell names, as codes: "Monday", "Mon - Fri", "1,2,3", "Sa/So" …"""
    found = []
    for part in re.split(r"[,;/&]|\band\b|\by\b", line(said).lower()):
        ends = [_day_number(word) for word in re.split(r"\s*(?:-|–|to|through|a)\s+|\s*[-–]\s*", part.strip()) if word]
        if not ends:
            continue
        first, last = ends[0], ends[-1]
        found += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    if not found:
        raise NotRead(_("“%(text)s” is no day of the week.") % {"text": said[:40]})
    return [code for number, code in enumerate(DAYS) if number in found]


def _day_number(word):
    word = word.strip(" .")
    if re.fullmatch(r"[0-7]", word):
        return (int(word) - 1) % 7
    names = [number for name, number in DAY_NAMES.items() if len(word) > 1 and name.startswith(word)]
    if not names:
        raise NotRead(_("“%(text)s” is no day of the week.") % {"text": word[:40]})
    return names[0]


def byday(said):
    """Days of a rule: MO,TU or 2MO, -1FR."""
    codes = [part.strip().upper() for part in said.split(",") if part.strip()]
    if not all(re.fullmatch(r"-?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)", code) for code in codes):
        raise NotRead(_("“%(text)s” is no day of the week.") % {"text": said[:40]})
    return ",".join(codes)


def numbers(said):
    """A list of numbers: 1,2,3."""
    if not re.fullmatch(r"\s*-?\d+(\s*,\s*-?\d+)*\s*", said):
        raise NotRead(_("“%(text)s” is no list of numbers.") % {"text": said[:40]})
    return re.sub(r"\s", "", said)


def phones(said):
    """The numbers in a cell as (number, extension, what it is for); none when there is none."""
    found = []
    for part in re.split(r";|\bor\b|\n", said.strip().strip('"')):
        label = LABELLED.match(part)
        rest = part[label.end() :] if label else part
        extension = EXTENSION.search(rest)
        number = _number(rest[: extension.start()] if extension else rest)
        if number:
            found.append((number, extension[1] if extension else "", label[1].strip() if label else ""))
    return found


def _number(said):
    said = line(said).strip(" \"'.,")
    said = re.sub(r"\s*\([^()]*\d{3}[^()]*-[^()]*\)$", "", said)  # a number spelled out after its letters
    keyed = "".join(KEYS.get(sign, sign) for sign in said.upper()) if re.search(r"\d", said) else said
    digits = re.sub(r"\D", "", keyed)
    if said.startswith("+") and not digits.startswith("1"):
        return said
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    if len(digits) == 10 and not re.search(r"[A-Za-z]{5}", re.sub(r"[A-Z-]{3,}", "", said)):
        return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
    return said if len(re.sub(r"\D", "", said)) >= 3 else ""


def language(said):
    """(code, note) of a language somebody wrote; no code when it is none: "other languages on request"."""
    said = line(said)
    plain, _bracket, note = said.partition("(")
    plain = plain.strip().lower()
    note = note.rstrip(") ").strip()
    if re.fullmatch(r"[a-z]{2,3}", plain) and plain in (set(LANGUAGES.values()) | set(Language.values)):
        return plain, note
    return LANGUAGES.get(plain, ""), note


def is_yes(said):
    return said.strip().lower() in {"true", "t", "yes", "y", "1"}


def short_zips(said):
    """The ZIP codes a text is made of, when it is made of nothing else."""
    parts = [part for part in re.split(r"[\s,;]+", said.strip()) if part]
    return parts if parts and all(re.fullmatch(r"\d{5}", part) for part in parts) else []


def one_line_address(said):
    """(street, suite, city, state, ZIP) of an address written on one line, as far as it says them."""
    said = line(said)
    if found := re.fullmatch(r"State:\s*([A-Za-z ]+)", said):
        return "", "", "", state(found[1]), ""
    if found := re.fullmatch(r"(.+),\s*([^,\d]+),\s*([A-Za-z]{2})\.?\s+(\d{5}(?:-\d{4})?)", said):
        street, _comma, suite = found[1].partition(",")
        return street.strip(), suite.strip(), found[2].strip(), state(found[3]), found[4]
    return said, "", "", "", ""


def jsonable(value):
    """A value as it is kept beside its row, to see later whether it has changed."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.get_default_timezone()).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
