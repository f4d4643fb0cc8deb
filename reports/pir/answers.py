"""The answer to one item: the families counted, and every other family of the program with the reason."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Seen(NamedTuple):
    """Why a family counts: who of it (children, women) where people are counted, the day, where it came from."""

    who: tuple = ()
    on: date | None = None
    source: str = ""

    @property
    def count(self):
        return len(self.who) or 1


class Why(NamedTuple):
    """Why a family does not count: a reason (reports.pir.reasons), and the record that would change it."""

    reason: str
    ref: int | None = None
    on: date | None = None


@dataclass
class Answer:
    counted: dict = field(default_factory=dict)  # {family: Seen}
    why: dict = field(default_factory=dict)  # {family: Why}
    number: int | None = None  # only where it is no count of families: by hand, partners

    def count(self, family, seen):
        """It counts after all."""
        self.counted[family] = seen
        self.why.pop(family, None)

    def because(self, family, why):
        """It does not count, for a better reason than the one it had."""
        self.why[family] = why

    def put(self, family, said):
        """To the side that `said` (Seen or Why) names."""
        (self.count if isinstance(said, Seen) else self.because)(family, said)

    @property
    def total(self):
        return sum(seen.count for seen in self.counted.values()) if self.number is None else self.number


def nobody(facts, reason):
    """Nobody counts yet: every family with this reason. Whoever has a better one, or counts, is put there after."""
    return Answer(why=dict.fromkeys(facts.families, Why(reason)))


def everybody(facts, form, item):
    """All families of the program count."""
    return Answer(counted=dict.fromkeys(facts.families, Seen()))


def together(answers):
    """The answers of several programs as one: each family, child and woman once, however many programs it was in."""
    whole = Answer()
    for answer in answers:
        for family, seen in answer.counted.items():
            known = whole.counted.get(family)
            who = tuple(dict.fromkeys([*(known.who if known else ()), *seen.who]))
            whole.counted[family] = (known or seen)._replace(who=who)
        whole.why |= answer.why
        if answer.number is not None:
            whole.number = (whole.number or 0) + answer.number
    for family in whole.counted:
        whole.why.pop(family, None)
    return whole
