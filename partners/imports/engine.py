"""From records to rows of ours: what is new is made, what was changed there is changed, what we changed stays."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import CharField
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.imports.columns import NotRead
from agency.imports.lines import Remark, Severity
from agency.models import Fate, ImportedRows
from partners.exports.rows import ADDRESS_MARK, ADDRESS_PARTS, CLOSED
from partners.imports import meanings, values
from partners.imports.fields import FIELDS, MODELS, NEEDED, READ_ELSEWHERE
from partners.imports.known import HELD, OK, OUT
from partners.imports.links import Links, NoPlace, Waits
from partners.imports.tables import ORDER
from partners.models import ExternalId, Phone, PlaceKind, Service, ServiceCapacity
from partners.models.schedule import DAYS

AT_ONCE = 2000
BY_TWO = {"status": "status", "kind": "type", "state": "available", "zips": "name"}  # fields made of other columns
EMPTY = ("", None, [], False)
STATUS = {status.value: status for status in Service.Status}


class Engine:
    """One import: all records of a source, kind by kind, parents first."""

    def __init__(self, batch, known, dealt):
        self.batch, self.known, self.dealt = batch, known, dealt
        self.links = Links(known, dealt)
        self.fates = {}  # number of a row → its fate
        self.touched = set()  # numbers of rows of which something came
        self.remarks = defaultdict(list)  # number of a row → Remarks
        self.held = {}  # number of a row → its record, which waits for a partner
        self.made, self.changes = defaultdict(list), defaultdict(dict)
        self.services = []  # those whose words are new

    def run(self):
        for kind in ORDER:
            self._kind(kind, self.dealt.records.get(kind, ()))
            if kind in ("organization", "taxonomy_term"):
                self._parents(kind)
        self.made[Service.categories.through] += meanings.categorize(self.services)
        self._account()
        self._write_down()

    # ---- one kind ---------------------------------------------------------------------------------------------------

    def _kind(self, kind, records):
        new, there, taken = [], [], {}
        for record in records:
            try:
                given = self.links.of(record)
            except Waits as trouble:
                self._wait(record, trouble.partner)
                continue
            except NoPlace as trouble:
                self._leave_out(record, trouble.code, str(trouble), trouble.column)
                continue
            given |= self._read(record)
            lacking = next((name for name in NEEDED.get(kind, ()) if given.get(name) in ("", None)), None)
            if lacking:
                self._leave_out(record, "missing", _("What it must say at least is missing."), FIELDS[kind][lacking][0])
                continue
            self._finish(kind, record, given)
            self._sort(kind, record, given, new, there, taken)
        self._make(kind, new)
        self._change(kind, there)
        if kind == "service_at_location":
            self._put_together(new)

    def _sort(self, kind, record, given, new, there, taken):
        """New, or here already: by its id, or because the same is said once more."""
        known = self.known.ids.get((kind, record.key))
        pk = self.known.here(kind, record.key)
        same = _twin(kind, given)
        if pk is None and known is None and same in taken:
            record.note("twice", _("This is said twice."))
            self._settle(record, Fate.SAME, (OUT, ""))
        elif pk is None and known is not None and known.row_pk is not None:
            record.note("removed_here", _("Somebody here has removed this entry. It stays removed."))
            self._settle(record, Fate.SAME, (OUT, ""))
        elif pk is None:
            new.append((record, given))
        else:
            self.known.where[kind, record.key] = (OK, pk)
            there.append((record, given, known, pk))
        if same:
            taken[same] = record

    def _make(self, kind, new):
        model = MODELS[kind]
        rows = [model(hsds_id=self.known.hsds_id(kind, record.key), **given) for record, given in new]
        if kind == "language":
            rows = self._not_spoken_yet(rows)
        model.objects.bulk_create([row for row in rows if row.pk is None], batch_size=AT_ONCE)
        self.made[model] += [row.pk for row in rows]
        for (record, given), row in zip(new, rows, strict=True):
            self.known.where[kind, record.key] = (OK, row.pk)
            self.known.alive(kind).add(row.pk)
            if kind in ("service", "location", "contact"):
                self.known.owners[kind][row.pk] = row.partner_id
            self._remember(kind, record, row.pk, given)
            self._settle(record, Fate.NEW)
        if kind == "attribute":
            self.services += [given["service_id"] for _record, given in new if given["service_id"]]

    def _remember(self, kind, record, pk, given):
        row = ExternalId(
            table=kind, external_id=record.key, row_pk=pk, given=_kept(given), extra=_extra(kind, record),
            first_batch=self.batch.pk, last_batch=self.batch.pk,
        )  # fmt: skip
        self.known.ids[kind, record.key] = row

    def _not_spoken_yet(self, rows):
        """A language a service has already, by hand or from another file, is not given to it again."""
        rows_there = MODELS["language"].objects.values_list("pk", "service_id", "code")
        there = {(service, code): pk for pk, service, code in rows_there}
        kept = []
        for row in rows:
            pk = there.get((row.service_id, row.code))
            kept.append(MODELS["language"](pk=pk) if pk else row)
        return kept

    def _put_together(self, new):
        """The service is given at the place; that fact stands in the table between them."""
        between = Service.locations.through
        pairs = [(given["service_id"], given["location_id"]) for _record, given in new]
        ours = between.objects.filter(service__in={service for service, _place in pairs})
        there = set(ours.values_list("service_id", "location_id"))
        rows = [
            between(service_id=service, location_id=place) for service, place in pairs if (service, place) not in there
        ]
        between.objects.bulk_create(rows, batch_size=AT_ONCE)
        self.made[between] += [row.pk for row in rows]

    # ---- what is here already ---------------------------------------------------------------------------------------

    def _change(self, kind, there):
        """Fields the publisher has changed since the last import and nobody here has."""
        differing = []
        for record, given, known, pk in there:
            if known is not None:
                known.last_batch = self.batch.pk
            if known is not None and known.given | _said(kind, record, given) == known.given:
                self._settle(record, Fate.SAME)
            else:
                differing.append((record, given, known, pk))
        rows = MODELS[kind].objects.in_bulk([pk for _record, _given, _known, pk in differing])
        changed, names = [], set()
        for record, given, known, pk in differing:
            fields = self._changed(record, rows[pk], given, known, kind)
            self._settle(record, Fate.CHANGED if fields else Fate.SAME)
            if fields:
                changed.append(rows[pk])
                names |= set(fields)
        if changed:
            MODELS[kind].objects.bulk_update(changed, sorted(names), batch_size=500)

    def _changed(self, record, row, given, known, kind):
        """Sets what may be set; what somebody here has changed is proposed instead."""
        before, proposed = (known.given if known else {}), dict(known.proposed if known else {})
        kept = _said(kind, record, given)
        changes = {}
        for name, value in kept.items():
            now = values.jsonable(getattr(row, name))
            if value == now or value == before.get(name, now) or (known is None and value in EMPTY):
                continue
            if now == before[name] if name in before else now in EMPTY:
                changes[name] = [now, value]
                setattr(row, name, given[name])
            else:
                proposed[name] = value
                reason = _("Somebody here has changed this. Ours stays; what the file says is kept as a proposal.")
                record.note("ours_stays", reason, FIELDS[kind].get(name, (name,))[0])
        if changes:
            self.changes[MODELS[kind]][str(row.pk)] = changes
        self._update_known(kind, record, row.pk, before | kept, known, proposed)
        return changes

    def _update_known(self, kind, record, pk, kept, known, proposed):
        if known is None:
            self._remember(kind, record, pk, {})
            known = self.known.ids[kind, record.key]
        if known.pk:
            self.changes[ExternalId][str(known.pk)] = {
                "given": [known.given, kept], "proposed": [known.proposed, proposed],
            }  # fmt: skip
        known.given, known.proposed = kept, proposed

    # ---- reading ----------------------------------------------------------------------------------------------------

    def _read(self, record):
        """{field: value} of one record; what cannot be read is reported and left empty."""
        found, model = {}, MODELS[record.kind]
        for name, (column, reader) in FIELDS[record.kind].items():
            field = model._meta.get_field(name)
            said = record.said.get(column, "")
            try:
                value = reader(said) if said else None
            except (NotRead, ValueError, OverflowError) as trouble:
                reason = str(trouble) if isinstance(trouble, NotRead) else _("This cannot be read.")
                record.note("not_read", reason, column.lstrip("_"))
                value = None
            if value is None and not field.null:
                value = (
                    ""
                    if field.empty_strings_allowed and field.get_internal_type() != "BooleanField"
                    else field.get_default()
                )
            if isinstance(field, CharField) and field.max_length and len(value or "") > field.max_length:
                reason = _("This is longer than %(most)s letters. The rest was cut.") % {"most": field.max_length}
                record.note("cut", reason, column.lstrip("_"))
                value = value[: field.max_length]
            found[name] = value
        return found

    def _finish(self, kind, record, given):
        """What two columns say together, or our own words for theirs."""
        finish = getattr(self, f"_finish_{kind}", None)
        if finish:
            finish(record, given)

    def _finish_organization(self, record, given):
        """HSDS wants a description; who has none repeats the name."""
        given["description"] = "" if given["description"] == given["name"] else given["description"]

    _finish_taxonomy_term = _finish_taxonomy = _finish_program = _finish_organization

    def _finish_service(self, record, given):
        said = record.said.get("status", "").strip().lower()
        given["status"] = STATUS.get(said, Service.Status.INACTIVE if said else Service.Status.ACTIVE)
        if not said:
            reason = _("The file does not say whether it is running. It was taken as running.")
            record.note("status_assumed", reason, "status")
        elif said not in STATUS:
            record.note("status_unknown", _("This state is unknown to us. It was taken as not running."), "status")
        low, high = given["minimum_age"], given["maximum_age"]
        if low is not None and high is not None and low > high:
            record.note("ages", _("The highest age is below the lowest. Both were left out."), "maximum_age")
            given["minimum_age"] = given["maximum_age"] = None

    def _finish_location(self, record, given):
        said = record.said.get("location_type", "").strip().lower()
        given["kind"] = said if said in PlaceKind.values else PlaceKind.PHYSICAL
        lat, lon = given["latitude"], given["longitude"]
        if (lat is None) != (lon is None) or (lat, lon) == (0, 0) or abs(lat or 0) > 90:
            record.note("not_on_the_map", _("This is no point on the map. It was left out."), "latitude")
            given["latitude"] = given["longitude"] = None
        given["country"] = given["country"] or "US"
        _take_address_out(given)
        if given["address_1"] and not given["city"] and given["kind"] != PlaceKind.VIRTUAL:
            record.note("incomplete_address", _("The address is not complete. It was kept as it stands."), "city")

    def _finish_address(self, record, given):
        said = record.said.get("address_type", "").strip().lower()
        given["kind"] = said if said in PlaceKind.values else PlaceKind.PHYSICAL
        given["country"] = given["country"] or "US"

    def _finish_phone(self, record, given):
        said = {"sms": "text", "tty": "textphone", "hotline": "voice"}.get(
            record.said.get("type", "").strip().lower(), record.said.get("type", "").strip().lower()
        )
        given["kind"] = said if said in Phone.Kind.values else Phone.Kind.VOICE
        if said and said not in Phone.Kind.values:
            record.note("kind_unknown", _("This kind of line is unknown to us. It was taken as voice."), "type")

    def _finish_schedule(self, record, given):
        if given["notes"].split("\n")[0] == CLOSED:
            given["is_closed"], given["notes"] = True, "\n".join(given["notes"].split("\n")[1:])
        given["wkst"] = given["wkst"] if given["wkst"] in DAYS else ""
        if "_often" in record.said:
            record.note("rule_unknown", _("A rule that holds each day or year is kept in words only."), "freq")
            given["description"] = ", ".join(filter(None, [given["description"], record.said["_often"]]))
            given["freq"] = ""
        if given["opens_at"] and given["closes_at"] and given["closes_at"] < given["opens_at"]:
            record.note("past_midnight", _("It closes before it opens: taken as the next day."), "closes_at")

    def _finish_service_area(self, record, given):
        given["zips"] = values.short_zips(given["name"]) or values.short_zips(given["extent"])

    def _finish_service_capacity(self, record, given):
        given["seen_at"] = given["seen_at"] or timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
        full = given["available"] is not None and given["available"] <= Decimal(0)
        given["state"] = ServiceCapacity.State.FULL if full else ServiceCapacity.State.OPEN

    def _finish_contact(self, record, given):
        if not any(given[name] for name in ("name", "email", "title", "department")):
            given["name"] = "?"

    def _finish_cost_option(self, record, given):
        given["currency"] = given["currency"].upper()[:3] or "USD"

    # ---- what stands above what -------------------------------------------------------------------------------------

    def _parents(self, kind):
        """Which partner is part of which, which word stands below which; rings are broken."""
        model, column = MODELS[kind], {"organization": "parent_organization_id", "taxonomy_term": "parent_id"}[kind]
        above = dict(model.objects.exclude(parent=None).values_list("pk", "parent"))
        rows, fields = [], "parent"
        for record in self.dealt.records.get(kind, ()):
            key = record.said.get(column, "").split(",")[0].strip()
            own = self.known.where.get((kind, record.key))
            if not key or own is None or own[0] != OK:
                continue
            parent = self.known.find(kind, key)
            if parent is None or parent[0] != OK:
                record.note("no_parent", _("What it stands below is neither in this file nor here."), column)
            elif above.get(own[1]) is None and _is_ring(above, own[1], parent[1]):
                record.note("ring", _("It would stand below itself. It stands alone instead."), column)
            elif above.get(own[1]) is None:
                above[own[1]] = parent[1]
                rows.append(model(pk=own[1], parent_id=parent[1]))
                self.changes[model].setdefault(str(own[1]), {})["parent_id"] = [None, parent[1]]
                record.fate = Fate.CHANGED if record.fate == Fate.SAME else record.fate
        model.objects.bulk_update(rows, [fields], batch_size=AT_ONCE)

    # ---- the account ------------------------------------------------------------------------------------------------

    def _settle(self, record, fate, where=None):
        record.fate = fate
        if where:
            self.known.where[record.kind, record.key] = where

    def _wait(self, record, partner):
        self._settle(record, Fate.HELD, (HELD, partner))
        record.waits_for = partner
        reason = _("It names a partner we do not have (%(key)s). It waits for it.") % {"key": partner[:60] or "–"}
        record.remarks = [Remark("needs_partner", reason, "organization_id", Severity.HELD)]

    def _leave_out(self, record, code, reason, column):
        self._settle(record, Fate.SKIPPED, (OUT, ""))
        record.remarks.append(Remark(code, reason, column, Severity.SKIPPED))

    def _account(self):
        """What became of each row: what became of its main record; "changed" when only another of its records did."""
        for kind in ORDER:
            for record in self.dealt.records.get(kind, ()):
                self._tell(record)
        for number, record in self.dealt.main.items():
            fate = record.fate
            if fate == Fate.SAME and number in self.touched:
                fate = Fate.CHANGED
            self.fates[number] = fate
            if fate == Fate.HELD:
                self.held[number] = record
        for number, remark in self.dealt.skipped.items():
            self.fates[number] = Fate.SKIPPED
            self.remarks[number].append(remark)

    def _tell(self, record):
        for number in record.rows:
            if record.fate in (Fate.NEW, Fate.CHANGED):
                self.touched.add(number)
            is_main = self.dealt.main.get(number) is record
            if is_main or number == record.rows[0]:
                self.remarks[number] += record.remarks if is_main else [_as_note(remark) for remark in record.remarks]

    # ---- what was done ----------------------------------------------------------------------------------------------

    def _write_down(self):
        """The publisher's ids, and what can be undone."""
        source = self.known.kept_source()
        fresh = [row for row in self.known.ids.values() if row.pk is None]
        for row in fresh:
            row.source = source
        ExternalId.objects.bulk_create(fresh, batch_size=AT_ONCE)
        known = self.changes.pop(ExternalId, {})
        old = [row for row in self.known.ids.values() if str(row.pk) in known]
        ExternalId.objects.bulk_update(old, ["given", "proposed"], batch_size=500)
        seen = [row.pk for row in self.known.ids.values() if row.last_batch == self.batch.pk]
        ExternalId.objects.filter(pk__in=seen).update(last_batch=self.batch.pk)
        notes = [self._entry(model, made=keys) for model, keys in self.made.items() if keys]
        notes += [self._entry(model, changed=rows) for model, rows in self.changes.items()]
        if known:
            notes.append(self._entry(ExternalId, changed=known))
        ImportedRows.objects.bulk_create(notes)

    def _entry(self, model, **what):
        return ImportedRows(batch=self.batch, model=model._meta.label_lower, **what)


