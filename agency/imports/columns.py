"""Our columns: what each is called here and elsewhere, and how its words are read."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.models import DateOrder

# What we keep nowhere: such columns are dropped unread, and that is said.
NEVER_READ = re.compile(
    r"ssn(?!ess)|social.?security|seguro.?social|immigration|inmigraci|migratori|citizen|ciudadan|alien|visa.?(type|status)",
    re.IGNORECASE,
)
YES = {"yes", "y", "true", "t", "1", "x", "si", "s", "checked", "verdadero"}
NO = {"no", "n", "false", "f", "0", "unchecked", "falso"}
NOT_SAID = {"", "n/a", "na", "unknown", "not collected", "not disclosed", "-", "none", "null", "desconocido"}
MONTHS = (
    ("jan", "ene"), ("feb",), ("mar",), ("apr", "abr"), ("may",), ("jun",),
    ("jul",), ("aug", "ago"), ("sep",), ("oct",), ("nov",), ("dec", "dic"),
)  # fmt: skip
A_NAME_OF_A_MONTH = re.compile(r"[a-z]{3,}")
EARLIEST = 1900


class NotRead(ValueError):
    """What stands in a cell is not what the column holds. The text is a sentence for whoever mends the file."""


@dataclass(frozen=True)
class Column:
    """One of our columns. `read` turns the words of a cell into what we keep, as text; "" is nothing said."""

    name: str
    label: object
    help: object = ""
    synonyms: tuple = ()
    needed: bool = False
    longest: int = 200
    example: str = ""
    part: object = ""  # the heading it stands under where columns are chosen

    def read(self, text, _how):
        if len(text) > self.longest:
            raise NotRead(_("This is longer than %(most)s letters.") % {"most": self.longest})
        return text


@dataclass(frozen=True)
class YesNo(Column):
    """ "yes" or "no", however it is spelled."""

    def read(self, text, _how):
        word = plain(text)
        if word in NOT_SAID:
            return ""
        if word in YES | NO:
            return "yes" if word in YES else "no"
        raise NotRead(_("“%(text)s” is neither yes nor no.") % {"text": text[:40]})


@dataclass(frozen=True)
class Day(Column):
    """A day, kept as 2026-08-31. It may lie ahead only where one can."""

    may_come: bool = False

    def read(self, text, how):
        if plain(text) in NOT_SAID:
            return ""
        day = _day(text, how.get("date_order", DateOrder.MONTH_FIRST))
        if day is None:
            raise NotRead(_("“%(text)s” is no date; write 2022-05-31.") % {"text": text[:40]})
        if day.year < EARLIEST:
            raise NotRead(_("%(day)s is too long ago.") % {"day": day})
        if day > timezone.localdate() and not self.may_come:
            raise NotRead(_("%(day)s has not come yet.") % {"day": day})
        return day.isoformat()


@dataclass(frozen=True)
class Period(Column):
    """A month and year, kept as 2026-08: "August 2026", "8/2026", "2026-08", "Aug-26"."""

    def read(self, text, _how):
        if plain(text) in NOT_SAID:
            return ""
        month, year = _month_and_year(plain(text))
        if not month:
            raise NotRead(_("“%(text)s” is no month; write 2022-05.") % {"text": text[:40]})
        return f"{year:04}-{month:02}"


@dataclass(frozen=True)
class Choice(Column):
    """One of our own words. `words` says which words of other systems mean it."""

    words: dict = field(default_factory=dict, hash=False)  # {our value: (spellings…)}

    @cached_property
    def known(self):
        """{each spelling: our value}; a word that two values share means the first."""
        found = {}
        for value, spellings in self.words.items():
            for word in (str(value), *spellings):
                found.setdefault(word, str(value))
        return found

    def read(self, text, _how):
        word = plain(text)
        if word in self.known:
            return self.known[word]
        if word in NOT_SAID:
            return ""
        known = ", ".join(self.words)
        raise NotRead(_("“%(text)s” is no word we know here (%(known)s).") % {"text": text[:40], "known": known[:200]})


@lru_cache(maxsize=8192)
def plain(text):
    """Lower case without accents and doubled spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFKD", text)
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).lower().split())


def bare(heading):
    """A heading by its letters and digits alone: "Date of Birth*" is "dateofbirth"."""
    return re.sub(r"[^a-z0-9]", "", plain(heading))


def guessed(headings, columns):
    """{heading: our column} as far as a heading says it, each column once; the rest is for a person."""
    known = {}
    for column in columns:
        for word in (column.name, str(column.label), *column.synonyms):
            known.setdefault(bare(word), column.name)
    found = {}
    for heading in headings:
        name = known.get(bare(heading))
        if name and name not in found.values() and not NEVER_READ.search(heading):
            found[heading] = name
    return found


def read_row(values, columns, how):
    """One row of a file by our columns, as text, and `[(code, column heading, sentence)]` of what could not be read."""
    said, troubles = {}, []
    for heading, name in how["columns"].items():
        column = columns.get(name)
        text = values.get(heading, "")
        if column is None or not text:
            continue
        try:
            said[name] = column.read(_translated(text, name, how), how)
        except NotRead as trouble:
            troubles.append(("not_read", heading, str(trouble)))
    constants = {name: text for name, text in how["constants"].items() if name in columns and not said.get(name)}
    return {name: text for name, text in (said | constants).items() if text}, troubles


def _translated(text, name, how):
    return how["translations"].get(name, {}).get(plain(text), text)


def _day(text, order):
    text = plain(text)
    if match := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", text):
        return _real(*map(int, match.groups()))
    if re.fullmatch(r"\d{8}", text):
        return _real(int(text[:4]), int(text[4:6]), int(text[6:]))
    if match := re.match(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)", text):
        first, second, year = map(int, match.groups())
        month, day = (second, first) if order == DateOrder.DAY_FIRST else (first, second)
        return _real(_whole(year), month, day)
    return _spelled(text)


def _spelled(text):
    """ "May 31, 2022", "31 de mayo de 2022", "31-May-22"."""
    month = _named_month(text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if not month or len(numbers) < 2:
        return None
    day, year = (numbers[1], numbers[0]) if numbers[0] > 31 else numbers[:2]
    return _real(_whole(year), month, day)


def _named_month(text):
    for word in A_NAME_OF_A_MONTH.findall(text):
        for number, beginnings in enumerate(MONTHS, start=1):
            if word.startswith(beginnings):
                return number
    return 0


def _whole(year):
    """A year of two digits lies in the hundred years that end ten years from now."""
    if year >= 100:
        return year
    latest = timezone.localdate().year + 10
    return latest - (latest - year) % 100


def _real(year, month, day):
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _month_and_year(text):
    numbers = [int(number) for number in re.findall(r"\d+", text)][:3]
    if len(numbers) == 3:  # a whole day stands for its month
        day = _day(text, DateOrder.MONTH_FIRST)
        return (day.month, day.year) if day else (0, 0)
    month, year = 0, 0
    if _named_month(text) and numbers:
        month, year = _named_month(text), _whole(numbers[-1])
    elif len(numbers) == 2:
        month, year = min(numbers), _whole(max(numbers))
    return (month, year) if 1 <= month <= 12 and EARLIEST < year < 2200 else (0, 0)
