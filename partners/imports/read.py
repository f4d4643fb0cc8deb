"""One record read: its columns as fields of ours, and what two columns say together."""

from decimal import Decimal

from django.db.models import CharField
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.imports.columns import NotRead
from partners.exports.rows import ADDRESS_MARK, ADDRESS_PARTS, CLOSED
from partners.imports import values
from partners.imports.fields import FIELDS, MODELS
from partners.models import Phone, PlaceKind, Service, ServiceCapacity
from partners.models.schedule import DAYS

STATUS = {status.value: status for status in Service.Status}


def read(record):
    """{field: value} of one record; what cannot be read is reported and left empty."""
    found, model = {}, MODELS[record.kind]
    for name, (column, reader) in FIELDS[record.kind].items():
        field = model._meta.get_field(name)
        value = _value(record, column, reader)
        if value is None and not field.null:
            value = _empty(field)
        if isinstance(field, CharField) and field.max_length and len(value or "") > field.max_length:
            reason = _("This is longer than %(most)s letters. The rest was cut.") % {"most": field.max_length}
            record.note("cut", reason, column.lstrip("_"))
            value = value[: field.max_length]
        found[name] = value
    return found


def _value(record, column, reader):
    said = record.said.get(column, "")
    try:
        return reader(said) if said else None
    except (NotRead, ValueError, OverflowError) as trouble:
        reason = str(trouble) if isinstance(trouble, NotRead) else _("This cannot be read.")
        record.note("not_read", reason, column.lstrip("_"))
        return None


def _empty(field):
    """What stands in a field that must hold something and was told nothing."""
    is_text = field.empty_strings_allowed and field.get_internal_type() != "BooleanField"
    return "" if is_text else field.get_default()


def finish(record, given):
    """What two columns say together, or our own words for theirs."""
    if say_together := FINISHED.get(record.kind):
        say_together(record, given)


def _organization(record, given):
    """HSDS wants a description; who has none repeats the name."""
    given["description"] = "" if given["description"] == given["name"] else given["description"]


def _service(record, given):
    said = record.said.get("status", "").strip().lower()
    given["status"] = STATUS.get(said, Service.Status.INACTIVE if said else Service.Status.ACTIVE)
    if not said:
        reason = _("The file does not say whether it is running. It was taken as running.")
        record.note("status_assumed", reason, "status")
    elif said not in STATUS:
        record.note("status_unknown", _("This state is unknown to us. It was taken as not running."), "status")
    low, high = given["minimum_age"], given["maximum_age"]
    if low is not None and high is not None and low > high:
        record.note("ages", _("The highest age is below the lowest. Both were left out."), "maximum_age")
        given["minimum_age"] = given["maximum_age"] = None


def _location(record, given):
    said = record.said.get("location_type", "").strip().lower()
    given["kind"] = said if said in PlaceKind.values else PlaceKind.PHYSICAL
    lat, lon = given["latitude"], given["longitude"]
    if (lat is None) != (lon is None) or (lat, lon) == (0, 0) or abs(lat or 0) > 90:
        record.note("not_on_the_map", _("This is no point on the map. It was left out."), "latitude")
        given["latitude"] = given["longitude"] = None
    given["country"] = given["country"] or "US"
    _take_address_out(given)
    if given["address_1"] and not given["city"] and given["kind"] != PlaceKind.VIRTUAL:
        record.note("incomplete_address", _("The address is not complete. It was kept as it stands."), "city")


def _address(record, given):
    said = record.said.get("address_type", "").strip().lower()
    given["kind"] = said if said in PlaceKind.values else PlaceKind.PHYSICAL
    given["country"] = given["country"] or "US"


def _phone(record, given):
    said = {"sms": "text", "tty": "textphone", "hotline": "voice"}.get(
        record.said.get("type", "").strip().lower(), record.said.get("type", "").strip().lower()
    )
    given["kind"] = said if said in Phone.Kind.values else Phone.Kind.VOICE
    if said and said not in Phone.Kind.values:
        record.note("kind_unknown", _("This kind of line is unknown to us. It was taken as voice."), "type")


def _schedule(record, given):
    if given["notes"].split("\n")[0] == CLOSED:
        given["is_closed"], given["notes"] = True, "\n".join(given["notes"].split("\n")[1:])
    given["wkst"] = given["wkst"] if given["wkst"] in DAYS else ""
    if "_often" in record.said:
        record.note("rule_unknown", _("A rule that holds each day or year is kept in words only."), "freq")
        given["description"] = ", ".join(filter(None, [given["description"], record.said["_often"]]))
        given["freq"] = ""
    if given["opens_at"] and given["closes_at"] and given["closes_at"] < given["opens_at"]:
        record.note("past_midnight", _("It closes before it opens: taken as the next day."), "closes_at")


def _service_area(record, given):
    given["zips"] = values.short_zips(given["name"]) or values.short_zips(given["extent"])


def _service_capacity(record, given):
    given["seen_at"] = given["seen_at"] or timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    full = given["available"] is not None and given["available"] <= Decimal(0)
    given["state"] = ServiceCapacity.State.FULL if full else ServiceCapacity.State.OPEN


def _contact(record, given):
    if not any(given[name] for name in ("name", "email", "title", "department")):
        given["name"] = "?"


def _cost_option(record, given):
    given["currency"] = given["currency"].upper()[:3] or "USD"


def _take_address_out(given):
    """An address too short for HSDS stands in the last line of the description, as our own export writes it."""
    words, mark, line = given["description"].rpartition(ADDRESS_MARK)
    parts = line.split(" | ")
    if mark and len(parts) == len(ADDRESS_PARTS) and not given["address_1"]:
        given["description"] = words.rstrip("\n")
        given |= dict(zip(ADDRESS_PARTS, parts, strict=True))


FINISHED = {
    "organization": _organization, "taxonomy_term": _organization, "taxonomy": _organization,
    "program": _organization, "service": _service, "location": _location, "address": _address, "phone": _phone,
    "schedule": _schedule, "service_area": _service_area, "service_capacity": _service_capacity,
    "contact": _contact, "cost_option": _cost_option,
}  # fmt: skip
