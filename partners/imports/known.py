"""What is here already: the ids this publisher's rows have with us, what waits, and the rows themselves."""

import uuid
from collections import defaultdict

from partners.imports.fields import MODELS
from partners.models import DirectorySource, ExternalId, HeldRow

NAMESPACE = uuid.UUID("6f0c8f5a-6c3b-5c0e-9a56-1f1e7b7a40d2")
OK, HELD, OUT = "ok", "held", "out"


def as_uuid(key):
    try:
        return uuid.UUID(key) if len(key) >= 32 else None
    except ValueError:
        return None


class Known:
    """Looks up what a key of one source means. Asks the database once per table, never once per row."""

    def __init__(self, source_name):
        self.source = DirectorySource.objects.filter(name=source_name).first()
        self.name = source_name
        self.ids = {}
        self.waiting = {}
        if self.source:
            rows = ExternalId.objects.filter(source=self.source).iterator(chunk_size=5000)
            self.ids = {(row.table, row.external_id): row for row in rows}
            held = HeldRow.objects.filter(source=self.source).waiting()
            self.waiting = {(row.table, row.external_id): row for row in held}
        self.where = {}  # (kind, key) → (OK, our pk) | (HELD, the partner it waits for) | (OUT, "")
        self._alive, self._uuids = {}, {}
        self.owners = defaultdict(dict)  # kind → {pk: the partner's pk}

    def kept_source(self):
        if self.source is None:
            self.source = DirectorySource.objects.create(name=self.name)
        return self.source

    def choose(self, key, partner, batch):
        """From now on this publisher's organization is that partner of ours; what a file says of it is a proposal."""
        if key:
            row = ExternalId(table="organization", external_id=key, row_pk=partner, first_batch=batch, last_batch=batch)
            self.ids["organization", key] = row
        self.where["organization", key] = (OK, partner)

    def alive(self, kind):
        """The keys of our rows of a kind."""
        if kind not in self._alive:
            self._alive[kind] = set(MODELS[kind].objects.values_list("pk", flat=True))
        return self._alive[kind]

    def by_uuid(self, kind, key):
        """Our row that is published under this very id, whoever's file we read."""
        wanted = as_uuid(key)
        if wanted is None:
            return None
        if kind not in self._uuids:
            self._uuids[kind] = dict(MODELS[kind].objects.values_list("hsds_id", "pk"))
        return self._uuids[kind].get(wanted)

    def hsds_id(self, kind, key):
        """The id we publish a row under: the publisher's where it is a UUID, else one made of it that never changes."""
        return as_uuid(key) or uuid.uuid5(NAMESPACE, f"{self.name}|{kind}|{key}")

    def here(self, kind, key):
        """Our row for a key, or nothing."""
        row = self.ids.get((kind, key))
        if row is not None:
            return row.row_pk if row.row_pk in self.alive(kind) else None
        return self.by_uuid(kind, key)

    def find(self, kind, key):
        """(OK, pk), (HELD, partner), (OUT, "") or nothing at all for a key nobody has heard of."""
        if (kind, key) in self.where:
            return self.where[kind, key]
        pk = self.here(kind, key)
        return (OK, pk) if pk is not None else None

    def owner_of(self, kind, pk):
        """The partner a service, a place or a contact belongs to."""
        if pk not in self.owners[kind]:
            self.owners[kind] = dict(MODELS[kind].objects.values_list("pk", "partner_id")) | self.owners[kind]
        return self.owners[kind][pk]
