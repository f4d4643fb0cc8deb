"""Rows that become one: the days of a week, words of a service, the address of a place."""

from collections import defaultdict

from django.utils.translation import gettext as _

from agency.imports.columns import NotRead
from partners.imports import values
from partners.imports.records import Record, key_of
from partners.models import Eligibility
from partners.models.schedule import DAYS

Who = Eligibility.Who
# Words of the eligibility list of 1.1, and the usual ones beside them.
WHO = {
    "adult": Who.ADULT, "child": Who.CHILD, "teen": Who.TEEN, "family": Who.FAMILY, "female": Who.WOMAN,
    "male": Who.MAN, "transgender": Who.LGBTQ, "transgender - m to f": Who.LGBTQ, "transgender - f to m": Who.LGBTQ,
    "pregnant": Who.PREGNANT, "pregnant women": Who.PREGNANT, "families": Who.FAMILY, "infants": Who.BABY,
    "toddlers": Who.BABY, "children": Who.CHILD, "teens": Who.TEEN, "adults": Who.ADULT, "seniors": Who.OLDER,
    "low-income": Who.LOW_INCOME, "low income": Who.LOW_INCOME, "homeless": Who.NO_HOME, "veterans": Who.VETERAN,
    "all disabilities": Who.DISABILITY, "foster youth": Who.FOSTER, "immigrants": Who.NEWCOMER,
}  # fmt: skip
ADDRESS = ("attention", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country")


def weeks(dealt, weekdays):
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
            _week(dealt, owner, hours, parts)


def _week(dealt, owner, hours, parts):
    links = dict(zip(("service_id", "location_id", "service_at_location_id"), owner, strict=True))
    days = [day for day in DAYS if any(day in found for _number, found, _said in parts)]
    said = {name: value for name, value in links.items() if value}
    said |= {"freq": "WEEKLY", "byday": ",".join(days), "opens_at": hours[0], "closes_at": hours[1]}
    key = (
        f"week:{parts[0][2]['id']}"
        if parts[0][2].get("id")
        else key_of({**links, "opens_at": hours[0], "closes_at": hours[1]})
    )
    if ("schedule", key) in dealt.by_key:
        for number, _days, _said in parts:
            dealt.skip_again(number, is_same=False)
        return
    dealt.take(Record("schedule", key, said, [number for number, _days, _said in parts]))


def words_of_services(dealt, folded):
    """Rows of 1.1 that are words of their service now: for whom it is, and how one pays."""
    column = {"eligibility": ("eligibility", "eligibility_description"), "payment": ("payment", "fees_description")}
    for number, kind, said in folded:
        own, into = column[kind]
        words, service = said.get(own, "").strip(), dealt.by_key.get(("service", said.get("service_id", "")))
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


def addresses(dealt):
    """A place's first physical address is the place's own; the others stay addresses."""
    left, taken = [], set()
    for record in dealt.records.pop("address", []):
        for old in ("address_3", "address_4"):
            if more := record.said.pop(old, ""):
                record.said["address_2"] = ", ".join(filter(None, [record.said.get("address_2", ""), more]))
        place = dealt.by_key.get(("location", record.said.get("location_id", "")))
        kind = record.said.get("address_type", "") or "physical"
        if place is None and not record.said.get("location_id"):
            place = _place_of_letters(dealt, record)
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


def _place_of_letters(dealt, record):
    """An address of an organization itself: a place where its letters go."""
    owner = record.said.get("organization_id", "")
    if not owner or ("location", f"{owner}:letters") in dealt.by_key:
        return None
    said = {"organization_id": owner, "location_type": record.said.get("address_type", "postal")}
    place = Record("location", f"{owner}:letters", said, [])
    dealt.take(place)
    return place
