"""What this room misses when a family leaves: the snapshots, open needs, a place that still runs."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.access import Permission
from agency.leaving import Missing, counted
from families.due_snapshots import said
from families.missing import standing
from families.models import Enrollment, Need, Snapshot


def missing(families, user):
    """One statement for each kind."""
    return [*_snapshots(families, user), *_needs(families, user), *_places(families, user)]


def _snapshots(families, user):
    if not user.may(Permission.ASSESSMENT_VIEW):
        return []
    found = {}
    for row in standing(families):
        for moment in Snapshot.Moment:
            if not row.is_whole(moment):
                found[row.family_id, moment] = Missing(
                    family_id=row.family_id,
                    kind=f"{moment}_snapshot",
                    what=said(row, moment),
                    act=_("Ask them"),
                    url=reverse("families:snapshot", args=[row.family_id, moment.value]),
                    icon="same",
                )
    return found.values()


def _needs(families, user):
    return counted(
        Need.objects.visible_to(user).open().filter(family__pk__among=families),
        kind="open_needs",
        what=lambda n: ngettext("%(n)s need is still open.", "%(n)s needs are still open.", n) % {"n": n},
        act=_("Say how they ended"),
        page="families:needs",
        icon="message",
    )


def _places(families, user):
    places = Enrollment.objects.visible_to(user).in_force().filter(family__pk__among=families, exited_on=None)
    rows = places.order_by("pk").values_list("pk", "family", "member__first_name", "program__name")
    return [
        Missing(
            family_id=family,
            kind="open_place",
            what=_("%(who)s still holds a place in %(program)s.") % {"who": who, "program": program},
            act=_("Write down the last day"),
            url=reverse("families:place-end", args=[family, pk]),
            icon="calendar",
        )
        for pk, family, who, program in rows
    ]
