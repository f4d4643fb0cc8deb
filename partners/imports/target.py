"""The directory as a kind of import: its layouts, and what becomes of the rows of a whole package at once."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.access import Permission
from agency.files import TABLES
from agency.imports.lines import Line, Outcome
from agency.imports.targets import Layout, Target, files_opened
from agency.imports.undoing import undo_rows
from agency.models import Fate
from partners.imports import matched, packages
from partners.imports.dealing import deal
from partners.imports.engine import Engine
from partners.imports.fields import MODELS
from partners.imports.known import Known
from partners.imports.records import key_of
from partners.models import ExternalId, HeldRow, Partner, TaxonomyTerm

HSDS, WAITING = "hsds", "waiting"
KINDS = ("application/zip", *TABLES)


def read_package(batch):
    """The rows of a package: a file we keep, or what a command names."""
    if batch.path:
        with files_opened(batch) as file:
            yield from packages.lines(file, batch.called)
    else:
        yield from packages.lines(batch.options["path"], batch.called)


def read_waiting(batch):
    """The rows that waited for a partner somebody has now chosen."""
    waits = HeldRow.objects.filter(source__name=batch.source, waits_for=batch.options["waits_for"]).waiting()
    for row in waits.order_by("pk").iterator():
        yield Line(row.table, _("waiting rows"), row.pk, key=f"{row.table}:{row.pk}", said=row.values)


class Package:
    """The rows of one batch, dealt together the first time somebody asks for any of them."""

    def __init__(self, batch):
        self.batch = batch
        self.engine = None
        self.released = []

    def dealt(self, write):
        if self.engine is None:
            with transaction.atomic():
                self.engine = self._run()
                if not write:
                    transaction.set_rollback(True)
        return self.engine

    def _run(self):
        rows = list(
            self.batch.rows.exclude(fate=Fate.SKIPPED).order_by("number").values_list("number", "table", "said")
        )
        known = Known(self.batch.source)
        self._choose(known)
        own = {(table, held_key(said)) for _number, table, said in rows}
        waiting = [] if self.batch.layout == WAITING else [row for key, row in known.waiting.items() if key not in own]
        rows += [(-row.pk, row.table, row.values) for row in waiting]
        engine = Engine(self.batch, known, deal(rows))
        engine.run()
        self._keep_waiting(engine, rows)
        return engine

    def _choose(self, known):
        """Which partner of ours somebody has said the publisher's unknown organization is."""
        chosen = self.batch.options.get("partner")
        if chosen and ("organization", self.batch.options["waits_for"]) not in known.ids:
            known.choose(self.batch.options["waits_for"], chosen, self.batch.pk)

    def _keep_waiting(self, engine, rows):
        """Rows that wait are kept; rows that waited and have found their partner wait no more."""
        known, new, found = engine.known, {}, []
        for number, table, said in rows:
            key = (table, held_key(said))
            if number in engine.account.held:
                if key not in known.waiting:
                    new[key] = self._held(engine.account.held[number], table, key[1], said)
            elif key in known.waiting and engine.account.fates.get(number) in (Fate.NEW, Fate.CHANGED, Fate.SAME):
                found.append(known.waiting[key].pk)
        for row in new.values():
            row.source = known.kept_source()
        HeldRow.objects.bulk_create(new.values(), batch_size=2000, ignore_conflicts=True)
        HeldRow.objects.filter(pk__in=found).update(released_by_batch=self.batch.pk)
        self.released = found

    def _held(self, record, table, key, said):
        label = said.get("name") or said.get("service_name") or said.get("number") or ""
        return HeldRow(table=table, external_id=key, waits_for=record.waits_for[:200], label=label[:300], values=said,
                       batch=self.batch.pk)  # fmt: skip


def held_key(said):
    if "_matched" in said:
        said = said | {"id": said.get("service_id") or said.get("location_id") or said.get("organization_id") or ""}
    return key_of(said)