def _twin(kind, given):
    """What makes two rows of a kind the same although their ids differ, where a table allows it only once."""
    names = {"service_at_location": ("service_id", "location_id"), "language": ("service_id", "code"),
             "eligible": ("service_id", "who")}.get(kind)  # fmt: skip
    return tuple(given[name] for name in names) if names else None


def _kept(given):
    return {name: values.jsonable(value) for name, value in given.items()}


def _take_address_out(given):
    """An address too short for HSDS stands in the last line of the description, as our own export writes it."""
    words, mark, line = given["description"].rpartition(ADDRESS_MARK)
    parts = line.split(" | ")
    if mark and len(parts) == len(ADDRESS_PARTS) and not given["address_1"]:
        given["description"] = words.rstrip("\n")
        given |= dict(zip(ADDRESS_PARTS, parts, strict=True))


def _said(kind, record, given):
    """What a record says of a row that is here: all of it; where silence means nothing, what it does not leave out."""
    kept = _kept(given)
    if not record.is_partial:
        return kept
    column = {name: of for name, (of, _reader) in FIELDS[kind].items()} | BY_TWO
    return {name: value for name, value in kept.items() if name not in column or column[name] in record.said}


def _as_note(remark):
    return Remark(remark.code, remark.reason, remark.column)


def _extra(kind, record):
    """Columns we have no place for, as they stand."""
    read = {column for column, _reader in FIELDS[kind].values()} | READ_ELSEWHERE
    return {name: said[:2000] for name, said in record.said.items()
            if name not in read and not name.startswith("_") and isinstance(said, str)}  # fmt: skip


def _is_ring(above, row, parent):
    seen = set()
    while parent is not None and parent not in seen:
        if parent == row:
            return True
        seen.add(parent)
        parent = above.get(parent)
    return False
