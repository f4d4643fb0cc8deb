"""To whom a record belongs. It is attached where its own keys say, waits, or is left out; it is never guessed."""

from django.utils.translation import gettext as _

from partners.imports.known import HELD, OK
from partners.imports.records import listed

UP = {"organization_id": "organization", "service_id": "service", "location_id": "location", "contact_id": "contact"}


class Waits(Exception):
    """The record names a partner we do not have."""

    def __init__(self, partner):
        super().__init__()
        self.partner = partner


class NoPlace(Exception):
    """The record names something nobody has heard of. The text is a sentence."""

    def __init__(self, code, reason, column=""):
        super().__init__(reason)
        self.code, self.column = code, column


class Links:
    def __init__(self, known, dealt):
        self.known = known
        self.places = {record.key: record for record in dealt.records.get("location", ())}
        self.pairs_at = {}
        for pair in dealt.records.get("service_at_location", ()):
            self.pairs_at.setdefault(pair.said.get("location_id", ""), []).append(pair)
        self.program_of = {
            service.said["program_id"]: service.said.get("organization_id", "")
            for service in dealt.records.get("service", ())
            if service.said.get("program_id")
        }
        self.pair_records = {pair.key: pair for pair in dealt.records.get("service_at_location", ())}

    def of(self, record):
        """{our foreign key: our pk} of a record. Raises Waits or NoPlace."""
        return getattr(self, f"_{record.kind}", self._child)(record)

    # ---- the three that others hang on ------------------------------------------------------------------------------

    def _organization(self, record):
        return {}

    _unit = _taxonomy = _organization

    def _taxonomy_term(self, record):
        found = self.known.find("taxonomy", record.said.get("taxonomy_id", ""))
        return {"taxonomy_id": found[1] if found else None}

    def _program(self, record):
        key = record.said.get("organization_id", "") or self.program_of.get(record.key, "")
        return {"partner_id": self._partner(key)}

    def _partner(self, key):
        found = self.known.find("organization", key)
        if found is None or found[0] != OK:
            raise Waits(key)
        return found[1]

    def _service(self, record):
        key = record.said.get("organization_id", "")
        if not key:  # where the oldest dialect puts it
            places = [self.places[place] for place in record.said.get("_places", ()) if place in self.places]
            key = next((place.said["organization_id"] for place in places if place.said.get("organization_id")), "")
        program = self.known.find("program", record.said.get("program_id", ""))
        return {"partner_id": self._partner(key), "program_id": program[1] if program and program[0] == OK else None}

    def _location(self, record):
        key = record.said.get("organization_id", "")
        try:
            return {"partner_id": self._partner(key)}
        except Waits:
            owners = {self._owner_of_service(pair) for pair in self.pairs_at.get(record.key, ())}
            if len(owners) != 1 or None in owners:
                raise
        if key:
            reason = _("It names an organization we do not have. It is kept with the partner whose service is there.")
            record.note("owner_by_service", reason, "organization_id")
        return {"partner_id": owners.pop()}

    def _owner_of_service(self, pair):
        found = self.known.find("service", pair.said.get("service_id", ""))
        return self.known.owner_of("service", found[1]) if found and found[0] == OK else None

    def _service_at_location(self, record):
        found = {}
        for column in ("service_id", "location_id"):
            key = record.said.get(column, "")
            at = self.known.find(UP[column], key)
            if at is None:
                lost = _("It names something that is neither in this file nor here.")
                raise NoPlace("not_here", lost, column)
            if at[0] == HELD:
                raise Waits(at[1])
            if at[0] != OK:
                raise NoPlace("parent_left_out", _("What it belongs to was left out."), column)
            found[column] = at[1]
        return found

    # ---- what hangs on them -----------------------------------------------------------------------------------------

    def _found(self, record):
        """{column: pk} of the keys that are here. Raises Waits or NoPlace when none is."""
        said, found, waits, lost = record.said, {}, None, ""
        for column, key in self._keys(said):
            at = self._one_of(record, UP[column], key, column)
            if at is None or at[0] not in (OK, HELD):
                lost = lost or column
            elif at[0] == HELD:
                waits = at[1]
            else:
                found.setdefault(column, at[1])
        if not found:
            if waits is not None:
                raise Waits(waits)
            if lost == "organization_id":
                raise Waits(said.get("organization_id", ""))
            if lost:
                raise NoPlace("not_here", _("It names something that is neither in this file nor here."), lost)
            raise Waits("")
        if lost or waits is not None:
            reason = _("It also names something that is not here. It was kept with what is.")
            record.note("partly_linked", reason, lost)
        return found

    def _keys(self, said):
        for column in UP:
            if said.get(column):
                yield column, said[column]
        pair = self.pair_records.get(said.get("service_at_location_id", ""))
        if pair is not None:
            yield from (
                (column, pair.said[column]) for column in ("service_id", "location_id") if pair.said.get(column)
            )
        elif said.get("service_at_location_id"):
            yield from self._of_known_pair(said["service_at_location_id"])

    def _of_known_pair(self, key):
        row = self.known.ids.get(("service_at_location", key))
        given = row.given if row else {}
        for column, kind in (("service_id", "service"), ("location_id", "location")):
            if given.get(column):
                self.known.where.setdefault((kind, f"={given[column]}"), (OK, given[column]))
                yield column, f"={given[column]}"

    def _one_of(self, record, kind, key, column):
        """What a key means; where a cell holds several, the first of them that is here."""
        at = self.known.find(kind, key)
        if at is not None or "," not in key:
            return at
        parts = [self.known.find(kind, part) for part in listed(key)]
        here = [part for part in parts if part and part[0] == OK]
        if here:
            record.note("several", _("The cell names several. The first that is here was taken."), column)
            return here[0]
        return next((part for part in parts if part), None)

    def _owner(self, found):
        """The partner of what a record hangs on; the nearest thing says."""
        for column in ("service_id", "location_id", "contact_id"):
            if column in found:
                return self.known.owner_of(UP[column], found[column])
        return found["organization_id"]

    def _child(self, record):
        """For records that hang on a partner: contacts, phones, money, web pages."""
        found = self._found(record)
        return {"partner_id": self._owner(found)} | self._own(found, "service_id")

    def _own(self, found, *columns):
        """Foreign keys to things of the same partner; a place of another partner is no place of this one's phone."""
        owner = self._owner(found)
        return {
            column: found.get(column) if column in found and self._owner_is(column, found, owner) else None
            for column in columns
        }

    def _owner_is(self, column, found, owner):
        return self.known.owner_of(UP[column], found[column]) == owner

    def _contact(self, record):
        found = self._found(record)
        return {"partner_id": self._owner(found)} | self._own(found, "service_id", "location_id")

    def _phone(self, record):
        found = self._found(record)
        return {"partner_id": self._owner(found)} | self._own(found, "service_id", "location_id", "contact_id")

    def _schedule(self, record):
        found = self._found(record)
        if not {"service_id", "location_id"} & found.keys():
            raise NoPlace("not_here", _("It names neither a service nor a place."), "service_id")
        return {column: found.get(column) for column in ("service_id", "location_id")}

    def _of_service(self, record):
        found = self._found(record)
        if "service_id" not in found:
            raise NoPlace("not_here", _("It names no service that is here."), "service_id")
        return {"service_id": found["service_id"]}

    _language = _required_document = _cost_option = _eligible = _of_service

    def _service_area(self, record):
        found = self._found(record)
        if "service_id" not in found:
            raise NoPlace("not_here", _("It names no service that is here."), "service_id")
        pair = record.said.get("service_at_location_id")
        return {"service_id": found["service_id"], "location_id": found.get("location_id") if pair else None}

    def _of_place(self, record):
        found = self._found(record)
        if "location_id" not in found:
            raise NoPlace("not_here", _("It names no place that is here."), "location_id")
        return {"location_id": found["location_id"]}

    _address = _accessibility = _of_place

    def _organization_identifier(self, record):
        return {"partner_id": self._owner(self._found(record))}

    def _service_capacity(self, record):
        unit = self.known.find("unit", record.said.get("unit_id", ""))
        return self._of_service(record) | {"unit_id": unit[1] if unit and unit[0] == OK else None}

    def _attribute(self, record):
        said = record.said
        term = self.known.find("taxonomy_term", said.get("taxonomy_term_id", ""))
        if term is None or term[0] != OK:
            raise NoPlace("no_term", _("The word it names is neither in this file nor here."), "taxonomy_term_id")
        entity = said.get("link_entity", "").lower()
        kinds = (
            [entity] if entity in ("organization", "service", "location") else ["service", "organization", "location"]
        )
        found = ((kind, self.known.find(kind, said.get("link_id", ""))) for kind in kinds)
        at = next((pair for pair in found if pair[1]), None)
        if at is None or at[1][0] not in (OK, HELD):
            raise NoPlace("not_here", _("It names something that is neither in this file nor here."), "link_id")
        if at[1][0] == HELD:
            raise Waits(at[1][1])
        field = {"organization": "partner_id"}.get(at[0], f"{at[0]}_id")
        return {"term_id": term[1], "partner_id": None, "service_id": None, "location_id": None} | {field: at[1][1]}
