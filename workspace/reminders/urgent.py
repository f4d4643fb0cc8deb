"""Somebody is at risk today: which things are new to whom. No family is named; a thing is known by its key."""

from datetime import datetime, timedelta

from agency.access import Permission
from agency.models import Digest
from families.models import Assignment, Family, Need
from referrals.models import Referral
from supervision.worklist import everything_due
from workspace.reminders.team import eyes

URGENT_NEED, ESCALATE = "urgent_need", "urgent_need_escalate"


def at_risk():
    """Keys of the families in which something urgent waits. Two statements."""
    needs = Need.objects.urgent().filter(first_step_at=None).order_by()
    asked = Referral.objects.open().filter(is_urgent=True).order_by()
    return set(needs.values_list("family", flat=True).union(asked.values_list("family", flat=True)))


def key_of(item):
    return f"{item.kind}:{item.family_id}:{item.about}"


class Team:
    """Urgent things as supervisors hear of them: those that waited too long, and at once where nobody serves them."""

    def __init__(self, families, clocks, now):
        self.clocks, self.now = clocks, now
        self.items = [item for item in everything_due(sorted(families), eyes(), clocks) if item.is_urgent]
        needs = [item.about for item in self.items if item.kind == URGENT_NEED]
        self.opened = dict(Need.objects.filter(pk__in=needs).values_list("pk", "opened_at"))
        serving = Assignment.objects.in_force(clocks.on).filter(
            family__pk__among=sorted(families), kind__in=[Assignment.Kind.PRIMARY, Assignment.Kind.COVER]
        )
        self.served = set(serving.values_list("family", flat=True))
        self.up = [item for item in self.items if self._goes_up(item)]

    def of(self, reader):
        """Keys of what this supervisor hears of: in families they may open and do not serve themselves."""
        families = {item.family_id for item in self.up} - {row.family_id for row in reader.serving}
        here = Family.objects.visible_to(reader.user, Permission.CASELOAD_VIEW).filter(pk__among=sorted(families))
        here = set(here.order_by().values_list("pk", flat=True)) if families else set()
        return [f"{key_of(item)}:up" for item in self.up if item.family_id in here]

    def _goes_up(self, item):
        if item.family_id not in self.served:
            return True
        if item.kind == URGENT_NEED:
            opened_at, rule = self.opened.get(item.about), self.clocks.rule(ESCALATE)
            return bool(rule and opened_at) and _hours_later(opened_at, rule.length) <= self.now
        rule = self.clocks.rule(item.kind)
        after = rule.escalate_after if rule else None
        return after is not None and item.due_on + timedelta(days=after) <= self.clocks.on


def _hours_later(moment: datetime, days):
    """Real hours, also over the night in which the clocks change."""
    return moment + timedelta(hours=24 * days)


def told_before(keys):
    """{person: keys of these they were told already}. One statement."""
    found = {}
    for user, told in Digest.objects.filter(told__overlap=list(keys)).values_list("user", "told"):
        found.setdefault(user, set()).update(told)
    return found
