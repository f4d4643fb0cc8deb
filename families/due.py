"""What is due by this room's tables: urgent needs, snapshots, and what begins with a place in a program."""

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.addresses import reverse
from agency.due import Due
from agency.prepared import ask
from families import due_places, due_snapshots
from families.models import Need


def items(families, user, clocks):
    """Everything due in these (visible) families, named by key: a fixed number of statements."""
    return [
        *_urgent_needs(families, user, clocks),
        *due_places.items(families, user, clocks),
        *due_snapshots.items(families, user, clocks),
    ]


def _urgent_needs(families, user, clocks):
    """A person is at risk today: nobody has taken a first step."""
    if clocks.rule("urgent_need") is None:
        return []
    return [
        Due(
            family_id=family,
            family_name=name,
            kind="urgent_need",
            what=_("Urgent: %(what)s. Nobody has taken a first step.") % {"what": what.rstrip(".")},
            due_on=clocks.due_on("urgent_need", timezone.localtime(opened_at).date()),
            act=_("First step"),
            url=reverse("families:need", args=[pk]),
            icon="alert",
            is_urgent=True,
            about=pk,
        )
        for pk, family, name, what, opened_at in ask(_waiting, user, families=families)
    ]


def _waiting(user, families):
    waiting = Need.objects.visible_to(user, Permission.ASSESSMENT_EDIT).urgent().filter(first_step_at=None)
    waiting = waiting.filter(family__pk__among=families)
    return waiting.values_list("pk", "family", "family__name", "what", "opened_at")
