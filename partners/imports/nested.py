"""Nested JSON as rows of tables: each object once, however often it is repeated, with the ids of what it stands in."""

import hashlib
import json

from django.utils.translation import gettext as _

from agency.imports.columns import NEVER_READ
from agency.imports.lines import Line, Unreadable
from partners.imports.tables import NESTED, TABLES, table_of

DEEPEST = 30
# Whom a child names, by the table of its parent.
LINK_OF = {
    "organizations": "organization_id", "services": "service_id", "locations": "location_id",
    "service_at_location": "service_at_location_id", "contacts": "contact_id", "phones": "phone_id",
}  # fmt: skip
# Objects a row names by an id of its own: service.organization → organization_id.
OBJECT = {"organization": "organization_id", "program": "program_id", "location": "location_id",
          "service": "service_id", "taxonomy_term": "taxonomy_term_id", "taxonomy_detail": "taxonomy_id",
          "unit": "unit_id"}  # fmt: skip


def lines(records):
    """The Lines of (line, object, name of the file)."""
    rows = {}
    for number, found, called in records:
        if not isinstance(found, dict):
            bad = Line("records", called, number, key=f"records:{len(rows)}")
            rows["records", f"!{len(rows)}"] = bad.skipped("no_object", _("This line is no JSON object."))
            continue
        _top(rows, found, called, number)
    yield from rows.values()


def _top(rows, found, called, number):
    tables = {table_of(name): entries for name, entries in found.items() if isinstance(entries, list)}
    kind = _kind(found)
    if not kind and tables.keys() & {"organizations", "services", "locations"}:
        for table, entries in tables.items():
            for entry in entries if table else ():
                if isinstance(entry, dict):
                    _flatten(rows, entry, table, called, number, {}, 0)
        return
    if not kind:
        bad = Line("records", called, number, key=f"records:{len(rows)}")
        rows["records", f"!{len(rows)}"] = bad.skipped("no_record", _("This is no record of HSDS."))
        return
    _flatten(rows, found, kind, called, number, {}, 0)


def _kind(found):
    """What a record on the top is, by what only such a record has."""
    has = found.keys()
    if "location" in has and ("service" in has or "service_at_location_id" in has):
        return "service_at_location"
    if {"service_at_locations", "status", "application_process", "organization"} & has and "name" in has:
        return "services"
    if {"location_type", "addresses", "latitude"} & has:
        return "locations"
    if {"taxonomy_detail", "parent_id", "term_uri", "taxonomy"} & has:
        return "taxonomy_terms"
    if "name" in has and ({"description", "website", "organization_identifiers", "services", "locations"} & has):
        return "taxonomies" if has <= {"id", "name", "description", "uri", "version"} else "organizations"
    return ""


def _flatten(rows, found, table, called, number, links, depth):
    """One object and all below it; returns its id."""
    if depth > DEEPEST:
        raise Unreadable(_("%(file)s is nested deeper than we read.") % {"file": called})
    said = links | {name.strip().lower(): _word(value) for name, value in found.items() if _is_said(name, value)}
    key = said.setdefault("id", _hash(table, said, found))
    row = rows.get((table, key))
    if row is None:
        row = rows[table, key] = Line(table, called, number, key=f"{table}:{len(rows)}")
    row.said = {"_partial": "yes"} | said | row.said
    for name, value in found.items():
        if isinstance(value, dict) and name in OBJECT:
            row.said[OBJECT[name]] = _flatten(rows, value, NESTED[name], called, number, {}, depth + 1)
        elif isinstance(value, list) and name in NESTED and NESTED[name] in TABLES:
            _children(rows, row, value, name, table, called, number, depth)
    return key


def _children(rows, row, entries, name, table, called, number, depth):
    links = {LINK_OF[table]: row.said["id"]} if table in LINK_OF else {}
    if table == "service_at_location":
        links |= {side: row.said[side] for side in ("service_id", "location_id") if side in row.said}
    if NESTED[name] == "attributes":
        links = {"link_id": row.said["id"], "link_entity": _entity(table)}
    for entry in entries:
        if isinstance(entry, dict):
            forced = dict(entry) | ({"link_entity": links["link_entity"]} if "link_entity" in links else {})
            _flatten(rows, forced, NESTED[name], called, number, links, depth + 1)


def _entity(table):
    return {"organizations": "organization", "services": "service", "locations": "location"}.get(table, table)


def _is_said(name, value):
    return not isinstance(value, (dict, list)) and value not in (None, "") and not NEVER_READ.search(name)


def _word(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace("\x00", "")


def _hash(table, said, found):
    whole = json.dumps([table, said, found], sort_keys=True, default=str)
    return f"#{hashlib.sha1(whole.encode(), usedforsecurity=False).hexdigest()}"
