"""The seven steps of setting a goal (the Family Partnership Process): titles, questions to ask, what is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Part:
    number: int
    title: str
    ask: str
    empty: str  # what the list of steps says while nothing is written


PARTS = (
    Part(1, _("Set a goal"), _("What would you like to be different, by when?"), _("In their words")),
    Part(2, _("Identify skills"), _("What are you good at that could help here?"), _("What each of us can do")),
    Part(3, _("Assess strengths"), _("What has helped you before, when something was hard?"), _("What helps them")),
    Part(4, _("Examine stressors"), _("What could get in the way?"), _("What gets in the way")),
    Part(5, _("Explore strategies"), _("What would a good week look like? Who does what?"), _("Who does what")),
    Part(6, _("Determine support"), _("Who could stand beside you?"), _("Who else can stand beside them")),
    Part(7, _("Track and celebrate"), _("How will we know, and how do we mark it?"), _("How we will know")),
)
LAST = len(PARTS)


def part(number):
    """The part with this number, or None."""
    return PARTS[number - 1] if 1 <= number <= LAST else None


def note_of(goal, number):
    """What is written for a part, in one line; "" while nothing is."""
    said = {
        1: lambda: goal.statement or goal.family_words,
        2: lambda: goal.family_skills or goal.staff_skills,
        3: lambda: goal.strengths,
        4: lambda: goal.stressors,
        5: lambda: _counted(len(goal.steps.all())),
        6: lambda: ", ".join(support.what for support in goal.supports.all()),
        7: lambda: goal.check_in or (goal.target_on and str(_("A day is set"))) or "",
    }[number]()
    first = said.splitlines()[0] if said else ""
    return first if len(first) <= 70 else f"{first[:67].rstrip()}…"


def _counted(steps):
    return ngettext("%(n)s step so far", "%(n)s steps so far", steps) % {"n": steps} if steps else ""


def steps(goal, now=None):
    """The rows of goals/_seven.html for a goal that is kept already."""
    return [_row(goal, each, now) for each in PARTS]


def _row(goal, each, now):
    note = note_of(goal, each.number)
    state = "now" if each.number == now else "done" if note else ""
    url = reverse("goals:goal-part", args=[goal.pk, each.number])
    return {"state": state, "title": each.title, "note": note or each.empty, "url": url}


def first_steps():
    """The rows while the goal is not kept yet: the first part is open, the others wait."""
    return [{"state": "now" if each.number == 1 else "", "title": each.title, "note": each.empty} for each in PARTS]
