"""The public part of the directory as rows of the tables of HSDS 3.2, in the specification's own order of columns."""

import uuid
from collections import defaultdict
from datetime import UTC

from django.db.models import Q

from partners.imports.codes import english
from partners.models import (
    Accessibility,
    Address,
    Contact,
    Cost,
    DoNotRefer,
    Funding,
    Location,
    Partner,
    PartnerIdentifier,
    PartnerProgram,
    Phone,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceCapacity,
    ServiceLanguage,
    Taxonomy,
    TaxonomyTerm,
    TermLink,
    Unit,
    WebPage,
)

NAMESPACE = uuid.UUID("0d5f6f5e-59f4-5b0b-8a6f-6b7f6a0c9f21")
CLOSED = "Closed"  # the first line of the notes of days on which nobody is there
ADDRESS_MARK = "Address: "  # an address too short for HSDS stands in the last line of the description
# HSDS column ← our field, for tables whose rows are our rows.
PLAIN = {
    "taxonomy": {"name": "name", "description": "description", "uri": "uri", "version": "edition"},
    "unit": {"name": "name", "scheme": "scheme", "identifier": "identifier", "uri": "uri"},
    "organization": {
        "name": "name", "alternate_name": "alternate_name", "description": "description", "email": "email",
        "website": "website", "tax_id": "tax_id", "year_incorporated": "year_incorporated",
        "legal_status": "legal_form", "logo": "logo", "uri": "uri",
    },
    "program": {"name": "name", "alternate_name": "alternate_name", "description": "description"},
    "service": {
        "name": "name", "alternate_name": "alternate_name", "description": "description", "url": "url",
        "email": "email", "status": "status", "interpretation_services": "interpretation_services",
        "application_process": "application_process", "fees_description": "fees_description",
        "wait_time": "wait_time", "accreditations": "accreditations",
        "eligibility_description": "eligibility_description", "minimum_age": "minimum_age",
        "maximum_age": "maximum_age", "assured_date": "assured_on", "assurer_email": "assurer_email",
        "licenses": "licenses", "alert": "alert", "last_modified": "source_modified_at",
    },
    "location": {
        "location_type": "kind", "url": "url", "name": "name", "alternate_name": "alternate_name",
        "description": "description", "transportation": "transportation", "latitude": "latitude",
        "longitude": "longitude", "external_identifier": "external_identifier",
        "external_identifier_type": "external_identifier_type",
    },
    "contact": {"name": "name", "title": "title", "department": "department", "email": "email"},
    "address": {
        "attention": "attention", "address_1": "address_1", "address_2": "address_2", "city": "city",
        "region": "region", "state_province": "state_province", "postal_code": "postal_code", "country": "country",
    },
    "schedule": {
        "valid_from": "valid_from", "valid_to": "valid_to", "dtstart": "dtstart", "until": "until", "count": "count",
        "wkst": "wkst", "freq": "freq", "interval": "interval", "byday": "byday", "byweekno": "byweekno",
        "bymonthday": "bymonthday", "byyearday": "byyearday", "description": "description", "opens_at": "opens_at",
        "closes_at": "closes_at", "schedule_link": "link", "attending_type": "attending_type", "notes": "notes",
    },
    "service_area": {"name": "name", "description": "description", "extent": "extent", "extent_type": "extent_type",
                     "uri": "uri"},
    "accessibility": {"description": "description", "details": "details", "url": "url"},
    "required_document": {"document": "document", "uri": "uri"},
    "cost_option": {"valid_from": "valid_from", "valid_to": "valid_to", "option": "option", "currency": "currency",
                    "amount": "amount", "amount_description": "amount_description"},
    "funding": {"source": "source"},
    "organization_identifier": {"identifier_scheme": "scheme", "identifier_type": "kind", "identifier": "identifier"},
    "url": {"label": "label", "url": "url"},
    "service_capacity": {"available": "available", "maximum": "maximum", "description": "description",
                         "updated": "seen_at"},
}  # fmt: skip
ADDRESS_PARTS = ("address_1", "address_2", "city", "state_province", "postal_code")


