"""A file's rows dealt out: each becomes a record, several, or a part of another one; nothing is lost unsaid."""

from collections import defaultdict

from django.utils.translation import gettext as _

from partners.imports import folding, matched, speaking
from partners.imports.makers import MAKERS, one
from partners.imports.records import Dealt, key_of
from partners.imports.tables import OLD, TABLES

COUNTED_APART = {
    "physical_addresses", "postal_addresses", "mail_addresses", "regular_schedules", "holiday_schedules",
    "other_attributes",
}  # fmt: skip


def deal(rows):
    """The records of `(number, table, said)`."""
    dealt = Dealt()
    weekdays, folded = defaultdict(list), []
    for number, table, said in rows:
        if "_matched" in said:
            _matched(dealt, number, said)
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
            _plain(dealt, number, kind, _own_ids(table, said))
    folding.weeks(dealt, weekdays)
    folding.words_of_services(dealt, folded)
    folding.addresses(dealt)
    speaking.languages(dealt)
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


def _plain(dealt, number, kind, said):
    key = key_of(said)
    there = dealt.by_key.get((kind, key))
    if there is not None:
        plain = {name: value for name, value in there.said.items() if not name.startswith("_")}
        dealt.skip_again(number, is_same=plain == said)
        return
    maker = MAKERS.get(kind, one)
    for record in maker(dealt, number, kind, key, said):
        dealt.take(record)


def _matched(dealt, number, said):
    """A row whose columns a person matched: what it says of an organization, a place and a service, each its own."""
    parts = matched.parts(said)
    if not parts:
        dealt.skip(number, "empty", _("This row says nothing of a partner, a place or a service."))
    for kind, own in parts:
        there = dealt.by_key.get((kind, own["id"]))
        if there is not None and kind == parts[0][0]:
            dealt.skip_again(number, is_same=there.said == own)
            return
        if there is not None:
            there.rows.append(number)
            continue
        for record in MAKERS.get(kind, one)(dealt, number, kind, own["id"], own):
            dealt.take(record)