class DirectoryTarget(Target):
    slug, room, table = "directory", "partners", "services"
    label = gettext_lazy("Import a directory")
    lede = gettext_lazy(
        "A file of another directory becomes partners, places and services here. You see first what would happen; "
        "nothing is written before you say so, and it can be undone."
    )
    crumb = ("partners:directory", gettext_lazy("Directory"))
    permission = Permission.DIRECTORY_MANAGE
    columns = matched.COLUMNS
    batch_size = 5000
    layouts = (
        Layout(
            HSDS,
            gettext_lazy("Open Referral (HSDS 1.1, 2.0 or 3)"),
            gettext_lazy("A zip of CSV tables, or JSON. 211 and many counties publish it."),
            read_package,
            KINDS,
        ),
    )  # fmt: skip
    hidden = Layout(WAITING, gettext_lazy("Rows that waited for a partner"), "", read_waiting, ())

    def layout_named(self, slug):
        return self.hidden if slug == WAITING else super().layout_named(slug)

    def key_of(self, said, line):
        return f"rows:{line.line}", None

    def checked(self, line):
        line.table = matched.table_of(line.said)
        line.said["_matched"] = "yes"
        return line

    def opened(self, batch):
        """Rows that were left out while deciding are decided anew, for the file's other rows may have changed."""
        batch.rows.filter(fate=Fate.SKIPPED).exclude(said={}).update(fate="")
        return Package(batch)

    def deal(self, batch, groups, at, *, write):
        engine = at.dealt(write)
        return [self._outcome(engine, group) for group in groups]

    def _outcome(self, engine, group):
        number = group.rows[0].number
        return Outcome(group.key, engine.account.fates[number], engine.account.remarks.get(number, []))

    def write_words(self, number):
        words = ngettext(
            "Write %(n)s service and what goes with it", "Write %(n)s services and what goes with them", number
        )
        return words % {"n": number}

    def table_label(self, name):
        labels = {
            "organizations": _("partners"),
            "services": _("services"),
            "locations": _("places"),
            "phones": _("phones"),
            "contacts": _("contact persons"),
            "addresses": _("addresses"),
            "physical_addresses": _("addresses"),
            "postal_addresses": _("addresses for letters"),
            "schedules": _("hours"),
            "regular_schedules": _("hours"),
            "holiday_schedules": _("days off"),
            "languages": _("languages"),
            "service_at_locations": _("services at places"),
            "required_documents": _("papers to bring"),
            "service_areas": _("areas served"),
            "eligibility": _("who can get it"),
            "accessibility": _("access"),
            "programs": _("programs"),
            "taxonomies": _("lists of terms"),
            "taxonomy_terms": _("terms"),
            "service_taxonomies": _("terms of services"),
            "attributes": _("terms of entries"),
        }
        return labels.get(name, name.replace("_", " "))

    def in_short(self, row):
        said = row.said
        words = [said.get(name) for name in ("name", "service_name", "organization_name", "number", "address_1", "id")]
        return ", ".join(word[:80] for word in words if word) or super().in_short(row)

    def afterwards(self, batch):
        waiting = HeldRow.objects.filter(source__name=batch.source).waiting().count()
        if not waiting:
            return None
        text = ngettext(
            "%(n)s row waits for a partner we do not have.", "%(n)s rows wait for partners we do not have.", waiting
        )
        return {"text": text % {"n": waiting}, "url": self.url("waiting"), "act": _("Choose their partners")}

    def undo(self, batch, *, by):
        """Take back what it made. What somebody uses stays, and so does the publisher's id for it."""
        for model in (Partner, TaxonomyTerm):
            keys = [pk for entry in batch.imported.filter(model=model._meta.label_lower) for pk in entry.made]
            model.objects.filter(pk__in=keys).update(parent=None)
        left = undo_rows(batch)
        for table, model in MODELS.items():
            ids = ExternalId.objects.filter(first_batch=batch.pk, table=table)
            ids.exclude(row_pk__in=model.objects.values("pk")).delete()
        if batch.layout == WAITING:
            ExternalId.objects.filter(first_batch=batch.pk, table="organization").delete()
        HeldRow.objects.filter(batch=batch.pk).delete()
        HeldRow.objects.filter(released_by_batch=batch.pk).update(released_by_batch=None)
        return left


TARGET = DirectoryTarget()