def public_partners():
    stopped = DoNotRefer.objects.in_force().filter(service=None)
    return Partner.objects.active().exclude(pk__in=stopped.values("partner"))


def public_services():
    stopped = DoNotRefer.objects.in_force().exclude(service=None)
    return Service.objects.filter(partner__in=public_partners()).exclude(pk__in=stopped.values("service"))


class Rows:
    """Rows of all tables about some partners and services. One statement for each table, however many entries."""

    def __init__(self, partners, services):
        self.partners, self.services = partners, services
        self.tables = defaultdict(list)
        self.ids = defaultdict(dict)  # table → {our pk: the published id}
        self.owner_of_place = {}
        self._entries()
        self._reach()
        self._details()
        self._words()

    # ---- partners, services, places ---------------------------------------------------------------------------------

    def _entries(self):
        partners = list(self.partners.select_related("parent").order_by("pk"))
        services = list(self.services.order_by("pk"))
        self._know("organization", partners)
        self._know("service", services)
        self._programs()
        parents = dict(public_partners().values_list("pk", "hsds_id"))
        for partner in partners:
            parent = parents.get(partner.parent_id)
            row = self._row("organization", partner, parent_organization_id=str(parent) if parent else "")
            row["description"] = row["description"] or row["name"]
        for service in services:
            self._row("service", service, organization_id=self._id("organization", service.partner_id),
                      program_id=self._id("program", service.program_id))  # fmt: skip
        self._places()

    def _programs(self):
        """The official descriptor lets an organization have one program only."""
        programs = PartnerProgram.objects.filter(partner__in=self.partners).order_by("partner", "pk")
        first = {program.partner_id: program for program in reversed(programs)}
        self._know("program", first.values())
        for program in first.values():
            row = self._row("program", program, organization_id=self._id("organization", program.partner_id))
            row["description"] = row["description"] or row["name"]

    def _places(self):
        at = Service.locations.through.objects.filter(service__in=self.services, location__is_confidential=False)
        pairs = list(at.order_by("pk").values_list("service_id", "location_id"))
        wanted = Q(partner__in=self.partners) | Q(pk__in={place for _service, place in pairs})
        places = list(Location.objects.filter(wanted, is_confidential=False).order_by("pk"))
        self._know("location", places)
        for place in places:
            row = self._row("location", place, organization_id=self._id("organization", place.partner_id))
            self._address(place, row)
        told = {(row.service_id, row.location_id): row for row in
                ServiceAtLocation.objects.filter(service__in=self.services)}  # fmt: skip
        for pair in pairs:
            self._pair(pair, told.get(pair))

    def _address(self, place, row):
        parts = {name: getattr(place, name) for name in ADDRESS_PARTS}
        if all(parts[name] for name in ("address_1", "city", "state_province", "postal_code")) and place.country:
            own = str(uuid.uuid5(place.hsds_id, "address"))
            self._plain("address", place, own, location_id=row["id"], address_type="physical")
        elif any(parts.values()):
            line = ADDRESS_MARK + " | ".join(parts.values())
            row["description"] = "\n".join(filter(None, [row["description"], line]))

    def _pair(self, pair, told):
        service, place = self._id("service", pair[0]), self._id("location", pair[1])
        own = str(told.hsds_id if told else uuid.uuid5(NAMESPACE, f"{service}|{place}"))
        self.ids["service_at_location"][pair] = own
        description = told.description if told else ""
        self.tables["service_at_location"].append(
            {"id": own, "service_id": service, "location_id": place, "description": description}
        )

    # ---- how to reach them ------------------------------------------------------------------------------------------

    def _reach(self):
        mine = self._mine()
        contacts = list(Contact.objects.public().filter(mine).order_by("pk"))
        self._know("contact", contacts)
        for contact in contacts:
            self._row("contact", contact, **self._links(contact))
        for phone in (
            Phone.objects.filter(mine, is_staff_only=False).exclude(contact__is_staff_only=True).order_by("pk")
        ):
            self._phone(phone)

    def _mine(self):
        """Of these partners; about these services or about none; and not about a place nobody may know."""
        about = Q(service=None) | Q(service__in=self.services)
        return Q(partner__in=self.partners) & about & (Q(location=None) | Q(location__is_confidential=False))

    def _links(self, row):
        """To whom a row belongs: the nearest things only."""
        found = {
            "service_id": self._id("service", row.service_id),
            "location_id": self._id("location", row.location_id),
            "service_at_location_id": self.ids["service_at_location"].get((row.service_id, row.location_id), ""),
        }
        return found | {"organization_id": self._id("organization", row.partner_id)}

    def _phone(self, phone):
        links = self._links(phone) | {"contact_id": self._id("contact", phone.contact_id)}
        own = str(phone.hsds_id)
        is_number = phone.extension.isdecimal()
        words = [phone.description, "" if is_number or not phone.extension else f"ext. {phone.extension}"]
        row = {"id": own, **links, "number": phone.number, "extension": int(phone.extension) if is_number else ""}
        row |= {"type": phone.kind, "description": ", ".join(filter(None, words))}
        self.tables["phone"].append(row)
        for code in filter(None, phone.languages.split(", ")):
            spoken = {"id": str(uuid.uuid5(phone.hsds_id, code)), "phone_id": own, "name": english(code), "code": code}
            self.tables["language"].append(spoken)

    # ---- what belongs to them ---------------------------------------------------------------------------------------

    def _details(self):
        services, partners = {"service__in": self.services}, {"partner__in": self.partners}
        places = {"location__in": list(self.ids["location"])}
        for address in Address.objects.filter(**places).order_by("pk"):
            self._further_address(address)
        for row in Accessibility.objects.filter(**places).order_by("pk"):
            self._row("accessibility", row, location_id=self._id("location", row.location_id))
        of_place = Q(service=None) | Q(**services)
        known = Q(location=None) | Q(**places)
        for row in Schedule.objects.filter(of_place, known, Q(service__isnull=False) | Q(**places)).order_by("pk"):
            self._schedule(row)
        for row in ServiceArea.objects.filter(**services).filter(known).order_by("pk"):
            self._area(row)
        for row in ServiceLanguage.objects.filter(**services).exclude(code="und").order_by("pk"):
            self.tables["language"].append({
                "id": str(row.hsds_id), "service_id": self._id("service", row.service_id), "name": english(row.code),
                "code": row.code, "note": row.note,
            })  # fmt: skip
        for table, model in (("required_document", RequiredDocument), ("cost_option", Cost)):
            for row in model.objects.filter(**services).order_by("pk"):
                self._row(table, row, service_id=self._id("service", row.service_id))
        self._money_and_pages(partners)
        self._room(services)

    def _further_address(self, row):
        if all((row.address_1, row.city, row.state_province, row.postal_code, row.country)):
            place = self._id("location", row.location_id)
            self._row("address", row, location_id=place, address_type=row.kind)

    def _schedule(self, row):
        links = {
            "service_id": self._id("service", row.service_id),
            "location_id": self._id("location", row.location_id),
        }
        pair = self.ids["service_at_location"].get((row.service_id, row.location_id), "")
        said = self._row("schedule", row, **links, service_at_location_id=pair)
        if row.is_closed:
            said["notes"] = "\n".join(filter(None, [CLOSED, said["notes"]]))

    def _area(self, row):
        pair = self.ids["service_at_location"].get((row.service_id, row.location_id), "")
        said = self._row("service_area", row, service_id=self._id("service", row.service_id),
                         service_at_location_id=pair)  # fmt: skip
        said["name"] = said["name"] or ", ".join(row.zips)

    def _money_and_pages(self, partners):
        about = Q(service=None) | Q(service__in=self.services)
        for table, model in (("funding", Funding), ("url", WebPage)):
            for row in model.objects.filter(about, **partners).order_by("pk"):
                self._row(table, row, organization_id=self._id("organization", row.partner_id),
                          service_id=self._id("service", row.service_id))  # fmt: skip
        for row in PartnerIdentifier.objects.filter(**partners).order_by("pk"):
            said = self._row("organization_identifier", row, organization_id=self._id("organization", row.partner_id))
            said["identifier_type"] = said["identifier_type"] or said["identifier_scheme"] or "number"

    def _room(self, services):
        """Only what the publisher counted: what colleagues saw is ours."""
        rooms = ServiceCapacity.objects.filter(**services).exclude(available=None).exclude(unit=None).order_by("pk")
        units = Unit.objects.filter(pk__in={room.unit_id for room in rooms}).order_by("pk")
        self._know("unit", units)
        for unit in units:
            self._row("unit", unit)
        for room in rooms:
            self._row("service_capacity", room, service_id=self._id("service", room.service_id),
                      unit_id=self._id("unit", room.unit_id))  # fmt: skip

    # ---- words ------------------------------------------------------------------------------------------------------

    def _words(self):
        ours = Q(service__in=self.services) | Q(location__in=list(self.ids["location"])) | Q(partner__in=self.partners)
        links = list(TermLink.objects.filter(ours).order_by("pk"))
        terms = self._terms({link.term_id for link in links})
        for link in links:
            entity, pk = next((name, pk) for name, pk in (("service", link.service_id), ("location", link.location_id),
                                                          ("organization", link.partner_id)) if pk)  # fmt: skip
            if link.term_id in terms:
                self.tables["attribute"].append({
                    "id": str(link.hsds_id), "link_id": self._id(entity, pk),
                    "taxonomy_term_id": self._id("taxonomy_term", link.term_id), "link_type": link.kind,
                    "link_entity": entity, "value": link.value, "label": link.label,
                })  # fmt: skip

    def _terms(self, wanted):
        """The words used, with the headings they stand below."""
        every = {term.pk: term for term in TaxonomyTerm.objects.all()} if wanted else {}
        terms = {}
        for pk in wanted:
            while pk is not None and pk not in terms:
                terms[pk] = every[pk]
                pk = every[pk].parent_id
        taxonomies = Taxonomy.objects.filter(pk__in={term.taxonomy_id for term in terms.values()}).order_by("pk")
        self._know("taxonomy", taxonomies)
        for taxonomy in taxonomies:
            row = self._row("taxonomy", taxonomy)
            row["description"] = row["description"] or row["name"]
        self._know("taxonomy_term", terms.values())
        codes = set()
        for pk in sorted(terms):
            self._term(terms[pk], codes)
        return terms

    def _term(self, term, codes):
        code = term.code if term.code not in codes else ""  # the official descriptor wants each code once
        codes.add(code)
        self.tables["taxonomy_term"].append({
            "id": str(term.hsds_id), "code": code, "name": term.name, "description": term.description or term.name,
            "parent_id": self._id("taxonomy_term", term.parent_id), "taxonomy": term.list_name,
            "language": term.language, "taxonomy_id": self._id("taxonomy", term.taxonomy_id), "term_uri": term.uri,
        })  # fmt: skip

    # ---- one row ----------------------------------------------------------------------------------------------------

    def _know(self, table, rows):
        self.ids[table] |= {row.pk: str(row.hsds_id) for row in rows}

    def _id(self, table, pk):
        return self.ids[table].get(pk, "")

    def _row(self, table, row, **links):
        return self._plain(table, row, str(row.hsds_id), **links)

    def _plain(self, table, row, own, **links):
        said = {"id": own, **links} | {column: _said(getattr(row, name)) for column, name in PLAIN[table].items()}
        self.tables[table].append(said)
        return said


def _said(value):
    """A value as HSDS wants it: times with seconds, moments in UTC, numbers as numbers, nothing as an empty text."""
    if value is None:
        return ""
    if hasattr(value, "tzinfo") and hasattr(value, "date"):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "quantize"):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.value if hasattr(value, "choices") else value
