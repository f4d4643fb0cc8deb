"""What waits for one person: the numbers of My day, made by the code of My day, and nothing but numbers."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from django.db.models import Count

from agency import panels as agency_panels
from agency.access import Permission, Role, opens_what_is_served
from agency.models import Draft, User
from agency.models import ReminderChoice as Choice
from partners import due as partners_due
from supervision import panels as supervision_panels
from supervision.worklist import everything_due
from workspace import day, rows
from workspace.reminders.team import eyes

LEFT_OUT = {  # what somebody may leave out: the lists of My day it stands for
    Choice.Part.WEEK: {"week", "later"},
    Choice.Part.WAITING: {"waiting", "family"},
    Choice.Part.CHEER: {"cheer"},
    Choice.Part.DRAFTS: {"drafts"},
}
A_CROWD = 25  # workers asked for at once
ASIDE = {"later", "waiting", "family", "cheer", "drafts"}  # told along; alone they are no reason for a mail


@dataclass
class Waiting:
    """How much stands in each list of somebody's day, and of which kinds."""

    counts: dict = field(default_factory=dict)  # what the list is called in an address → how many
    titles: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)  # list → Counter of the kinds' names
    urgent: list = field(default_factory=list)  # here and in the team
    at_risk: int = 0  # how many of these in the families this person serves

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


@dataclass
class Seen:
    """What is due in the families one person's day is about, as that person sees it."""

    own: day.Mine
    items: list


def seen_by(readers, clocks, among=None):
    """(reader, Seen) for each: what My day would ask for each, asked for many of one role at once.

    With `among`, only what is due in those of the families people serve themselves.

    Workers who hold no other role see the same things in the families they serve, and supervisors who hold no other
    in the families of their centers. So they are asked about together, and each is given what concerns the families
    their own day is about; what they took on themselves is theirs, not a colleague's. Anybody else is asked for alone.
    """
    alike = [reader for reader in readers if reader.is_only(Role.WORKER)]
    for start in range(0, len(alike), A_CROWD):
        workers = alike[start : start + A_CROWD]
        yield from _together(workers, clocks, among, _crowd(workers))
    yield from _together([one for one in readers if one.is_only(Role.SUPERVISOR)], clocks, among, eyes())
    for reader in readers:
        if not (reader.is_only(Role.WORKER) or reader.is_only(Role.SUPERVISOR)):
            yield reader, _alone(reader, clocks, among)


def _crowd(readers):
    """Somebody who may do what each of these workers may, in the families any of them serves."""
    crowd = User(pk=0)
    crowd.grants = [grant for reader in readers for grant in reader.user.grants]
    return crowd


def _together(readers, clocks, among, viewer):
    days = [(reader, *_about(reader, among)) for reader in readers]
    families = set().union(*(listed for _reader, _own, listed in days))
    by_family = defaultdict(list)
    for item in everything_due(sorted(families), viewer, clocks) if families else []:
        by_family[item.family_id].append(item)
    for reader, own, listed in days:
        yield reader, Seen(own, [_as_theirs(item, reader.user) for pk in sorted(listed) for item in by_family[pk]])


def _as_theirs(item, user):
    return replace(item, waits_for="") if item.whose == user.pk else item


def _alone(reader, clocks, among):
    own, listed = _about(reader, among)
    reader.user.families_known = {}  # only read from here on, as while a page is made
    items = everything_due(listed, reader.user, clocks) if listed else []
    reader.user.families_known = None
    return Seen(own, items)


def _about(reader, among):
    """Whom this person serves, and the families their day is about."""
    own = day.Mine(reader.serving) if opens_what_is_served(reader.user) else day.mine(reader.user)
    return own, set(_listed(reader, own)) if among is None else own.ids & among


def _listed(reader, own):
    return day.listed(reader.user, own) if reader.leads or own.ids else ()


def of_day(reader, seen, clocks, beside):
    """What My day shows this person now, in their language. `beside` is what stands there beside the families."""
    user, own = reader.user, seen.own
    mine = day.Day([item for item in seen.items if item.family_id in own.ids], clocks)
    team = day.Day([item for item in seen.items if item.family_id not in own.ids], clocks)
    waiting = Waiting(urgent=mine.urgent() + team.urgent(), at_risk=len(mine.urgent()))
    for part, found in day.parts(mine, team).items():
        waiting.counts[part.code] = len(found)
        waiting.titles[part.code] = part.title
        waiting.kinds[part.code] = Counter(rows.title(item, clocks) for item in found)
    waiting.counts |= {
        "cheer": len(mine.cheers()),
        "partners": len(partners_due.items(user, clocks)) if user.may(Permission.MOU_EDIT) else 0,
        "supervision": beside.supervision(user, own, clocks),
        "drafts": min(beside.drafts.get(user.pk, 0), agency_panels.MOST),
    }
    return waiting


class Beside:
    """What stands on My day beside the families: drafts left open, and who has to do with supervision just now."""

    def __init__(self, clocks):
        left = Draft.objects.exclude(path="").order_by().values("user").annotate(n=Count("pk"))
        self.drafts = dict(left.values_list("user", "n"))
        self._talks = supervision_panels.HowMany(clocks)

    def supervision(self, user, own, clocks):
        """How many rows about supervision My day shows; most people have none, and are not asked about."""
        if opens_what_is_served(user):
            return self._talks.of_who_serves(user, own.ids)
        return len(supervision_panels.my_day(user, own.ids, clocks)) if self._talks.concerns(user) else 0
