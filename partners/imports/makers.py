"""The records that one row of a table makes; most make one, some cells hold whole lists of other things."""

from django.utils.translation import gettext as _

from partners.imports import values
from partners.imports.records import Record, key_of, listed
from partners.models import Schedule
from partners.models.schedule import DAYS

OFTEN = Schedule.Often.values
# Columns of a service that hold lists: of which table each part is a row, and in which column it stands there.
CELLS = {
    "languages": ("language", "name"), "required_documents": ("required_document", "document"),
    "service_areas": ("service_area", "name"), "taxonomy_ids": ("attribute", "taxonomy_term_id"),
    "funding_sources": ("funding", "source"),
}  # fmt: skip


def one(dealt, number, kind, key, said):
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
