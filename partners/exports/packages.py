"""The rows as files: a zip of CSV tables, or of JSON pages. It takes the old file's place when it is whole."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path

from partners.exports.nesting import organizations, services
from partners.exports.rows import Rows, public_partners, public_services

# The columns of each table, in the order of the official descriptor.
COLUMNS = {
    "organization": ("organizations",
        "id name alternate_name description email website tax_status tax_id year_incorporated "
        "legal_status logo uri parent_organization_id"),
    "program": ("programs", "id organization_id name alternate_name description"),
    "service": ("services",
        "id organization_id program_id name alternate_name description url email status "
        "interpretation_services application_process fees_description wait_time fees accreditations "
        "eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert "
        "last_modified"),
    "attribute": ("attributes", "id link_id taxonomy_term_id link_type link_entity value label"),
    "service_at_location": ("service_at_location", "id service_id location_id description"),
    "location": ("locations",
        "id location_type url organization_id name alternate_name description transportation latitude "
        "longitude external_identifier external_identifier_type"),
    "phone": ("phones",
        "id location_id service_id organization_id contact_id service_at_location_id number extension "
        "type description"),
    "contact": ("contacts",
        "id organization_id service_id service_at_location_id location_id name title department email"),
    "address": ("addresses",
        "id location_id attention address_1 address_2 city region state_province postal_code country "
        "address_type"),
    "schedule": ("schedules",
        "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until "
        "count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at "
        "schedule_link attending_type notes"),
    "funding": ("funding", "id organization_id service_id source"),
    "service_area": ("service_areas", "id service_id service_at_location_id name description extent extent_type uri"),
    "required_document": ("required_documents", "id service_id document uri"),
    "language": ("languages", "id service_id location_id phone_id name code note"),
    "accessibility": ("accessibility", "id location_id description details url"),
    "taxonomy_term": ("taxonomy_terms", "id code name description parent_id taxonomy language taxonomy_id term_uri"),
    "cost_option": ("cost_options", "id service_id valid_from valid_to option currency amount amount_description"),
    "organization_identifier": ("organization_identifiers",
        "id organization_id identifier_scheme identifier_type identifier"),
    "taxonomy": ("taxonomies", "id name description uri version"),
    "service_capacity": ("service_capacity", "id service_id unit_id available maximum description updated"),
    "unit": ("units", "id name scheme identifier uri"),
    "url": ("url", "id label url organization_id service_id"),
}  # fmt: skip
A_DAY_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same directory gives the same file


def export(path, form="csv"):
    """Write the public directory; returns how many rows each table has."""
    rows = Rows(public_partners(), public_services())
    path = Path(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in csv_files(rows) if form == "csv" else json_files(rows):
            archive.writestr(zipfile.ZipInfo(name, A_DAY_LONG_AGO), text, zipfile.ZIP_DEFLATED)
    unfinished.replace(path)
    return {COLUMNS[table][0]: len(found) for table, found in rows.tables.items() if found}


def csv_files(rows):
    """(name, text) of each table that has rows."""
    for table, (name, columns) in COLUMNS.items():
        if rows.tables.get(table):
            text = io.StringIO(newline="")
            writer = csv.DictWriter(text, columns.split(), restval="", lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(rows.tables[table])
            yield f"{name}.csv", text.getvalue()


def json_files(rows):
    """The services with all that belongs to them, and the organizations with theirs, each list as one page."""
    for name, found in (("services.json", services(rows)), ("organizations.json", organizations(rows))):
        yield name, json.dumps(page(found, total=len(found)), ensure_ascii=False, indent=1)


def page(contents, *, total, number=1, size=None):
    """A page of HSDS: what is on it, and where it stands among the others."""
    size = size or max(total, 1)
    pages = -(-total // size)
    return {
        "total_items": total, "total_pages": pages, "page_number": number, "size": len(contents),
        "first_page": number <= 1, "last_page": number >= pages, "empty": not contents, "contents": contents,
    }  # fmt: skip
