"""Where entries come from: publishers, their ids for our rows, rows that wait for a partner, and what a batch wrote."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.shared import ManagersQuerySet


class DirectorySource(models.Model):
    """A publisher whose files we import. Its ids are its own: "42" of one is not "42" of another."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    first_imported_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("source of the directory")
        verbose_name_plural = _("sources of the directory")
        ordering = ["name"]

    def __str__(self):
        return self.name


class ExternalId(models.Model):
    """One row of a publisher's file and the row of ours it became. Kept when ours is gone, so that it stays gone."""

    source = models.ForeignKey(DirectorySource, on_delete=models.CASCADE, related_name="ids")
    table = models.CharField(_("table"), max_length=40)
    external_id = models.CharField(_("id in the file"), max_length=200)
    row_pk = models.BigIntegerField(_("our row"), null=True)
    given = models.JSONField(_("as the file last gave it"), default=dict)
    extra = models.JSONField(_("columns we have no place for"), default=dict)
    proposed = models.JSONField(_("what the file says where we have changed it"), default=dict)
    first_batch = models.BigIntegerField(_("import that brought it"))
    last_batch = models.BigIntegerField(_("import that last saw it"))

    objects = ManagersQuerySet.as_manager()

    class Meta:
        verbose_name = _("id at a publisher")
        constraints = [
            models.UniqueConstraint(name="directory_id_once", fields=["source", "table", "external_id"]),
        ]
        indexes = [models.Index(name="directory_id_by_row", fields=["table", "row_pk"])]

    def __str__(self):
        return f"{self.table} {self.external_id}"


class HeldQuerySet(ManagersQuerySet):
    def waiting(self):
        return self.filter(released_by_batch=None)


class HeldRow(models.Model):
    """A row that names a partner we do not have. It waits, and is attached when the partner comes or is chosen."""

    source = models.ForeignKey(DirectorySource, on_delete=models.CASCADE, related_name="held")
    table = models.CharField(_("table"), max_length=40)
    external_id = models.CharField(_("id in the file"), max_length=200)
    waits_for = models.CharField(_("partner it names"), max_length=200, blank=True)
    label = models.CharField(_("name"), max_length=300, blank=True)
    values = models.JSONField(_("the row"))
    batch = models.BigIntegerField(_("import that brought it"))
    released_by_batch = models.BigIntegerField(_("import that attached it"), null=True, editable=False)

    objects = HeldQuerySet.as_manager()

    class Meta:
        verbose_name = _("row waiting for its partner")
        ordering = ["waits_for", "pk"]
        constraints = [
            models.UniqueConstraint(name="held_once", fields=["source", "table", "external_id"]),
        ]
        indexes = [models.Index(name="held_by_partner", fields=["source", "waits_for"])]

    def __str__(self):
        return self.label or f"{self.table} {self.external_id}"

    @property
    def more(self):
        """What else it tells, to know whose it is."""
        said = (self.values.get(name) for name in ("description", "url", "address_1", "weekday", "service_description"))
        return next(filter(None, said), "")

    @property
    def kind(self):
        """Its table in words."""
        return self.table.replace("_", " ")
