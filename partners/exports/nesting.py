"""Rows of tables as the nested objects of HSDS: a service with its places, hours and numbers; a partner, too."""

from collections import defaultdict

CHILDREN = {
    "service": {"phones": "phone", "schedules": "schedule", "service_areas": "service_area", "languages": "language",
                "funding": "funding", "cost_options": "cost_option", "required_documents": "required_document",
                "contacts": "contact", "additional_urls": "url", "capacities": "service_capacity"},
    "organization": {"funding": "funding", "contacts": "contact", "phones": "phone", "programs": "program",
                     "organization_identifiers": "organization_identifier", "additional_websites": "url"},
    "location": {"addresses": "address", "contacts": "contact", "accessibility": "accessibility", "phones": "phone",
                 "schedules": "schedule"},
    "phone": {"languages": "language"},
}  # fmt: skip
PARENT = {"organization": "organization_id", "service": "service_id", "location": "location_id", "phone": "phone_id"}


class Tree:
    """Finds the children of a row without asking anybody again."""

    def __init__(self, rows):
        self.tables = rows.tables
        self.by_id = {table: {row["id"]: row for row in found} for table, found in rows.tables.items()}
        self._children = {}

    def children(self, table, column, key):
        """Rows of a table that name a parent."""
        if (table, column) not in self._children:
            found = defaultdict(list)
            for row in self.tables.get(table, ()):
                found[row.get(column)].append(row)
            self._children[table, column] = found
        return self._children[table, column].get(key, [])

    def object(self, kind, row, *, nearest=True):
        """A row with the lists of what belongs to it. `nearest`: only what belongs to nothing nearer."""
        found = _bare(row)
        for name, table in CHILDREN.get(kind, {}).items():
            rows = self.children(table, PARENT[kind], row["id"])
            mine = [child for child in rows if not nearest or _nearest(child) == kind]
            if mine:
                found[name] = [self.object(table, child) for child in mine]
        attributes = self.children("attribute", "link_id", row["id"])
        if attributes:
            found["attributes"] = [self._attribute(attribute) for attribute in attributes]
        if kind == "service_capacity":
            found["unit"] = _bare(self.by_id["unit"][row["unit_id"]])
        return found

    def _attribute(self, row):
        found = _bare(row)
        term = self.by_id["taxonomy_term"][row["taxonomy_term_id"]]
        found["taxonomy_term"] = self.term(term)
        return found

    def term(self, row):
        found = _bare(row)
        if row["taxonomy_id"]:
            found["taxonomy_detail"] = _bare(self.by_id["taxonomy"][row["taxonomy_id"]])
        return found

    def service(self, row):
        found = self.object("service", row)
        organization = self.by_id["organization"].get(row["organization_id"])
        if organization:
            found["organization"] = _bare(organization)
        program = self.by_id.get("program", {}).get(row["program_id"])
        if program:
            found["program"] = _bare(program)
        pairs = self.children("service_at_location", "service_id", row["id"])
        if pairs:
            found["service_at_locations"] = [self.pair(pair) for pair in pairs]
        return found

    def pair(self, row):
        found = _bare(row)
        found["location"] = self.location(self.by_id["location"][row["location_id"]])
        return found

    def whole_pair(self, row):
        """A service at a place, with both."""
        return self.pair(row) | {"service": _bare(self.by_id["service"][row["service_id"]])}

    def location(self, row):
        return self.object("location", row)

    def organization(self, row):
        found = self.object("organization", row)
        places = self.children("location", "organization_id", row["id"])
        return found | ({"locations": [self.location(place) for place in places]} if places else {})


def _nearest(row):
    """What a row belongs to most nearly: a number of a service is not shown again as one of its partner."""
    return next((kind for kind in ("phone", "service", "location", "organization") if row.get(PARENT[kind])), "")


def _bare(row):
    """A row without empty properties."""
    return {name: value for name, value in row.items() if value not in ("", None)}


def services(rows):
    tree = Tree(rows)
    return [tree.service(row) for row in rows.tables.get("service", ())]


def organizations(rows):
    tree = Tree(rows)
    return [tree.organization(row) for row in rows.tables.get("organization", ())]
