"""Rows of any version of HSDS as records of one shape. One record may come of several rows, one row make several."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from agency.imports.columns import NotRead
from agency.imports.lines import Remark, Severity
from partners.imports import matched, values
from partners.imports.tables import OLD, TABLES
from partners.models import Eligibility, Schedule
from partners.models.schedule import DAYS

Who = Eligibility.Who
OFTEN = Schedule.Often.values
# Words of the eligibility list of 1.1, and the usual ones beside them.
WHO = {
    "adult": Who.ADULT, "child": Who.CHILD, "teen": Who.TEEN, "family": Who.FAMILY, "female": Who.WOMAN,
    "male": Who.MAN, "transgender": Who.LGBTQ, "transgender - m to f": Who.LGBTQ, "transgender - f to m": Who.LGBTQ,
    "pregnant": Who.PREGNANT, "pregnant women": Who.PREGNANT, "families": Who.FAMILY, "infants": Who.BABY,
    "toddlers": Who.BABY, "children": Who.CHILD, "teens": Who.TEEN, "adults": Who.ADULT, "seniors": Who.OLDER,
    "low-income": Who.LOW_INCOME, "low income": Who.LOW_INCOME, "homeless": Who.NO_HOME, "veterans": Who.VETERAN,
    "all disabilities": Who.DISABILITY, "foster youth": Who.FOSTER, "immigrants": Who.NEWCOMER,
}  # fmt: skip
COUNTED_APART = {
    "physical_addresses", "postal_addresses", "mail_addresses", "regular_schedules", "holiday_schedules",
    "other_attributes",
}  # fmt: skip


@dataclass
class Record:
    """One thing a package says. `rows` are the numbers of the rows it came of; the first tells where to look."""

    kind: str
    key: str
    said: dict
    rows: list
    remarks: list = field(default_factory=list)
    fate: str = ""
    waits_for: str = ""

    @property
    def is_partial(self):
        """True when the file leaves out what it does not want to say, instead of saying that it is empty."""
        return "_partial" in self.said

    def note(self, code, reason, column="", severity=Severity.NOTE):
        self.remarks.append(Remark(code, reason, column, severity))


@dataclass
class Dealt:
    """What was made of the rows: records by kind, and the rows nothing can be made of, with the reason."""

    records: dict = field(default_factory=lambda: defaultdict(list))
    skipped: dict = field(default_factory=dict)  # number → Remark
    main: dict = field(default_factory=dict)  # number → the record that decides what becomes of the row

    def skip(self, number, code, reason, column=""):
        self.skipped[number] = Remark(code, reason, column, Severity.SKIPPED)


def deal(rows):
    """The records of `(number, table, said)`."""
    dealt = Dealt()
    by_key = {}
    weekdays, folded = defaultdict(list), []
    for number, table, said in rows:
        if "_matched" in said:
            _matched(dealt, by_key, number, said)
            continue
        kind, always = TABLES.get(table, ("aside", {}))
        said = _renamed(kind, said) | always
        if kind == "aside":
            dealt.skip(number, "kept_out", _("We have no place for the change log of a publisher."))
        elif kind in ("eligibility", "payment"):
            folded.append((number, kind, said))
        elif kind == "schedule" and ("weekday" in said or ("freq" not in said and _is_plain(said))):
            weekdays[_owner(said)].append((number, said))
        else:
            _plain(dealt, by_key, number, kind, _own_ids(table, said))
    _weeks(dealt, by_key, weekdays)
    _fold(dealt, by_key, folded)
    _addresses(dealt, by_key)
    _languages(dealt, by_key)
    return dealt


def _own_ids(table, said):
    """Tables that are one now may have counted their rows each for itself."""
    return said | {"id": f"{table}:{said['id']}"} if table in COUNTED_APART and said.get("id") else said


def _renamed(kind, said):
    """With the column names of 3.2; a column that has both names keeps the newer."""
    old = OLD.get(kind, {})
    return {old[name]: value for name, value in said.items() if name in old} | {
        name: value for name, value in said.items() if name not in old
    }


def _is_plain(said):
    return "_holiday" not in said and not {"byday", "description", "dtstart", "valid_from"} & said.keys()


def _owner(said):
    return tuple(said.get(name, "") for name in ("service_id", "location_id", "service_at_location_id"))


def key_of(said):
    """The id a row has, or one made of all it says: the same row is the same thing next time, too."""
    given = said.get("id", "").strip()
    if given:
        return given[:200]
    whole = json.dumps(sorted(said.items()))
    return f"#{hashlib.sha1(whole.encode(), usedforsecurity=False).hexdigest()}"


def _plain(dealt, by_key, number, kind, said):
    key = key_of(said)
    there = by_key.get((kind, key))
    if there is not None:
        same = {name: value for name, value in there.said.items() if not name.startswith("_")} == said
        reason = _("This row stands in the file twice.") if same else _("Another row has this id. The first was taken.")
        dealt.skip(number, "twice" if same else "same_id", reason, "id")
        return
    maker = MAKERS.get(kind, _one)
    for record in maker(dealt, number, kind, key, said):
        _take(dealt, by_key, record)


def _take(dealt, by_key, record):
    """Keep a record; the rows it came of that have decided nothing yet are decided by it."""
    by_key[record.kind, record.key] = record
    dealt.records[record.kind].append(record)
    for number in record.rows:
        dealt.main.setdefault(number, record)


def _matched(dealt, by_key, number, said):
    """A row whose columns a person matched: what it says of an organization, a place and a service, each its own."""
    parts = matched.parts(said)
    if not parts:
        dealt.skip(number, "empty", _("This row says nothing of a partner, a place or a service."))
    for kind, own in parts:
        there = by_key.get((kind, own["id"]))
        if there is not None and kind == parts[0][0]:
            same = there.said == own
            reason = (
                _("This row stands in the file twice.") if same else _("Another row has this id. The first was taken.")
            )
            dealt.skip(number, "twice" if same else "same_id", reason, "id")
            return
        if there is not None:
            there.rows.append(number)
            continue
        for record in MAKERS.get(kind, _one)(dealt, number, kind, own["id"], own):
            _take(dealt, by_key, record)


def _one(dealt, number, kind, key, said):
    yield Record(kind, key, said, [number])


def _service(dealt, number, kind, key, said):
    """A service; in the oldest dialects its cells hold whole lists of other things."""
    audience = said.pop("audience", "")
    if audience:
        said["eligibility_description"] = "\n".join(filter(None, [said.get("eligibility_description", ""), audience]))
    if payments := said.pop("accepted_payments", ""):
        said["fees_description"] = "\n".join(filter(None, [said.get("fees_description", ""), payments]))
    lists = {name: listed(said.pop(name)) for name in CELLS if name in said}
    places = listed(said.pop("location_id", ""))
    said["_places"] = places
    yield Record(kind, key, said, [number])
    for place in places:
        yield Record("service_at_location", f"{key}@{place}", {"service_id": key, "location_id": place}, [number])
    for name, parts in lists.items():
        of, column = CELLS[name]
        for part in dict.fromkeys(parts):
            yield _part(of, key, {"service_id": key, column: part}, number)


def _location(dealt, number, kind, key, said):
    lists = {name: listed(said.pop(name)) for name in ("accessibility", "languages") if name in said}
    if values.is_yes(said.pop("virtual", "")):
        said["location_type"] = "virtual"
    description = said.pop("short_desc", "")
    said.setdefault("description", description) if description else None
    yield Record(kind, key, said, [number])
    for part in dict.fromkeys(lists.get("accessibility", ())):
        yield _part("accessibility", key, {"location_id": key, "description": part}, number)
    for part in dict.fromkeys(lists.get("languages", ())):
        yield _part("language", key, {"location_id": key, "name": part}, number)


def _organization(dealt, number, kind, key, said):
    sources = listed(said.pop("funding_sources", ""))
    yield Record(kind, key, said, [number])
    for part in dict.fromkeys(sources):
        yield _part("funding", key, {"organization_id": key, "source": part}, number)


def _part(kind, owner, said, number):
    if kind == "attribute":
        said = {"link_id": owner, "link_entity": "service", "taxonomy_term_id": said["taxonomy_term_id"]}
    return Record(kind, f"{owner}:{key_of(said)[:60]}", said, [number])


CELLS = {
    "languages": ("language", "name"), "required_documents": ("required_document", "document"),
    "service_areas": ("service_area", "name"), "taxonomy_ids": ("attribute", "taxonomy_term_id"),
    "funding_sources": ("funding", "source"),
}  # fmt: skip


def listed(cell):
    """The parts of a list in a cell; a comma in brackets parts nothing."""
    parts, depth, part = [], 0, ""
    for sign in cell:
        depth += (sign == "(") - (sign == ")")
        if sign in ",;" and depth <= 0:
            parts.append(part)
            part = ""
        else:
            part += sign
    return [part.strip() for part in [*parts, part] if part.strip()]


def _phone(dealt, number, kind, key, said):
    """Each number of the cell; none is a row to report, not to keep."""
    found = values.phones(said.get("number", ""))
    if not found:
        dealt.skip(number, "no_number", _("There is no phone number in this row."), "number")
        return
    for count, (digits, extension, label) in enumerate(found):
        words = [said.get("description", ""), said.get("department", ""), label if label.lower() != "main" else ""]
        own = said | {"_number": digits, "description": ", ".join(filter(None, words)), "_languages": _codes(said)}
        own |= {"extension": extension} if extension else {}
        record = Record(kind, key if not count else f"{key}+{count}", own, [number])
        if len("".join(filter(str.isdigit, digits))) != 10:
            record.note("odd_number", _("This number does not have ten digits."), "number")
        yield record


def _codes(said):
    """The languages of a line, as codes."""
    found = [values.language(part)[0] for part in listed(said.get("language", ""))]
    return ", ".join(code for code in found if code)


def _pair(dealt, number, kind, key, said):
    """A service at a place; where a cell names several services, each of them."""
    services = listed(said.get("service_id", ""))
    if len(services) < 2:
        yield Record(kind, key, said, [number])
        return
    for service in services:
        yield Record(kind, f"{key}:{service}", said | {"service_id": service, "_one_of": "yes"}, [number])


def _contact(dealt, number, kind, key, said):
    number_said = " ".join(filter(None, [said.pop("areacode", ""), said.pop("_phone", "")]))
    yield Record(kind, key, said, [number])
    for count, (digits, extension, _label) in enumerate(values.phones(number_said)):
        own = {"contact_id": key, "_number": digits, "extension": extension}
        yield Record("phone", f"{key}:phone{count}", own, [number])


def _schedule(dealt, number, kind, key, said):
    if said.pop("_holiday", ""):
        said["_closed"] = said.pop("closed", "")
        for name in ("valid_from", "valid_to"):
            if "0001" in said.get(name, ""):  # how one dialect says "every year"
                said["description"] = ", ".join(filter(None, [said.get("description", ""), said.pop(name)]))
    often = said.get("freq", "").upper()
    if often and often not in OFTEN:
        said |= {"byday": ",".join(DAYS), "freq": "WEEKLY"} if often == "DAILY" else {"_often": said.pop("freq")}
    yield Record(kind, key, said, [number])


MAKERS = {
    "organization": _organization, "service": _service, "location": _location, "phone": _phone,
    "service_at_location": _pair, "contact": _contact, "schedule": _schedule,
}  # fmt: skip


# ---- rows that become one -------------------------------------------------------------------------------------------


def _weeks(dealt, by_key, weekdays):
    """Days of one owner with the same hours are one rule of the week."""
    for owner, rows in weekdays.items():
        rules = defaultdict(list)
        for number, said in rows:
            hours = tuple(said.get(name, "") for name in ("opens_at", "closes_at"))
            if not any(hours):
                dealt.skip(number, "no_hours", _("This day has no hours."), "opens_at")
                continue
            try:
                days = values.weekdays(said.get("weekday", ""))
            except NotRead as trouble:
                dealt.skip(number, "no_day", str(trouble), "weekday")
                continue
            rules[hours].append((number, days, said))
        for hours, parts in rules.items():
            _week(dealt, by_key, owner, hours, parts)


def _week(dealt, by_key, owner, hours, parts):
    links = dict(zip(("service_id", "location_id", "service_at_location_id"), owner, strict=True))
    days = [day for day in DAYS if any(day in found for _number, found, _said in parts)]
    said = {name: value for name, value in links.items() if value}
    said |= {"freq": "WEEKLY", "byday": ",".join(days), "opens_at": hours[0], "closes_at": hours[1]}
    key = (
        f"week:{parts[0][2]['id']}"
        if parts[0][2].get("id")
        else key_of({**links, "opens_at": hours[0], "closes_at": hours[1]})
    )
    if ("schedule", key) in by_key:
        for number, _days, _said in parts:
            dealt.skip(number, "same_id", _("Another row has this id. The first was taken."), "id")
        return
    _take(dealt, by_key, Record("schedule", key, said, [number for number, _days, _said in parts]))


def _fold(dealt, by_key, folded):
    """Rows of 1.1 that are words of their service now: for whom it is, and how one pays."""
    column = {"eligibility": ("eligibility", "eligibility_description"), "payment": ("payment", "fees_description")}
    for number, kind, said in folded:
        own, into = column[kind]
        words, service = said.get(own, "").strip(), by_key.get(("service", said.get("service_id", "")))
        if not words:
            dealt.skip(number, "empty", _("This row says nothing."), own)
        elif service is None:
            dealt.skip(number, "no_service", _("The service it names is not in this file."), "service_id")
        else:
            service.rows.append(number)
            dealt.main[number] = service
            there = service.said.get(into, "")
            service.said[into] = "\n".join(filter(None, [there, words])) if words not in there.split("\n") else there
            if kind == "eligibility" and words.lower() in WHO:
                _eligible(dealt, service.key, WHO[words.lower()], number)


def _eligible(dealt, service, who, number):
    key = f"{service}:{who}"
    if not any(record.key == key for record in dealt.records["eligible"]):
        dealt.records["eligible"].append(Record("eligible", key, {"service_id": service, "who": who}, [number]))


def _addresses(dealt, by_key):
    """A place's first physical address is the place's own; the others stay addresses."""
    left, taken = [], set()
    for record in dealt.records.pop("address", []):
        for old in ("address_3", "address_4"):
            if more := record.said.pop(old, ""):
                record.said["address_2"] = ", ".join(filter(None, [record.said.get("address_2", ""), more]))
        place = by_key.get(("location", record.said.get("location_id", "")))
        kind = record.said.get("address_type", "") or "physical"
        if place is None and not record.said.get("location_id"):
            place = _place_of_letters(dealt, by_key, record)
            kind = "physical"
        if place is not None and kind == "physical" and place.key not in taken:
            taken.add(place.key)
            place.rows += record.rows
            dealt.main |= dict.fromkeys(record.rows, place)
            place.said |= {f"_{name}": value for name, value in record.said.items() if name in ADDRESS}
            place.said["_address_id"] = record.key
        else:
            left.append(record)
    if left:
        dealt.records["address"] = left


ADDRESS = ("attention", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country")


def _place_of_letters(dealt, by_key, record):
    """An address of an organization itself: a place where its letters go."""
    owner = record.said.get("organization_id", "")
    if not owner or ("location", f"{owner}:letters") in by_key:
        return None
    said = {"organization_id": owner, "location_type": record.said.get("address_type", "postal")}
    place = Record("location", f"{owner}:letters", said, [])
    _take(dealt, by_key, place)
    return place


def _languages(dealt, by_key):
    """A language of a service is its own; of a place, that of the services there; of a line, a word on the line."""
    found = dealt.records.pop("language", [])
    at = defaultdict(list)
    for pair in dealt.records.get("service_at_location", ()):
        at[pair.said.get("location_id", "")].append(pair.said.get("service_id", ""))
    for record in found:
        said = record.said
        code, note = values.language(said.get("code", ""))
        named, more = values.language(said.get("name", ""))
        said |= {"_code": code or named, "note": said.get("note", "") or note or more}
        services = [said["service_id"]] if said.get("service_id") else at.get(said.get("location_id", ""), [])
        if not said["_code"]:
            _interpreted(dealt, by_key, record, services)
        elif services:
            _spoken(dealt, record, services)
        else:
            _on_the_line(dealt, by_key, record)


def _interpreted(dealt, by_key, record, services):
    """Words that name no language say something about interpreters."""
    for service in filter(None, (by_key.get(("service", key)) for key in services)):
        there = service.said.get("interpretation_services", "")
        service.said["interpretation_services"] = "\n".join(filter(None, [there, record.said.get("name", "")]))
        service.note(
            "language_kept_as_words", _("This is no language we have a code for. It was kept as words."), "name"
        )
        service.rows += record.rows
        dealt.main |= {number: service for number in record.rows if dealt.main.get(number) is record}
        return
    for number in (number for number in record.rows if dealt.main.get(number) is record):
        dealt.skipped.setdefault(number, Remark("no_language", _("This is no language we have a code for."), "name",
                                                Severity.SKIPPED))  # fmt: skip


def _spoken(dealt, record, services):
    for count, service in enumerate(dict.fromkeys(services)):
        key = record.key if not count else f"{record.key}:{service}"
        own = Record("language", key, record.said | {"service_id": service}, record.rows)
        dealt.records["language"].append(own)
        dealt.main |= {number: own for number in record.rows if dealt.main.get(number) in (record, None)}


def _on_the_line(dealt, by_key, record):
    phone = by_key.get(("phone", record.said.get("phone_id", "")))
    if phone is None:
        for number in (number for number in record.rows if dealt.main.get(number) is record):
            dealt.skipped.setdefault(number, Remark("no_service", _("The service it names is not in this file."),
                                                    "service_id", Severity.SKIPPED))  # fmt: skip
        return
    there = [code for code in phone.said.get("_languages", "").split(", ") if code]
    phone.said["_languages"] = ", ".join(dict.fromkeys([*there, record.said["_code"]]))
    phone.rows += record.rows
    dealt.main |= dict.fromkeys(record.rows, phone)
