"""A proposal who could serve which family: the load balanced, the language and the place kept. Never an act.

The same families and colleagues always give the same proposal, and each choice has its reasons in sentences. Whoever
takes the most time comes first; then single moves and swaps are tried as long as one makes the whole better.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from agency import languages

OVER = 10_000  # for each family past a limit: only when everybody is full
AWAY = 1_000
LANGUAGE = 300
CENTER = 30
BALANCE = 1_000  # times the square of how full somebody is
ROUNDS = 20
BETTER = 1e-6


@dataclass(frozen=True)
class Colleague:
    """Somebody who could take families: what is on their shoulders, where they work, what they speak."""

    pk: int
    name: str
    planned: int
    limit: int
    load: float
    speaks: frozenset = frozenset(("en",))
    centers: frozenset = frozenset()
    is_away: bool = False


@dataclass(frozen=True)
class Asking:
    """A family that needs somebody: what weighs in the choice, and nothing else of it."""

    pk: int
    language: str
    center: int
    weight: float = 1.0


def suggest(families, colleagues):
    """{family: colleague}, by key. Empty without colleagues."""
    if not colleagues:
        return {}
    plan = _Plan(sorted(colleagues, key=lambda one: one.pk))
    for family in sorted(families, key=lambda one: (-one.weight, one.pk)):
        plan.put(family, min(plan.colleagues, key=lambda one: plan.cost_of(family, one)))
    for _round in range(ROUNDS):
        if not (plan.move_one() or plan.swap_two()):
            break
    return {family.pk: colleague.pk for family, colleague in plan.to.items()}


class _Plan:
    """Families beside colleagues while the best is looked for."""

    def __init__(self, colleagues):
        self.colleagues, self.to = colleagues, {}
        self.came, self.weight = defaultdict(int), defaultdict(float)

    def put(self, family, colleague):
        before = self.to.get(family)
        if before:
            self._count(before, -1, -family.weight)
        self.to[family] = colleague
        self._count(colleague, 1, family.weight)

    def _count(self, colleague, families, weight):
        self.came[colleague] += families
        self.weight[colleague] += weight

    def burden(self, colleague, families=0, weight=0.0):
        """How full somebody would be with so many families and so much weight more than now."""
        planned = colleague.planned + self.came[colleague] + families
        load = colleague.load + self.weight[colleague] + weight
        return OVER * max(0, planned - colleague.limit) + BALANCE * (load / colleague.limit) ** 2

    def change(self, colleague, families, weight):
        return self.burden(colleague, families, weight) - self.burden(colleague)

    def cost_of(self, family, colleague):
        """What it costs the whole when the family comes to this colleague."""
        return fit(family, colleague) + self.change(colleague, 1, family.weight)

    def move_one(self):
        """Move every family that is better off elsewhere; True when one was."""
        found = False
        for family, here in list(self.to.items()):
            saved = fit(family, here) - self.change(here, -1, -family.weight)
            there = min((one for one in self.colleagues if one != here), default=None, key=self._cost_for(family))
            if there and self.cost_of(family, there) + BETTER < saved:
                self.put(family, there)
                found = True
        return found

    def _cost_for(self, family):
        return lambda colleague: self.cost_of(family, colleague)

    def swap_two(self):
        """Swap every two families that are better off with each other's colleague; True when two were."""
        found = False
        for one, other in combinations(list(self.to), 2):
            here, there = self.to[one], self.to[other]
            if here != there and self._swapped(one, other, here, there) < -BETTER:
                self.put(one, there)
                self.put(other, here)
                found = True
        return found

    def _swapped(self, one, other, here, there):
        more = other.weight - one.weight
        fits = fit(one, there) + fit(other, here) - fit(one, here) - fit(other, there)
        return fits + self.change(here, 0, more) + self.change(there, 0, -more)


def fit(family, colleague):
    """How badly the two go together: 0 is well."""
    cost = AWAY * colleague.is_away + LANGUAGE * (family.language not in colleague.speaks)
    return cost + CENTER * (family.center not in colleague.centers)


# ---- in sentences -------------------------------------------------------------------------------------------------


def why(family, colleague, planned):
    """Why this colleague for this family: (sentence, whether it speaks against it). `planned` is the count after."""
    yield from _language(family, colleague)
    if family.center in colleague.centers:
        yield _("%(name)s works at the family’s center.") % {"name": colleague.name}, False
    else:
        yield _("%(name)s works at another center.") % {"name": colleague.name}, True
    said = {"name": colleague.name, "planned": planned, "limit": colleague.limit}
    if planned > colleague.limit:
        yield _("Everybody is full: %(name)s would have %(planned)s of %(limit)s families.") % said, True
    else:
        yield _("%(name)s would have %(planned)s of %(limit)s families.") % said, False
    if colleague.is_away:
        yield _("%(name)s is away just now.") % {"name": colleague.name}, True


def _language(family, colleague):
    said = {"name": colleague.name, "language": languages.name_of(family.language)}
    if family.language not in colleague.speaks:
        yield _("%(name)s would need an interpreter for %(language)s.") % said, True
    elif family.language != languages.Language.ENGLISH:
        yield _("%(name)s speaks %(language)s.") % said, False
