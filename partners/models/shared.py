"""What every table of the directory has: who reads it, and the name under which it is published."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models

from agency.access import Permission

FRESH_FOR = 365  # days after which an entry nobody has looked at counts as old


class DirectoryQuerySet(models.QuerySet):
    """Rows of the directory. Everybody who may read it reads all of it."""

    def visible_to(self, user):
        return self.all() if user.may(Permission.DIRECTORY_VIEW) else self.none()


class ManagersQuerySet(models.QuerySet):
    """Rows of the directory that only those who manage it may read."""

    def visible_to(self, user):
        return self.all() if user.may(Permission.DIRECTORY_MANAGE) else self.none()


class Published(models.Model):
    """A row with an HSDS id: the publisher's own where it is a UUID, else one that stays the same for ever."""

    hsds_id = models.UUIDField(db_default=RandomUUID(), editable=False)

    class Meta:
        abstract = True
