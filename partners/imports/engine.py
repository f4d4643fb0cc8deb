"""From records to rows of ours: what is new is made, what was changed there is changed, what we changed stays."""

from collections import defaultdict

from django.utils.translation import gettext as _

from agency.imports.lines import Remark, Severity
from agency.models import Fate, ImportedRows
from partners.imports import meanings, values
from partners.imports.account import Account
from partners.imports.fields import FIELDS, MODELS, NEEDED, READ_ELSEWHERE
from partners.imports.known import HELD, OK, OUT
from partners.imports.links import Links, NoPlace, Waits
from partners.imports.read import finish, read
from partners.imports.tables import ORDER
from partners.models import ExternalId, Service

AT_ONCE = 2000
BY_TWO = {"status": "status", "kind": "type", "state": "available", "zips": "name"}  # fields made of other columns
EMPTY = ("", None, [], False)


class Engine:
    """One import: all records of a source, kind by kind, parents first."""

    def __init__(self, batch, known, dealt):
        self.batch, self.known, self.dealt = batch, known, dealt
        self.links = Links(known, dealt)
        self.account = Account()
        self.made, self.changes = defaultdict(list), defaultdict(dict)
        self.services = []  # those whose words are new

    def run(self):
        for kind in ORDER:
            self._kind(kind, self.dealt.records.get(kind, ()))
            if kind in ("organization", "taxonomy_term"):
                self._parents(kind)
        self.made[Service.categories.through] += meanings.categorize(self.services)
        self.account.take(dealt=self.dealt)
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
            given |= read(record)
            lacking = next((name for name in NEEDED.get(kind, ()) if given.get(name) in ("", None)), None)
            if lacking:
                self._leave_out(record, "missing", _("What it must say at least is missing."), FIELDS[kind][lacking][0])
                continue
            finish(record, given)
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

    # ---- what becomes of a record -----------------------------------------------------------------------------------

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


def _said(kind, record, given):
    """What a record says of a row that is here: all of it; where silence means nothing, what it does not leave out."""
    kept = _kept(given)
    if not record.is_partial:
        return kept
    column = {name: of for name, (of, _reader) in FIELDS[kind].items()} | BY_TWO
    return {name: value for name, value in kept.items() if name not in column or column[name] in record.said}


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
