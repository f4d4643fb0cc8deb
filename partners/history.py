"""What has changed in an entry, in words: who changed what, from what to what, and when."""

from itertools import pairwise

from django.utils.translation import gettext as _

from agency.models import User
from partners.models import Phone

UNSAID = ("id", "hsds_id", "version", "search_name", "search_text", "digits")
SHOWN = 60


def of_service(service):
    """Of the entry itself and of its own numbers."""
    return _told([service, *_all(service.phones)], _taken_out(service=service.pk))


def of_partner(partner):
    """Of the entry itself, its places, numbers and people."""
    rows = [partner, *_all(partner.locations), *_all(partner.phones), *_all(partner.contacts)]
    return _told(rows, _taken_out(partner=partner.pk))


def _all(rows):
    return rows.prefetch_related("history__pgh_context")


def _taken_out(**whose):
    """Numbers that were taken out of the directory."""
    events = Phone._meta.get_field("history").related_model.objects
    for event in events.filter(pgh_label="deleted", **whose).select_related("pgh_context"):
        gone = {"label": Phone._meta.verbose_name, "old": event.number, "new": _("taken out")}
        yield {"at": event.pgh_created_at, "by": _by(event), "what": _("a number"), "changes": [gone]}


def _by(event):
    return ((event.pgh_context and event.pgh_context.metadata) or {}).get("user")


def _told(rows, more=()):
    """Changes of these rows, newest first: {at, who, what, changes}."""
    found = [*(change for row in rows for change in _of_row(row)), *more]
    found.sort(key=lambda change: change["at"], reverse=True)
    people = User.objects.in_bulk({change["by"] for change in found[:SHOWN] if change["by"]})
    return [change | {"who": people.get(change["by"])} for change in found[:SHOWN]]


def _of_row(row):
    """Each stored event is the row before a change; the next event, or the row as it is, is what it became."""
    events = sorted(row.history.all(), key=lambda event: event.pgh_id)
    for before, after in pairwise([*events, row]):
        changes = list(_changes(row, before, after))
        if changes:
            yield {"at": before.pgh_created_at, "by": _by(before), "what": _what(row), "changes": changes}


def _what(row):
    """Of which row, where a page tells of several. The place nobody may know is not named."""
    if getattr(row, "is_confidential", False):
        return _("a confidential place")
    return f"{row._meta.verbose_name} {row}"


def _changes(row, before, after):
    for field in row._meta.concrete_fields:
        old, new = (getattr(version, field.attname, None) for version in (before, after))
        if field.name in UNSAID or old == new:
            continue
        if getattr(row, "is_confidential", False) and field.name not in ("is_confidential", "transportation"):
            yield {"label": field.verbose_name, "old": "", "new": _("changed; not shown")}
        elif field.is_relation:
            yield {"label": field.verbose_name, "old": "", "new": _("changed")}
        else:
            yield {"label": field.verbose_name, "old": _said(field, old), "new": _said(field, new)}


def _said(field, value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    labels = dict(field.flatchoices)
    return "" if value is None else str(labels.get(value, value))
