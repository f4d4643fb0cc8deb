"""The answer to one item: the families counted, and every other family of the program with the reason."""

from collections import Counter, defaultdict
from datetime import date
from functools import cached_property
from typing import NamedTuple


class Seen(NamedTuple):
    """Why a family counts: who of it (children, women) where people are counted, the day, where it came from."""

    who: tuple = ()
    on: date | None = None
    source: str = ""


class Why(NamedTuple):
    """Why a family does not count: a reason (reports.pir.reasons), and the record that would change it."""

    reason: str
    ref: int | None = None
    on: date | None = None


class Answer:
    """Who counts, who has a reason of its own not to, and the usual reason of all other `families`."""

    def __init__(self, families=(), usual="", counted=None, number=None):
        self.families, self.usual = families, usual
        self.counted = {} if counted is None else counted  # {family: Seen}
        self.others = {}  # {family: Why}
        self.number = number  # only where it is no count of families: by hand, partners

    def count(self, family, seen):
        """It counts after all."""
        self.counted[family] = seen
        self.others.pop(family, None)

    def because(self, family, why):
        """It does not count, for a better reason than the one it had."""
        self.others[family] = why

    def put(self, family, said):
        """To the side that `said` (Seen or Why) names."""
        (self.count if isinstance(said, Seen) else self.because)(family, said)

    @property
    def total(self):
        """Of people, each that counts; else each family once."""
        if self.number is not None:
            return self.number
        return sum([len(seen.who) or 1 for seen in self.counted.values()])

    @property
    def by_reason(self):
        """{reason: how many families}."""
        found = Counter([why.reason for why in self.others.values()])
        rest = len(self.families) - len(self.counted) - len(self.others)
        if rest:
            found[self.usual] += rest
        return found

    @property
    def why(self):
        """{family: Why} of every family that does not count."""
        usual = Why(self.usual)
        return {family: self.others.get(family, usual) for family in self.families if family not in self.counted}

    def side(self, reason):
        """The families that do not count for this reason; of "" those that count."""
        if not reason:
            return list(self.counted)
        found = self._by_own_reason[reason]
        if reason != self.usual:
            return found
        return found + [one for one in self.families if one not in self.counted and one not in self.others]

    @cached_property
    def _by_own_reason(self):
        found = defaultdict(list)
        for family, why in self.others.items():
            found[why.reason].append(family)
        return found


class ByAnswers:
    """The same, for an item that a snapshot answers: families stand together by what they said.

    Who counts and why not is made out family by family only when somebody asks: most of the time only sizes are asked.
    """

    number = None

    def __init__(self, shots, without):
        self._shots, self._without = shots, without
        self._said = defaultdict(list)

    def put_all(self, families, reason):
        """These families said the same; "" is the reason of those that count."""
        self._said[reason] += families

    @property
    def total(self):
        return len(self._said[""])

    @property
    def by_reason(self):
        found = Counter([why.reason for why in self._without.values()])
        return found + Counter({reason: len(families) for reason, families in self._said.items() if reason})

    @cached_property
    def counted(self):
        return {family: Seen(on=self._shots[family].taken_on) for family in self._said[""]}

    @cached_property
    def why(self):
        found = dict(self._without)
        for reason, families in self._said.items():
            if reason:
                found |= {family: self._why(reason, family) for family in families}
        return found

    def _why(self, reason, family):
        shot = self._shots[family]
        return Why(reason, shot.id, shot.taken_on)

    def side(self, reason):
        return self._said.get(reason) or [family for family, why in self._without.items() if why.reason == reason]


def nobody(facts, reason):
    """Nobody counts yet: every family with this reason. Whoever has a better one, or counts, is put there after."""
    return Answer(facts.families, reason)


def everybody(facts, form, item):
    """All families of the program count."""
    return Answer(facts.families, counted=dict.fromkeys(facts.families, Seen()))


def together(answers):
    """The answers of several programs as one: each family, child and woman once, however many programs it was in."""
    whole = Answer()
    for answer in answers:
        for family, seen in answer.counted.items():
            known = whole.counted.get(family)
            who = tuple(dict.fromkeys([*(known.who if known else ()), *seen.who]))
            whole.counted[family] = (known or seen)._replace(who=who)
        whole.others |= answer.why
        if answer.number is not None:
            whole.number = (whole.number or 0) + answer.number
    whole.others = {family: why for family, why in whole.others.items() if family not in whole.counted}
    whole.families = [*whole.counted, *whole.others]
    return whole
