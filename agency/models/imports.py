"""ImportMapping, ImportBatch, ImportRow, ImportIssue, ImportedRows: what came from another system, line by line."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.access import Permission, programs_reached, reaches_everything
from agency.editing import Versioned
from agency.history import counts_versions, moves_only
from agency.imports.states import BATCH, BatchState
from agency.models.organisation import Center, Program
from agency.models.staff import User
from agency.models.work import WorkRun


class DateOrder(models.TextChoices):
    """How a file writes a day with numbers."""

    MONTH_FIRST = "mdy", _("month, day, year (8/31/2026)")
    DAY_FIRST = "dmy", _("day, month, year (31/8/2026)")
    YEAR_FIRST = "ymd", _("year, month, day (2026-08-31)")


class Matching(models.Model):
    """How the columns of a file become ours: what a mapping keeps, and what one import used."""

    columns = models.JSONField(default=dict, blank=True)  # {their heading: our column}
    translations = models.JSONField(default=dict, blank=True)  # {our column: {their word in lower case: our value}}
    constants = models.JSONField(default=dict, blank=True)  # {our column: the value of every row}
    date_order = models.CharField(_("days are written"), max_length=3, choices=DateOrder, default=DateOrder.MONTH_FIRST)

    class Meta:
        abstract = True

    def how(self):
        """The four facts of a matching, to be copied to another row."""
        return {name: getattr(self, name) for name in ("columns", "translations", "constants", "date_order")}


class ImportMapping(Versioned, Matching):
    """A matching with a name, so that next month's file of the same system needs no matching at all."""

    target = models.SlugField(max_length=20)
    code = models.SlugField(_("short name"), max_length=40)
    name = models.CharField(_("name"), max_length=80)
    saved_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("saved matching of columns")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                name="one_mapping_of_a_name",
                fields=["target", "code"],
                violation_error_message=_("There is a saved matching of this name already."),
            )
        ]
        triggers = [counts_versions()]

    def __str__(self):
        return self.name


class BatchQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.SETTINGS_EDIT):
        """Imports into the programs where this person may do that; into no program, for whoever may everywhere."""
        if not user.may(permission):
            return self.none()
        if reaches_everything(user, permission):
            return self
        return self.filter(program__in=programs_reached(user, permission))


class ImportBatch(Matching):
    """One file on its way in: what it is, how far it has come, what became of each of its rows."""

    State = BatchState

    target = models.SlugField(max_length=20)
    layout = models.SlugField(max_length=40)  # "columns" when they were matched on the page, else the layout's own name
    mapping = models.ForeignKey(ImportMapping, null=True, blank=True, on_delete=models.SET_NULL, related_name="batches")
    source = models.SlugField(max_length=40)  # whose keys these are: a second file of the same source finds its rows
    program = models.ForeignKey(Program, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    center = models.ForeignKey(Center, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    options = models.JSONField(default=dict, blank=True)  # what else this kind of import was told
    path = models.CharField(max_length=200, blank=True)  # where the file lies (agency.files)
    kind = models.CharField(max_length=100, blank=True)
    called = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.NEW)
    problem = models.CharField(max_length=300, blank=True)  # why it cannot be read, or was not written
    position = models.PositiveIntegerField(default=0)  # rows kept so far: a reader that was killed goes on here
    answers = models.JSONField(default=dict, blank=True)  # {key of a held group: what a person decided}
    counts = models.JSONField(default=dict, blank=True)  # {table: {fate: rows}}
    run = models.ForeignKey(WorkRun, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(name="imports_of_a_kind", fields=["target", "-started_at"])]
        constraints = [
            models.CheckConstraint(
                name="written_before_undone", condition=Q(undone_at=None) | Q(written_at__isnull=False)
            ),
        ]
        triggers = [moves_only(BATCH)]

    def __str__(self):
        return self.called or self.layout

    def get_absolute_url(self):
        return reverse(f"{self.target_room}:import", args=[self.pk])

    @property
    def target_room(self):
        """The room whose pages show it."""
        from agency.imports.targets import target_named

        return target_named(self.target).room

    def take(self, move, **facts):
        """Make one move of the table and save what comes with it."""
        BATCH.take(self, move)
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=["state", *facts])


class Fate(models.TextChoices):
    """What becomes of one row. Every row has exactly one of them in the end."""

    NEW = "new", _("new")
    CHANGED = "changed", _("adds something")
    SAME = "same", _("the same")
    HELD = "held", _("held")
    SKIPPED = "skipped", _("skipped")


class RowQuerySet(models.QuerySet):
    def counted(self):
        """{table: {fate: rows}}, each row in exactly one place."""
        found = {}
        for table, fate, rows in self.values_list("table", "fate").annotate(rows=Count("pk")).order_by("table"):
            found.setdefault(table, dict.fromkeys(Fate.values, 0))[fate] = rows
        return found


class ImportRow(models.Model):
    """One row of the file while it is on its way. What it says is emptied as soon as it is written or thrown away."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()  # its place among all rows of the import
    table = models.SlugField(max_length=40)
    file = models.CharField(max_length=120, blank=True)
    line = models.PositiveIntegerField()
    key = models.CharField(max_length=120, blank=True)  # rows of one key belong together: one family, one partner
    said = models.JSONField(default=dict, blank=True)  # what it says, by our columns
    fate = models.CharField(max_length=8, choices=Fate, blank=True)

    objects = RowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an import")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(name="import_row_once", fields=["batch", "number"])]
        indexes = [models.Index(name="import_rows_together", fields=["batch", "key", "number"])]

    def __str__(self):
        return f"{self.file}:{self.line}"


class ImportIssue(models.Model):
    """One remark about one place of a file. It names lines, columns and keys, never a person."""

    class Severity(models.TextChoices):
        NOTE = "note", _("to know")
        HELD = "held", _("held")
        SKIPPED = "skipped", _("skipped")

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="issues")
    table = models.SlugField(max_length=40)
    file = models.CharField(max_length=120, blank=True)
    line = models.PositiveIntegerField(default=0)  # 0: the file as a whole
    column = models.CharField(max_length=120, blank=True)
    code = models.SlugField(max_length=40)
    reason = models.CharField(max_length=300)
    severity = models.CharField(max_length=8, choices=Severity, default=Severity.NOTE)
    key = models.CharField(max_length=120, blank=True)  # the group it holds up, for the answer of a person
    facts = models.JSONField(default=dict, blank=True)  # keys of our rows it is about, for the page that asks
    is_found_again = models.BooleanField(default=False)  # said while deciding: each new look says it anew

    class Meta:
        verbose_name = _("remark on an import")
        ordering = ["file", "line", "pk"]
        indexes = [models.Index(name="issues_of_an_import", fields=["batch", "severity", "line"])]

    def __str__(self):
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}{f', {self.column}' if self.column else ''}: {self.reason}"


class ImportedRows(models.Model):
    """What an import made and changed in one of our tables, so that it can be undone."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="imported")
    model = models.CharField(max_length=60)  # "families.family"
    made = ArrayField(models.BigIntegerField(), default=list, blank=True)
    changed = models.JSONField(default=dict, blank=True)  # {key: {field: [before, after]}}

    class Meta:
        verbose_name = _("rows an import made")
        ordering = ["pk"]
        indexes = [models.Index(name="rows_made_by_an_import", fields=["batch", "model"])]

    def __str__(self):
        return f"{self.model}: {len(self.made)}"
