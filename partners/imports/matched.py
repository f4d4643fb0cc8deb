"""Files that are no HSDS: our columns for them, and a matched row as rows of HSDS."""

from django.utils.translation import gettext_lazy as _

from agency.imports.columns import Column, plain
from partners.imports import values

LONG = 100_000
ORGANIZATION, SERVICE, PLACE = _("The partner"), _("The service"), _("The place")
# our column → (what the row is of, the column of HSDS)
COLUMNS = [
    Column("organization_id", _("Partner's id"), synonyms=("organization_uuid", "agency_id", "provider_id", "org_id"),
           part=ORGANIZATION),
    Column("organization_name", _("Partner's name"), synonyms=("organization", "agency", "agency_name", "provider",
           "provider_name", "organisation_name"), longest=LONG, part=ORGANIZATION),
    Column("organization_alternate_name", _("Partner is also called"), longest=LONG, part=ORGANIZATION),
    Column("organization_description", _("What the partner does"), longest=LONG, part=ORGANIZATION),
    Column("organization_email", _("Partner's e-mail"), longest=LONG, part=ORGANIZATION),
    Column("organization_website", _("Partner's website"), synonyms=("organization_url", "website"), longest=LONG,
           part=ORGANIZATION),
    Column("organization_tax_id", _("Partner's tax number"), synonyms=("ein", "tax_id"), part=ORGANIZATION),
    Column("organization_legal_status", _("Partner's legal form"), longest=LONG, part=ORGANIZATION),
    Column("organization_year_incorporated", _("Partner was founded in"), part=ORGANIZATION),
    Column("service_id", _("Service's id"), synonyms=("service_uuid", "program_id"), part=SERVICE),
    Column("service_name", _("Service's name"), synonyms=("service", "program_name"), longest=LONG, part=SERVICE),
    Column("service_alternate_name", _("Service is also called"), longest=LONG, part=SERVICE),
    Column("service_description", _("What a family gets"), synonyms=("program_description",), longest=LONG,
           part=SERVICE),
    Column("service_url", _("Service's web page"), longest=LONG, part=SERVICE),
    Column("service_email", _("Service's e-mail"), longest=LONG, part=SERVICE),
    Column("service_status", _("Whether it runs"), synonyms=("status",), longest=LONG, part=SERVICE),
    Column("service_application_process", _("How to ask for it"), synonyms=("how_to_apply", "intake_procedure"),
           longest=LONG, part=SERVICE),
    Column("service_fees_description", _("What it costs"), synonyms=("fees", "cost"), longest=LONG, part=SERVICE),
    Column("service_eligibility_description", _("Who can get it"), synonyms=("eligibility",), longest=LONG,
           part=SERVICE),
    Column("service_minimum_age", _("From age"), synonyms=("service_min_age", "minimum_age"), longest=LONG,
           part=SERVICE),
    Column("service_maximum_age", _("To age"), synonyms=("service_max_age", "maximum_age"), longest=LONG,
           part=SERVICE),
    Column("service_languages", _("Languages"), synonyms=("languages",), longest=LONG, part=SERVICE),
    Column("service_required_documents", _("Papers to bring"), synonyms=("documents", "required_documents"),
           longest=LONG, part=SERVICE),
    Column("service_service_areas", _("Where people must live"), synonyms=("service_areas", "area_served"),
           longest=LONG, part=SERVICE),
    Column("service_terms", _("Words for the kind of help"), synonyms=("taxonomy", "category", "categories"),
           longest=LONG, part=SERVICE),
    Column("location_id", _("Place's id"), synonyms=("location_uuid", "site_id"), part=PLACE),
    Column("location_name", _("Place's name"), synonyms=("site_name",), longest=LONG, part=PLACE),
    Column("location_description", _("What to know about the place"), longest=LONG, part=PLACE),
    Column("location_url", _("Place's web page"), longest=LONG, part=PLACE),
    Column("location_transportation", _("How to get there"), synonyms=("transportation",), longest=LONG, part=PLACE),
    Column("location_whole_address", _("Address on one line"), synonyms=("location_address", "full_address"),
           longest=LONG, part=PLACE),
    Column("location_address_1", _("Street"), synonyms=("address_1", "street", "address"), longest=LONG, part=PLACE),
    Column("location_address_2", _("Suite or floor"), synonyms=("address_2", "suite"), longest=LONG, part=PLACE),
    Column("location_city", _("City"), synonyms=("city", "town"), longest=LONG, part=PLACE),
    Column("location_state_province", _("State"), synonyms=("state",), longest=LONG, part=PLACE),
    Column("location_postal_code", _("ZIP code"), synonyms=("zip", "zip_code", "postal_code"), longest=LONG,
           part=PLACE),
    Column("location_latitude", _("Latitude"), synonyms=("latitude", "lat"), part=PLACE),
    Column("location_longitude", _("Longitude"), synonyms=("longitude", "lon", "lng"), part=PLACE),
    Column("phone_number", _("Phone"), synonyms=("phone", "phones", "telephone"), longest=LONG,
           help=_("Kept with the service of the row, else with its place, else with its partner.")),
]  # fmt: skip
PARTS = ("service", "location", "organization")
ADDRESS = ("address_1", "address_2", "city", "state_province", "postal_code")


