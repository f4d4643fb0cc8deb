"""The tables of HSDS in all its versions and dialects: what each file is called, and what its old columns are now."""

# file or list name → (what its rows are, what holds for all of them)
TABLES = {
    "organizations": ("organization", {}),
    "programs": ("program", {}),
    "services": ("service", {}),
    "locations": ("location", {}),
    "service_at_location": ("service_at_location", {}),
    "service_at_locations": ("service_at_location", {}),
    "services_at_location": ("service_at_location", {}),
    "services_at_locations": ("service_at_location", {}),
    "addresses": ("address", {}),
    "physical_addresses": ("address", {"address_type": "physical"}),
    "postal_addresses": ("address", {"address_type": "postal"}),
    "mail_addresses": ("address", {"address_type": "postal"}),
    "phones": ("phone", {}),
    "contacts": ("contact", {}),
    "schedules": ("schedule", {}),
    "regular_schedules": ("schedule", {}),
    "holiday_schedules": ("schedule", {"_holiday": "true"}),
    "service_areas": ("service_area", {}),
    "languages": ("language", {}),
    "accessibility": ("accessibility", {}),
    "accessibility_for_disabilities": ("accessibility", {}),
    "required_documents": ("required_document", {}),
    "cost_options": ("cost_option", {}),
    "funding": ("funding", {}),
    "taxonomies": ("taxonomy", {}),
    "taxonomy": ("taxonomy_term", {}),
    "taxonomy_terms": ("taxonomy_term", {}),
    "attributes": ("attribute", {}),
    "other_attributes": ("attribute", {}),
    "service_attributes": ("attribute", {"link_entity": "service"}),
    "services_taxonomy": ("attribute", {"link_entity": "service"}),
    "organization_identifiers": ("organization_identifier", {}),
    "url": ("url", {}),
    "urls": ("url", {}),
    "units": ("unit", {}),
    "service_capacity": ("service_capacity", {}),
    "service_capacities": ("service_capacity", {}),
    "eligibility": ("eligibility", {}),
    "eligibilities": ("eligibility", {}),
    "payments_accepted": ("payment", {}),
    "payment_accepted": ("payment", {}),
    "metadata": ("aside", {}),
    "meta_table_descriptions": ("aside", {}),
}
# For files that say their table in the singular: service.csv.
SINGULAR = {kind: next(name for name, (of, _rest) in TABLES.items() if of == kind) for kind, _rest in TABLES.values()}
SINGULAR |= {name.removesuffix("s"): name for name in TABLES if name.endswith("s") and name != "accessibility"}

# what its rows are → {old column: the column of 3.2}
OLD = {
    "organization": {"url": "website", "date_incorporated": "year_incorporated"},
    "service": {"fees": "fees_description", "website": "url", "eligibility": "eligibility_description",
                "organisation_id": "organization_id"},
    "location": {"website": "url"},
    "address": {"street": "address_1", "state": "state_province", "zip": "postal_code"},
    "phone": {"number_type": "type", "vanity_number": "_vanity"},
    "contact": {"phone_number": "_phone"},
    "schedule": {"days_of_week": "weekday", "start_date": "valid_from", "end_date": "valid_to"},
    "service_area": {"service_area": "name"},
    "language": {"language": "name"},
    "accessibility": {"accessibility": "description"},
    "taxonomy_term": {"term": "name", "vocabulary": "taxonomy", "taxonomy_id": "id"},
    "attribute": {"service_id": "link_id", "taxonomy_id": "taxonomy_term_id", "taxonomy_detail": "value"},
    "eligibility": {},
}  # fmt: skip
# Names of nested lists and objects in JSON → (table, the column of the child that names its parent, by the parent)
NESTED = {
    "organization": "organizations", "program": "programs", "programs": "programs", "services": "services",
    "service": "services", "location": "locations", "locations": "locations",
    "service_at_locations": "service_at_location", "addresses": "addresses", "phones": "phones",
    "contacts": "contacts", "schedules": "schedules", "service_areas": "service_areas", "languages": "languages",
    "accessibility": "accessibility", "required_documents": "required_documents", "cost_options": "cost_options",
    "funding": "funding", "attributes": "attributes", "taxonomy_term": "taxonomy_terms",
    "taxonomy_detail": "taxonomies", "organization_identifiers": "organization_identifiers",
    "additional_urls": "url", "additional_websites": "url", "capacities": "service_capacity", "unit": "units",
    "metadata": "metadata",
}  # fmt: skip
ORDER = [
    "unit", "taxonomy", "taxonomy_term", "organization", "program", "service", "location", "service_at_location",
    "contact", "phone", "address", "schedule", "service_area", "language", "accessibility", "required_document",
    "cost_option", "funding", "organization_identifier", "url", "attribute", "service_capacity", "eligible",
]  # fmt: skip


def table_of(file_name):
    """The table a file holds by its name, or nothing."""
    stem = file_name.lower().rsplit("/", 1)[-1].removesuffix(".csv").strip().replace("-", "_").replace(" ", "_")
    return stem if stem in TABLES else SINGULAR.get(stem, "")


def version_of(tables, columns):
    """Which HSDS a package is, by the names of its files and columns; never by what it says of itself."""
    if "locations" in tables and {"location_id", "keywords"} & columns.get("services", set()):
        return "Ohana"
    if {"service_attributes", "other_attributes"} & tables:
        return "2.0"
    if "regular_schedules" in tables or "services_taxonomy" in tables or "taxonomy" in tables:
        return "1.1"
    if {"services_at_location", "physical_addresses", "postal_addresses", "eligibility", "eligibilities"} & tables:
        return "2.0" if "freq" in columns.get("schedules", set()) else "1.1"
    if "weekday" in columns.get("schedules", set()):
        return "1.1"
    return "3.x"
