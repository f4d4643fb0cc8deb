"""What every table of the directory has: who reads it, and the name under which it is published."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models

from agency.access import Permission
from agency.models import Deadline

CHECKED = "partner_verified"  # the agency's clock for entries nobody has looked at
FRESH_FOR = 365  # days, where an agency has no such clock


def checking_clock(on):
    """The agency's own clock in force on a day, first of the rows; there may be none."""
    rules = Deadline.objects.in_force(on).filter(code=CHECKED, program=None, unit=Deadline.Unit.DAYS)
    return rules.order_by("-effective_on")


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