def table_of(said):
    """Under which name a row is counted: by the nearest thing it tells of."""
    kind = next((kind for kind in PARTS if said.get(f"{kind}_name") or said.get(f"{kind}_id")), "")
    has_place = any(said.get(f"location_{name}") for name in (*ADDRESS, "whole_address"))
    kind = "location" if has_place and kind in ("", "organization") else kind
    return {"service": "services", "location": "locations", "organization": "organizations"}.get(kind, "rows")


def parts(said):
    """(kind, row of HSDS) of what a row tells of, the nearest first: the first decides what becomes of the row."""
    own = {kind: _own(kind, said) for kind in PARTS}
    _place(own["location"])
    keys = {kind: _key(kind, row) for kind, row in own.items() if row}
    found = [(kind, own[kind] | {"id": keys[kind], "_partial": "yes"} | _links(kind, keys)) for kind in PARTS
             if kind in keys and _tells(kind, own[kind])]  # fmt: skip
    return found + list(_beside(said, keys, found))


def _own(kind, said):
    return {name.removeprefix(f"{kind}_"): text for name, text in said.items() if name.startswith(f"{kind}_") and text}


def _place(row):
    """Its address, from one line or from its parts, where the engine looks for it."""
    if whole := row.pop("whole_address", ""):
        row |= {name: part for name, part in zip(ADDRESS, values.one_line_address(whole), strict=True) if part}
    for name in ADDRESS:
        if name in row:
            row[f"_{name}"] = row.pop(name)


def _tells(kind, row):
    """More than a bare id: something to keep. A bare id only says to whom the rest belongs."""
    return bool(row.keys() - {"id"})


def _key(kind, row):
    return row.get("id") or f"name:{plain(row.get('name') or row.get('_address_1', ''))}"[:200]


def _links(kind, keys):
    return {"organization_id": keys["organization"]} if kind != "organization" and "organization" in keys else {}


def _beside(said, keys, found):
    """The phone, the words for the kind of help, and that the service is given at the place."""
    if "service" in keys and "location" in keys:
        pair = {"service_id": keys["service"], "location_id": keys["location"]}
        yield "service_at_location", pair | {"id": f"{keys['service']}@{keys['location']}"}
    if said.get("phone_number") and found:
        kind, row = found[0]
        own = {f"{kind}_id": row["id"], "number": said["phone_number"], "id": f"{kind}:{row['id']}:phone"}
        yield "phone", own
    for word in filter(None, (part.strip() for part in said.get("service_terms", "").replace(";", ",").split(","))):
        yield "taxonomy_term", {"id": word[:200], "name": word}
        if "service" in keys:
            link = {"link_id": keys["service"], "link_entity": "service", "taxonomy_term_id": word[:200]}
            yield "attribute", link | {"id": f"{keys['service']}:{word}"[:200]}
