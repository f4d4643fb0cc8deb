"""The HUD HMIS CSV layout: people from Client.csv, households from Enrollment.csv, last days from Exit.csv.

What each code means stands in tables here, because it changes from year to year while the reading does not.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.imports.archives import Folder
from agency.imports.columns import EARLIEST, NEVER_READ
from agency.imports.lines import Line, Remark, Unreadable
from agency.imports.reading import sheet
from agency.imports.targets import files_opened
from families.imports.incoming import CHILD_BELOW, years_between
from families.models import FamilyMember

HEAD = "1"
SCHOOL_AGE = 6  # a younger child may hold a place with us
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
class Export:
    """What has been read of the three tables."""

    people: dict = field(default_factory=dict)  # PersonID: its Line and birth date
    exits: dict = field(default_factory=dict)  # EnrollmentID: its Line and last day
    households: dict = field(default_factory=lambda: defaultdict(list))  # HouseholdID: (Line, row)
    left: list = field(default_factory=list)  # Lines that do not come in, and Remarks


def read(batch):
    """The lines of an HMIS export, people before exits before enrollments; each knows its household."""
    if batch.path:
        with files_opened(batch) as file:
            yield from _lines(Folder(file, batch.called))
    else:
        yield from _lines(Folder(batch.options["path"]))


def _lines(folder):
    export = Export()
    _clients(folder, export)
    _exits(folder, export)
    _enrollments(folder, export)
    _say_whom_they_make(export)
    yield from export.left
    yield from (line for line, _born_on in export.people.values())
    yield from (line for line, _day in export.exits.values())
    yield from (line for rows in export.households.values() for line, _row in rows)


def _rows(folder, name, table, needed, export):
    """Each good row of one table as `(Line, values)`; the others are left."""
    with folder.open(name) as file:
        page = sheet(file, called=name)
        missing = [column for column in needed if column not in page.headings]
        if missing:
            lost = _("%(file)s has no column %(columns)s. Is it the file you meant?")
            raise Unreadable(lost % {"file": name, "columns": ", ".join(missing)})
        export.left += [Remark(said.code, said.reason, table=table, file=name, line=1) for said in page.remarks]
        dropped = _("This column is not read. We keep no such numbers.")
        for heading in filter(NEVER_READ.search, page.headings):
            export.left.append(Remark("never_read", dropped, heading, table=table, file=name, line=1))
        for number, values in page.by_heading():
            line = Line(table, name, number)
            if isinstance(values, Remark):
                export.left.append(line.skipped(values.code, values.reason))
            else:
                yield line, values


def _clients(folder, export):
    needed = ["PersonalID", "FirstName", "LastName", "DOB"]
    for line, row in _rows(folder, "Client.csv", "people", needed, export):
        key, (born_on, problem) = row["PersonalID"], _day(row["DOB"])
        if not key or not (row["FirstName"] or row["LastName"]):
            reason = _("The row has no key or no name. It was left out.")
            export.left.append(line.skipped("no_key", reason, "PersonalID"))
        elif key in export.people:
            reason = _("The person %(key)s stands in the file twice. The first row counts.") % {"key": key}
            export.left.append(line.skipped("twice", reason, "PersonalID"))
        else:
            if problem:
                without = _("%(problem)s The person comes in without a birth date.")
                line.noted("not_read", without % {"problem": problem}, "DOB")
            first, last = row["FirstName"][:100], row["LastName"][:100]
            line.said = {"person_id": key, "_first": first or last, "_last": last}
            export.people[key] = (line, born_on)


def _exits(folder, export):
    for line, row in _rows(folder, "Exit.csv", "exits", ["EnrollmentID", "ExitDate"], export):
        day, problem = _day(row["ExitDate"])
        if day is None:
            reason = problem or _("The day is missing. The row was left out.")
            export.left.append(line.skipped("not_read", reason, "ExitDate"))
        elif row["EnrollmentID"] in export.exits:
            reason = _("This enrollment ends twice. The first row counts.")
            export.left.append(line.skipped("twice", reason, "EnrollmentID"))
        else:
            export.exits[row["EnrollmentID"]] = (line, day)


def _enrollments(folder, export):
    needed = ["EnrollmentID", "PersonalID", "EntryDate", "HouseholdID", "RelationshipToHoH"]
    seen = defaultdict(set)
    for line, row in _rows(folder, "Enrollment.csv", "enrollments", needed, export):
        trouble = _trouble(row, export.people, seen)
        if trouble:
            export.left.append(line.skipped("not_used", trouble[1], trouble[0]))
            continue
        seen[row["HouseholdID"]].add(row["PersonalID"])
        line.key = row["HouseholdID"]
        export.households[line.key].append((line, row))


def _trouble(row, people, seen):
    """Why a row of Enrollment.csv cannot be used, as `(column, sentence)`; None when it can."""
    entered_on, problem = _day(row["EntryDate"])
    person = {"key": row["PersonalID"]}
    if not row["HouseholdID"]:
        return "HouseholdID", _("The row belongs to no household. It was left out.")
    if row["PersonalID"] not in people:
        return "PersonalID", _("There is no person %(key)s in Client.csv. The row was left out.") % person
    if row["PersonalID"] in seen[row["HouseholdID"]]:
        return "PersonalID", _("The person %(key)s is in this household already. The first row counts.") % person
    if row["RelationshipToHoH"] not in RELATIONSHIPS:
        told = {"code": row["RelationshipToHoH"], "known": ", ".join(RELATIONSHIPS)}
        unknown = _("“%(code)s” is no code we know (%(known)s). The row was left out.")
        return "RelationshipToHoH", unknown % told
    if entered_on is None:
        return "EntryDate", problem or _("The day is missing. The row was left out.")
    return None


def _say_whom_they_make(export):
    """Give each line its household and what it says there; who has none cannot come in."""
    heads = Counter()
    for key, rows in export.households.items():
        heads[key] = sum(row["RelationshipToHoH"] == HEAD for _line, row in rows)
    for key, rows in export.households.items():
        for line, row in rows:
            person, born_on = export.people[row["PersonalID"]]
            person.key = person.key or key
            last = export.exits.get(row["EnrollmentID"])
            line.said = _said(row, person.said, born_on, last[1] if last else None)
            if heads[key] != 1:
                waits = _("The household %(key)s has %(heads)s heads instead of one. It waits until that is mended.")
                line.said["held"] = waits % {"key": key, "heads": heads[key]}
            if last:
                last[0].key, last[0].said = key, {"person_id": row["PersonalID"]}
    _leave(export.people, "PersonalID", _("The person %(key)s belongs to no household."))
    _leave(export.exits, "EnrollmentID", _("There is no enrollment %(key)s in Enrollment.csv. The row was left out."))


def _leave(lines, column, reason):
    for key, (line, _fact) in lines.items():
        line.said = {"person_id": line.said.get("person_id", "")}
        if not line.key:
            line.skipped("alone", reason % {"key": key}, column)


def _said(row, person, born_on, exited_on):
    """One enrollment by our own columns."""
    entered_on = _day(row["EntryDate"])[0]
    code = row["RelationshipToHoH"]
    role, relationship = RELATIONSHIPS[code]
    if born_on and years_between(born_on, entered_on) < CHILD_BELOW or born_on is None and code == "2":
        role, relationship = Role.CHILD, CHILDREN.get(code, Relationship.UNKNOWN)
    said = {
        "person_id": row["PersonalID"],
        "first_name": person["_first"],
        "last_name": person["_last"],
        "birth_date": str(born_on or ""),
        "role": str(role),
        "relationship": str(relationship),
        "main_contact": "yes" if code == HEAD else "",
    }
    if role == Role.CHILD and born_on and years_between(born_on, entered_on) < SCHOOL_AGE:
        said["enrollment_start"] = str(entered_on)
        said["enrollment_end"] = str(exited_on) if exited_on and exited_on >= entered_on else ""
    return {name: text for name, text in said.items() if text}


def _day(text):
    """`(day, "")`, or `(None, why)`; an empty text is no mistake."""
    if not text:
        return None, ""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None, _("“%(text)s” is no date; write 2022-05-31.") % {"text": text[:40]}
    if day > timezone.localdate():
        return None, _("%(day)s has not come yet.") % {"day": day}
    if day.year < EARLIEST:
        return None, _("%(day)s is too long ago.") % {"day": day}
    return day, ""
