"""Which rows of a table one person may take along: of their own families, and nothing restricted."""

from django.db.models.functions import Coalesce

from agency.access import Permission
from reports.exports.columns import KEY, Column

MAY = Permission.REPORT_EXPORT
FAMILY_ID = Column(
    "family_id",
    Coalesce("family__merged_into_id", "family_id"),
    KEY,
    "our own key of the family; of merged records, that of the record they are part of now",
)


def of(model):
    """The rows of `model` about these families that this person may take along."""

    def rows(user, families):
        found = model.objects.visible_to(user, MAY)
        return found.filter(**{f"{found.family}pk__in": families})

    return rows


def unrestricted(model, category="category"):
    """The same, without restricted kinds of need or help: they are in no general export, whoever asks."""

    def rows(user, families):
        return of(model)(user, families).exclude(**{f"{category}__is_restricted": True})

    return rows
