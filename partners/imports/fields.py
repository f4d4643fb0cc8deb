"""Which column of HSDS 3.2 becomes which field of ours, and how it is read."""

from partners import models
from partners.imports import values as v

# kind → model
MODELS = {
    "unit": models.Unit, "taxonomy": models.Taxonomy, "taxonomy_term": models.TaxonomyTerm,
    "organization": models.Partner, "program": models.PartnerProgram, "service": models.Service,
    "location": models.Location, "service_at_location": models.ServiceAtLocation, "contact": models.Contact,
    "phone": models.Phone, "address": models.Address, "schedule": models.Schedule,
    "service_area": models.ServiceArea, "language": models.ServiceLanguage, "accessibility": models.Accessibility,
    "required_document": models.RequiredDocument, "cost_option": models.Cost, "funding": models.Funding,
    "organization_identifier": models.PartnerIdentifier, "url": models.WebPage, "attribute": models.TermLink,
    "service_capacity": models.ServiceCapacity, "eligible": models.Eligibility,
}  # fmt: skip

# kind → {field: (column, reader)}
FIELDS = {
    "unit": {"name": ("name", v.line), "scheme": ("scheme", v.line), "identifier": ("identifier", v.line),
             "uri": ("uri", v.url)},
    "taxonomy": {"name": ("name", v.line), "description": ("description", v.text), "uri": ("uri", v.url),
                 "edition": ("version", v.line)},
    "taxonomy_term": {"name": ("name", v.line), "code": ("code", v.line), "description": ("description", v.text),
                      "list_name": ("taxonomy", v.line), "language": ("language", v.line), "uri": ("term_uri", v.url)},
    "organization": {
        "name": ("name", v.line), "alternate_name": ("alternate_name", v.line),
        "description": ("description", v.text), "email": ("email", v.email), "website": ("website", v.url),
        "legal_form": ("legal_status", v.line), "tax_id": ("tax_id", v.ein),
        "year_incorporated": ("year_incorporated", v.year), "logo": ("logo", v.url), "uri": ("uri", v.url),
    },
    "program": {"name": ("name", v.line), "alternate_name": ("alternate_name", v.line),
                "description": ("description", v.text)},
    "service": {
        "name": ("name", v.line), "alternate_name": ("alternate_name", v.line),
        "description": ("description", v.text), "url": ("url", v.url), "email": ("email", v.email),
        "interpretation_services": ("interpretation_services", v.text),
        "application_process": ("application_process", v.text), "fees_description": ("fees_description", v.text),
        "wait_time": ("wait_time", v.line), "accreditations": ("accreditations", v.text),
        "eligibility_description": ("eligibility_description", v.text), "minimum_age": ("minimum_age", v.age),
        "maximum_age": ("maximum_age", v.age), "assured_on": ("assured_date", v.day),
        "assurer_email": ("assurer_email", v.email), "licenses": ("licenses", v.text), "alert": ("alert", v.text),
        "source_modified_at": ("last_modified", v.moment),
    },
    "location": {
        "name": ("name", v.line), "alternate_name": ("alternate_name", v.line),
        "description": ("description", v.text), "url": ("url", v.url), "transportation": ("transportation", v.text),
        "latitude": ("latitude", v.coordinate), "longitude": ("longitude", v.coordinate),
        "external_identifier": ("external_identifier", v.line),
        "external_identifier_type": ("external_identifier_type", v.line),
        "attention": ("_attention", v.line), "address_1": ("_address_1", v.line), "address_2": ("_address_2", v.line),
        "city": ("_city", v.line), "region": ("_region", v.line), "state_province": ("_state_province", v.state),
        "postal_code": ("_postal_code", v.zip_code), "country": ("_country", v.country),
    },
    "service_at_location": {"description": ("description", v.text)},
    "contact": {"name": ("name", v.line), "title": ("title", v.line), "department": ("department", v.line),
                "email": ("email", v.email)},
    "phone": {"number": ("_number", v.line), "extension": ("extension", v.line), "description": ("description", v.text),
              "languages": ("_languages", str)},
    "address": {"attention": ("attention", v.line), "address_1": ("address_1", v.line),
                "address_2": ("address_2", v.line), "city": ("city", v.line), "region": ("region", v.line),
                "state_province": ("state_province", v.state), "postal_code": ("postal_code", v.zip_code),
                "country": ("country", v.country)},
    "schedule": {
        "valid_from": ("valid_from", v.day), "valid_to": ("valid_to", v.day), "dtstart": ("dtstart", v.day),
        "until": ("until", v.day), "count": ("count", v.whole), "freq": ("freq", str.upper),
        "interval": ("interval", v.whole), "wkst": ("wkst", v.byday), "byday": ("byday", v.byday),
        "byweekno": ("byweekno", v.numbers), "bymonthday": ("bymonthday", v.numbers),
        "byyearday": ("byyearday", v.numbers), "opens_at": ("opens_at", v.clock), "closes_at": ("closes_at", v.clock),
        "is_closed": ("_closed", v.is_yes), "description": ("description", v.text), "link": ("schedule_link", v.url),
        "attending_type": ("attending_type", v.line), "notes": ("notes", v.text),
    },
    "service_area": {"name": ("name", v.line), "description": ("description", v.text), "extent": ("extent", v.text),
                     "extent_type": ("extent_type", v.line), "uri": ("uri", v.url)},
    "language": {"code": ("_code", str), "note": ("note", v.line)},
    "accessibility": {"description": ("description", v.text), "details": ("details", v.text), "url": ("url", v.url)},
    "required_document": {"document": ("document", v.text), "uri": ("uri", v.url)},
    "cost_option": {"option": ("option", v.text), "amount": ("amount", v.amount), "currency": ("currency", v.line),
                    "amount_description": ("amount_description", v.text), "valid_from": ("valid_from", v.day),
                    "valid_to": ("valid_to", v.day)},
    "funding": {"source": ("source", v.text)},
    "organization_identifier": {"scheme": ("identifier_scheme", v.line), "kind": ("identifier_type", v.line),
                                "identifier": ("identifier", v.line)},
    "url": {"label": ("label", v.line), "url": ("url", v.url)},
    "attribute": {"kind": ("link_type", v.line), "value": ("value", v.text), "label": ("label", v.line)},
    "service_capacity": {"available": ("available", v.amount), "maximum": ("maximum", v.amount),
                         "description": ("description", v.text), "seen_at": ("updated", v.moment)},
    "eligible": {"who": ("who", str)},
}  # fmt: skip
# What a row must say to be worth a row of ours.
NEEDED = {
    "unit": ("name",), "taxonomy": ("name",), "taxonomy_term": ("name",), "organization": ("name",),
    "program": ("name",), "service": ("name",), "accessibility": ("description",),
    "required_document": ("document",), "funding": ("source",), "organization_identifier": ("identifier",),
    "url": ("url",), "service_capacity": ("available",),
}  # fmt: skip
# Columns of a kind that are read elsewhere, so that they are no surprise.
READ_ELSEWHERE = {
    "id", "organization_id", "service_id", "location_id", "service_at_location_id", "contact_id", "phone_id",
    "program_id", "parent_organization_id", "parent_id", "parent_name", "taxonomy_id", "taxonomy_term_id", "unit_id",
    "link_id", "link_entity", "status", "location_type", "address_type", "type", "name", "code", "number",
    "weekday", "timezone", "language", "department", "who",
}  # fmt: skip
