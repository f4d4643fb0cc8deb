"""What was entered after a report was frozen: families now counted that were not, and the other way.

The frozen figures stand. This page counts the same days again, with today's records, and says where they differ.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agency.models import AuditEvent
from families.models import Family
from reports import kinds
from reports.scope import Scope

ENTRIES_SHOWN = 4


@dataclass
class Change:
    """One number that would be another one today."""

    kind: str  # the code of the report's kind
    figure: str
    then: object
    now: object
    came: set  # keys of families counted now and not then
    went: set

    @property
    def label(self):
        """In the language of whoever reads it; a worker may have counted in another."""
        return capfirst(str(kinds.named(self.kind).figure(self.figure).name))


@dataclass
class Row:
    """One family of such a number, with what was entered about it since."""

    family: Family
    is_new: bool
    entries: list = field(default_factory=list)


def scope_of(run):
    return Scope(run.when, run.program, run.delegate, filters=run.filters)


def since(run):
    """The numbers of a frozen report that differ from a count of the same days now, in the report's order."""
    counted = run.kind.count(scope_of(run))
    frozen = {figure: set(ids) for figure, ids in run.families.values_list("figure", "family_ids")}
    then = run.content["figures"]
    found = []
    for figure, number in counted.numbers.items():
        ids = set(counted.families.get(figure, ()))
        if figure not in frozen and then.get(figure):
            ids = set()  # its list was not kept yet when this report was frozen
        before = frozen.get(figure, set())
        if figure in then and (number != then[figure] or ids != before):
            found.append(Change(run.name, figure, then[figure], number, ids - before, before - ids))
    return found


def families(change, run, user):
    """The families of a change that this person may open, as `Row`s, in order of their names."""
    both = change.came | change.went
    mine = Family.objects.visible_to(user).filter(pk__among=list(both)).order_by("name", "pk")
    return [Row(family, family.pk in change.came) for family in mine]


def with_entries(rows, run):
    """Under each row, what was entered about the family since. One statement."""
    by_family = {row.family.pk: row for row in rows}
    events = AuditEvent.objects.filter(family_id__in=list(by_family), at__gt=run.as_of).select_related("by")
    for event in events.order_by("family_id", "at", "pk"):
        entries = by_family[event.family_id].entries
        if len(entries) < ENTRIES_SHOWN and (name := _name_of(event)):
            entries.append({"what": name, "at": event.at, "by": event.by})


def _name_of(event):
    """What kind of record the entry is about, in words."""
    try:
        return capfirst(apps.get_model(event.about_type)._meta.verbose_name) if event.about_type else ""
    except LookupError:
        return _("Another record")
