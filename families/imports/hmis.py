"""The HUD HMIS CSV layout: people from Client.csv, households from Enrollment.csv, last days from Exit.csv.

What each code means stands in tables here, because it changes from year to year while the reading does not.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from families.imports.ledger import HELD, SKIPPED
from families.imports.tables import rows
from families.models import FamilyMember

SOURCE = "hmis"
HEAD = "1"
CHILD_BELOW = 18
Role, Relationship = FamilyMember.Role, FamilyMember.Relationship
# RelationshipToHoH: the role and relationship of a grown person; the same codes of a child make a child.
RELATIONSHIPS = {
    HEAD: (Role.PARENT, Relationship.UNKNOWN),
    "2": (Role.OTHER, Relationship.RELATIVE),
    "3": (Role.PARENT, Relationship.PARTNER),
    "4": (Role.OTHER, Relationship.RELATIVE),
    "5": (Role.OTHER, Relationship.FRIEND),
    "99": (Role.OTHER, Relationship.UNKNOWN),
}
CHILDREN = {"2": Relationship.CHILD, "4": Relationship.RELATIVE, "5": Relationship.FRIEND}


@dataclass
class Person:
    """One member of an incoming family, and the days of the place they held elsewhere."""

    key: str
    first_name: str
    last_name: str
    born_on: date | None
    role: str
    relationship: str
    is_head: bool
    entered_on: date
    exited_on: date | None

    def as_list(self):
        return [
            self.key,
            self.first_name,
            self.last_name,
            str(self.born_on),
            self.role,
            self.relationship,
            self.is_head,
        ]


@dataclass
class Household:
    """One incoming family."""

    key: str
    line: int
    people: list = field(default_factory=list)

    @property
    def head(self):
        return next(person for person in self.people if person.is_head)


def read(folder, ledger):
    """The households of an HMIS export with their people. What cannot be used is in the ledger, by file and line."""
    people = _clients(folder, ledger["people"])
    last_days = _exits(folder, ledger["exits"])
    households = _households(folder, ledger["enrollments"], people, last_days)
    _account_for(people, households, ledger["people"])
    return [household for household in households if _has_one_head(household, ledger)]


def _account_for(people, households, table):
    """Say of each person whether a household took them; somebody without one cannot come in."""
    housed = {person.key for household in households for person in household.people}
    table.add("imported", len(housed))
    for key in people.keys() - housed:
        table.wrong("Client.csv", people[key][3], "PersonalID", f"The person {key} belongs to no household.", SKIPPED)


def _clients(folder, table):
    found = {}
    for line, row in rows(folder, "Client.csv", ["PersonalID", "FirstName", "LastName", "DOB"], table):
        born_on, problem = _day(row["DOB"])
        if not row["PersonalID"] or not (row["FirstName"] or row["LastName"]):
            table.wrong("Client.csv", line, "PersonalID", "The row has no key or no name. It was left out.", SKIPPED)
        elif row["PersonalID"] in found:
            reason = f"The person {row['PersonalID']} stands in the file twice. The first row counts."
            table.wrong("Client.csv", line, "PersonalID", reason, SKIPPED)
        else:
            if problem:
                table.wrong("Client.csv", line, "DOB", f"{problem} The person comes in without a birth date.")
            found[row["PersonalID"]] = (row["FirstName"], row["LastName"], born_on, line)
    return found


def _exits(folder, table):
    found = {}
    for line, row in rows(folder, "Exit.csv", ["EnrollmentID", "ExitDate"], table):
        day, problem = _day(row["ExitDate"])
        if day is None:
            table.wrong("Exit.csv", line, "ExitDate", problem or "The day is missing. The row was left out.", SKIPPED)
        else:
            found[row["EnrollmentID"]] = day
            table.add("imported")
    return found


def _households(folder, table, people, last_days):
    needed = ["EnrollmentID", "PersonalID", "EntryDate", "HouseholdID", "RelationshipToHoH"]
    households = {}
    seen = defaultdict(set)
    for line, row in rows(folder, "Enrollment.csv", needed, table):
        trouble = _trouble(row, people, seen)
        if trouble:
            table.wrong("Enrollment.csv", line, *trouble, SKIPPED)
            continue
        seen[row["HouseholdID"]].add(row["PersonalID"])
        household = households.setdefault(row["HouseholdID"], Household(row["HouseholdID"], line))
        household.people.append(_person(row, people[row["PersonalID"]], last_days))
    return list(households.values())


def _trouble(row, people, seen):
    """Why a row of Enrollment.csv cannot be used, as `(column, sentence)`; None when it can."""
    entered_on, problem = _day(row["EntryDate"])
    if not row["HouseholdID"]:
        return "HouseholdID", "The row belongs to no household. It was left out."
    if row["PersonalID"] not in people:
        return "PersonalID", f"There is no person {row['PersonalID']} in Client.csv. The row was left out."
    if row["PersonalID"] in seen[row["HouseholdID"]]:
        return "PersonalID", f"The person {row['PersonalID']} is in this household already. The first row counts."
    if row["RelationshipToHoH"] not in RELATIONSHIPS:
        known = ", ".join(RELATIONSHIPS)
        return "RelationshipToHoH", f"“{row['RelationshipToHoH']}” is no code we know ({known}). The row was left out."
    if entered_on is None:
        return "EntryDate", problem or "The day is missing. The row was left out."
    return None


def _person(row, facts, last_days):
    first_name, last_name, born_on, _line = facts
    entered_on = _day(row["EntryDate"])[0]
    exited_on = last_days.get(row["EnrollmentID"])
    code = row["RelationshipToHoH"]
    role, relationship = RELATIONSHIPS[code]
    if born_on and _years(born_on, entered_on) < CHILD_BELOW or born_on is None and code == "2":
        role, relationship = Role.CHILD, CHILDREN.get(code, Relationship.UNKNOWN)
    return Person(
        key=row["PersonalID"],
        first_name=first_name[:100] or last_name[:100],
        last_name=last_name[:100],
        born_on=born_on,
        role=role,
        relationship=relationship,
        is_head=code == HEAD,
        entered_on=entered_on,
        exited_on=exited_on if exited_on and exited_on >= entered_on else None,
    )


def _years(born_on, day):
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _has_one_head(household, ledger):
    heads = sum(person.is_head for person in household.people)
    if heads == 1:
        return True
    reason = f"The household {household.key} has {heads} heads instead of one. It waits until that is mended."
    ledger["families"].wrong("Enrollment.csv", household.line, "RelationshipToHoH", reason, HELD)
    ledger["enrollments"].add(HELD, len(household.people))
    return False


def _day(text):
    """`(day, "")`, or `(None, why)`; an empty text is no mistake."""
    if not text:
        return None, ""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None, f"“{text}” is no date; write 2022-05-31."
    if day > timezone.localdate():
        return None, f"{day} has not come yet."
    if day.year < 1900:
        return None, f"{day} is too long ago."
    return day, ""
