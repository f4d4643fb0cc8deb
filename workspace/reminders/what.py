"""What waits for one person: the numbers of My day, made by the code of My day, and nothing but numbers."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from agency import panels as agency_panels
from agency.access import Permission, opens_what_is_served
from agency.models import Draft
from agency.models import ReminderChoice as Choice
from partners import due as partners_due
from supervision import panels as supervision_panels
from supervision.worklist import everything_due
from workspace import day, rows

LEFT_OUT = {  # what somebody may leave out: the lists of My day it stands for
    Choice.Part.WEEK: {"week", "later"},
    Choice.Part.WAITING: {"waiting", "family"},
    Choice.Part.CHEER: {"cheer"},
    Choice.Part.DRAFTS: {"drafts"},
}
ASIDE = {"later", "waiting", "family", "cheer", "drafts"}  # told along; alone they are no reason for a mail


@dataclass
class Waiting:
    """How much stands in each list of somebody's day, and of which kinds."""

    counts: dict = field(default_factory=dict)  # what the list is called in an address → how many
    titles: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)  # list → Counter of the kinds' names
    urgent: list = field(default_factory=list)

    def wanted(self, choice):
        """Lists with something in them that this person wants to hear of, in the order of the page."""
        silent = set().union(*(LEFT_OUT[part] for part in choice.left_out))
        return [code for code, n in self.counts.items() if n and code not in silent]

    def is_worth_a_mail(self, choice):
        return bool(set(self.wanted(choice)) - ASIDE)

    @property
    def to_do(self):
        """What waits for this person, as My day counts it: the lists of families, not what stands beside them."""
        return sum(self.counts[code] for code in self.titles)


def of_day(reader, clocks, drafts):
    """What My day shows this person now. `drafts` says how many each person has left open."""
    user, own = reader.user, _own(reader)
    user.families_known = {}  # only read from here on, as while a page is made
    items = everything_due(day.listed(user, own), user, clocks) if reader.leads or own.ids else []
    mine = day.Day([item for item in items if item.family_id in own.ids], clocks)
    team = day.Day([item for item in items if item.family_id not in own.ids], clocks)
    waiting = Waiting(urgent=mine.urgent() + team.urgent())
    for part, found in day.parts(mine, team).items():
        waiting.counts[part.code] = len(found)
        waiting.titles[part.code] = part.title
        waiting.kinds[part.code] = Counter(rows.title(item, clocks) for item in found)
    waiting.counts |= {
        "cheer": len(mine.cheers()),
        "partners": len(partners_due.items(user, clocks)) if user.may(Permission.MOU_EDIT) else 0,
        "supervision": len(supervision_panels.my_day(user, own.ids, clocks)),
        "drafts": min(drafts.get(user.pk, 0), agency_panels.MOST),
    }
    user.families_known = None
    return waiting


def _own(reader):
    """Whoever only serves families sees all they serve; for anybody else My day asks which of them they may open."""
    return day.Mine(reader.serving) if opens_what_is_served(reader.user) else day.mine(reader.user)


def drafts_left_open():
    """How many drafts each person may go back to. One statement."""
    left = Draft.objects.exclude(path="").order_by().values("user").annotate(n=Count("pk"))
    return dict(left.values_list("user", "n"))
