"""Somebody is at risk today: which things are new to whom. No family is named; a thing is known by its key."""

from datetime import datetime, timedelta

from agency.models import Digest
from families.models import Assignment, Family, Need
from referrals.models import Referral
from supervision.worklist import everything_due

URGENT_NEED, ESCALATE = "urgent_need", "urgent_need_escalate"


def at_risk():
    """Keys of the families in which something urgent waits. Two statements."""
    needs = Need.objects.urgent().filter(first_step_at=None).order_by()
    asked = Referral.objects.open().filter(is_urgent=True).order_by()
    return set(needs.values_list("family", flat=True).union(asked.values_list("family", flat=True)))


def key_of(item):
    return f"{item.kind}:{item.family_id}:{item.about}"


def of_those_served(reader, families, clocks):
    """Urgent things in the families this person serves, by key."""
    mine = {row.family_id for row in reader.serving} & families
    items = everything_due(mine, reader.user, clocks) if mine else []
    return [key_of(item) for item in items if item.is_urgent]


def of_the_team(reader, families, clocks, now):
    """What a supervisor hears of: urgent things that waited too long, and at once those of families nobody serves."""
    own = {row.family_id for row in reader.serving}
    here = set(
        Family.objects.visible_to(reader.user).filter(pk__among=list(families - own)).values_list("pk", flat=True)
    )
    items = [item for item in everything_due(here, reader.user, clocks) if item.is_urgent] if here else []
    if not items:
        return []
    waits = _TooLong.read(items, clocks, now)
    return [f"{key_of(item)}:up" for item in items if waits.for_item(item)]


class _TooLong:
    """Since when each urgent need is open, to the hour, and which families have somebody."""

    def __init__(self, opened, served, clocks, now):
        self.opened, self.served, self.clocks, self.now = opened, served, clocks, now

    @classmethod
    def read(cls, items, clocks, now):
        needs = [item.about for item in items if item.kind == URGENT_NEED]
        opened = dict(Need.objects.filter(pk__in=needs).values_list("pk", "opened_at"))
        serving = Assignment.objects.in_force(clocks.on).filter(
            family__pk__among=[item.family_id for item in items],
            kind__in=[Assignment.Kind.PRIMARY, Assignment.Kind.COVER],
        )
        return cls(opened, set(serving.values_list("family", flat=True)), clocks, now)

    def for_item(self, item):
        if item.family_id not in self.served:
            return True
        opened_at, rule = self.opened.get(item.about), self.clocks.rule(ESCALATE)
        if item.kind == URGENT_NEED:
            return rule is not None and _hours_later(opened_at, rule.length) <= self.now
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
