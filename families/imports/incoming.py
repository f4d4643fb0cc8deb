"""An incoming family: its rows put together, before anything is asked of our own records."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.imports.columns import plain
from agency.imports.lines import Remark, Severity
from agency.models import Center
from families import phones
from families.models import ContactPoint, Enrollment, FamilyMember, Language

CHILD_BELOW = 18
Role, Relationship = FamilyMember.Role, FamilyMember.Relationship


@dataclass(frozen=True)
class Home:
    """An address as the file writes it."""

    address_1: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""

    def __bool__(self):
        return bool(self.address_1 or self.postal_code)

    def __str__(self):
        place = " ".join(part for part in (self.state, self.postal_code) if part)
        return ", ".join(part for part in (self.address_1, self.city, place) if part)

    @property
    def found_by(self):
        """What two spellings of one address have in common."""
        return f"{plain(self.address_1)}|{self.postal_code[:5]}"


@dataclass(frozen=True)
class Place:
    """A place held in a program, from entry to exit."""

    center: Center
    option: str
    entered_on: date
    exited_on: date | None = None
    exit_reason: str = ""

    def as_list(self):
        return [self.center.pk, self.option, str(self.entered_on), str(self.exited_on), self.exit_reason]


@dataclass
class Person:
    """One incoming member of a family."""

    key: str
    first_name: str
    last_name: str = ""
    born_on: date | None = None
    role: str = ""
    relationship: str = Relationship.UNKNOWN
    is_head: bool = False
    language: str = ""
    needs_interpreter: bool = False
    lives_with: str = ""
    phone: str = ""
    phone_kind: str = ContactPoint.Kind.MOBILE
    may_text: bool = False
    email: str = ""
    home: Home = field(default_factory=Home)
    foster: bool = False
    places: list = field(default_factory=list)
    rows: list = field(default_factory=list)  # numbers of the rows that speak of this person

    @cached_property
    def name(self):
        """The name as `search_name` has it in our tables."""
        return plain(f"{self.first_name} {self.last_name}")

    @cached_property
    def digits(self):
        return phones.read(self.phone).digits if self.phone else ""

    def as_list(self):
        told = [self.key, self.first_name, self.last_name, str(self.born_on), self.role, self.relationship]
        told += [self.is_head, self.language, self.needs_interpreter, self.lives_with, self.phone, self.email]
        return [*told, str(self.home), self.foster, sorted(place.as_list() for place in self.places)]


@dataclass
class Incoming:
    """One incoming family. With a `hold` it waits: the remark says why."""

    key: str
    line: int
    people: list = field(default_factory=list)
    is_homeless: bool = False
    hold: Remark | None = None

    @property
    def head(self):
        return next((person for person in self.people if person.is_head), self.people[0])

    @property
    def name(self):
        return (self.head.last_name or self.head.first_name)[:150]

    @property
    def homes(self):
        """The addresses in it, each once."""
        found = {person.home.found_by: person.home for person in self.people if person.home}
        return list(found.values())

    @property
    def adults(self):
        return [person for person in self.people if person.role != Role.CHILD]

    @property
    def children(self):
        return [person for person in self.people if person.role == Role.CHILD]

    def fingerprint(self):
        """One short text that changes when anything it tells does."""
        told = [self.is_homeless, sorted((person.as_list() for person in self.people), key=str)]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def gathered(group, places):
    """The family a group of rows tells of. `places` finds the center of a name, and knows the one to use without."""
    rows = [row for row in group.rows if row.said.get("first_name")]
    if not rows:
        return Incoming(group.key, group.rows[0].line, hold=_held("nobody", _("The rows of this family name nobody.")))
    family = Incoming(group.key, rows[0].line)
    by_person = {}
    for row in rows:
        key = person_key(row.said)
        if key not in by_person:
            by_person[key] = _person(key, row.said)
            family.people.append(by_person[key])
        person = by_person[key]
        person.rows.append(row.number)
        family.is_homeless |= row.said.get("homeless") == "yes"
        trouble = _take_place(person, row.said, places)
        waits = _held("waits", row.said["held"]) if row.said.get("held") else None
        family.hold = family.hold or waits or trouble
    for row in group.rows:
        if "first_name" not in row.said and row.said.get("person_id") in by_person:
            by_person[row.said["person_id"]].rows.append(row.number)
    _choose_head(family)
    return family


def person_key(said):
    """The person's key in the other system, or else who they are."""
    told = (said.get(name, "") for name in ("first_name", "last_name", "birth_date"))
    return said.get("person_id") or hashlib.sha256(plain("|".join(told)).encode()).hexdigest()[:32]


