"""Ideas for goals, outcome by outcome: ours until an agency makes its own list of them."""

import json
from functools import cache
from itertools import groupby
from pathlib import Path

from agency.words import Words
from families.models import Outcome
from goals.models import GoalIdea

STANDARD = Path(__file__).parent / "content" / "goal-ideas.json"
WORDS = ("title", "ask", "statement")


@cache
def _read():
    return json.loads(STANDARD.read_text(encoding="utf-8"))


def standard():
    """The ideas that come with the program, not saved yet."""
    return [_idea(position, row) for position, row in enumerate(_read(), start=1)]


def _idea(position, row):
    words = {name: Words(row[name]) for name in WORDS}
    return GoalIdea(code=row["code"], outcome=row["outcome"], position=position, **words)


def every():
    return list(GoalIdea.objects.all()) or standard()


def adopt():
    """Make the ideas that come with the program the agency's own. Safe to do twice."""
    if not GoalIdea.objects.exists():
        GoalIdea.objects.bulk_create(standard(), ignore_conflicts=True)


def by_outcome(ideas):
    """[(outcome, its ideas)] in the order of the framework."""
    return [(Outcome(number), list(group)) for number, group in groupby(ideas, key=lambda idea: idea.outcome)]


def offered():
    """The ideas in use, by outcome."""
    return by_outcome([idea for idea in every() if idea.retired_on is None])


def named(code):
    """One idea in use, or None."""
    return next((idea for idea in every() if idea.code == code and idea.retired_on is None), None)