def _held(code, reason, column=""):
    return Remark(code, reason, column, Severity.HELD)


def _person(key, said):
    born_on = _day(said.get("birth_date"))
    role = said.get("role") or _role_by_age(born_on, said)
    first_name = " ".join(filter(None, [said["first_name"], said.get("middle_name")]))[:100]
    home = Home(
        said.get("street_address", ""), said.get("town", ""), said.get("state", "").upper(), said.get("zipcode", "")
    )
    relationship = said.get("relationship") or (Relationship.CHILD if role == Role.CHILD else Relationship.UNKNOWN)
    return Person(
        key=key,
        first_name=first_name,
        last_name=" ".join(filter(None, [said.get("last_name"), said.get("suffix")]))[:100],
        born_on=born_on,
        role=role,
        relationship=relationship,
        is_head=said.get("main_contact") == "yes",
        language=said.get("language", ""),
        needs_interpreter=said.get("interpreter_needed") == "yes",
        lives_with=said.get("lives_with", ""),
        phone=said.get("phone", ""),
        phone_kind=said.get("phone_type") or ContactPoint.Kind.MOBILE,
        may_text=said.get("ok_to_text") == "yes",
        email=said.get("email", ""),
        home=home,
        foster=said.get("foster") == "yes",
    )


def _day(text):
    return date.fromisoformat(text) if text else None


def _role_by_age(born_on, said):
    if born_on is None:
        return Role.CHILD if said.get("enrollment_start") else Role.PARENT
    return Role.CHILD if years_between(born_on, timezone.localdate()) < CHILD_BELOW else Role.PARENT


def years_between(born_on, day):
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _take_place(person, said, places):
    """The place one row tells of; a Remark when its center is not ours."""
    if person.role != Role.CHILD:
        return None
    start = said.get("enrollment_start") or (f"{said['funding_start']}-01" if said.get("funding_start") else "")
    if not start:
        return None
    center = places.named(said.get("site", ""))
    if center is None:
        reason = _("We have no center “%(site)s”. Known here: %(known)s.")
        known = ", ".join(places.names()[:6])
        return _held("center", reason % {"site": said["site"][:60], "known": known}, "site")
    entered_on, exited_on = _day(start), _day(said.get("enrollment_end"))
    if exited_on and exited_on < entered_on:
        return _held("days", _("The last day comes before the first."), "enrollment_end")
    option = said.get("option") or Enrollment.Option.CENTER
    option = Enrollment.Option.CENTER if option == Enrollment.Option.PREGNANCY else option
    reason = (said.get("exit_reason") or Enrollment.ExitReason.UNKNOWN) if exited_on else ""
    place = Place(center, option, entered_on, exited_on, reason)
    if place not in person.places:
        person.places.append(place)
    return None


def _choose_head(family):
    """One adult we talk to first: who the file names, else the first parent, else the first adult."""
    heads = [person for person in family.people if person.is_head]
    adults = sorted(family.adults, key=lambda person: person.role != Role.PARENT)
    chosen = heads[0] if heads else adults[0] if adults else None
    for person in family.people:
        person.is_head = person is chosen


def family_key(said):
    """What the rows of one family have in common: its key, else the name at one address, else the person alone."""
    if said.get("family_id"):
        return said["family_id"]
    home = Home(said.get("street_address", ""), "", "", said.get("zipcode", ""))
    together = f"{said.get('last_name', '')}|{home.found_by}" if home and said.get("last_name") else person_key(said)
    return hashlib.sha256(plain(together).encode()).hexdigest()[:32]


def language_of(family):
    """The language of the adult we talk to, else of anybody."""
    told = [family.head.language, *(person.language for person in family.people)]
    return next((language for language in told if language), Language.ENGLISH)
