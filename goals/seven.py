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
    think: tuple = ()  # questions for staff to think about, before or after they ask


PARTS = (
    Part(
        1, _("Set a goal"), _("What would you like to be different, by when?"), _("In their words"),
        (
            _("Is this what they want, or what we think is best for them?"),
            _("Whose words are these? Read them back and ask if they are right."),
            _("Whose goal is it: the child’s, a parent’s, the whole family’s?"),
        ),
    ),
    Part(
        2, _("Identify skills"), _("What are you good at that could help here?"), _("What each of us can do"),
        (
            _("Which skills have we seen them use with their children?"),
            _("What do we bring, and who on the team brings what we lack?"),
        ),
    ),
    Part(
        3, _("Assess strengths"), _("What has helped you before, when something was hard?"), _("What helps them"),
        (
            _("What do they do well that they do not call a strength?"),
            _("Who and what carries them: people, faith, language, work?"),
        ),
    ),
    Part(
        4, _("Examine stressors"), _("What could get in the way?"), _("What gets in the way"),
        (
            _("What is hard today that has nothing to do with this goal, and still gets in its way?"),
            _("Is there something that cannot wait? Then it is a need for today, not a line here."),
            _("Whom could we ask for advice before we plan?"),
        ),
    ),
    Part(
        5, _("Explore strategies"), _("What would a good week look like? Who does what?"), _("Who does what"),
        (
            _("Which step is small enough to be done by next week?"),
            _("Does the family carry more steps than we do? Is that what they want?"),
        ),
    ),
    Part(
        6, _("Determine support"), _("Who could stand beside you?"), _("Who else can stand beside them"),
        (
            _("Which people come before any office?"),
            _("What bridges the time until the real help starts?"),
            _("What does it cost, and who pays?"),
        ),
    ),
    Part(
        7, _("Track and celebrate"), _("How will we know, and how do we mark it?"), _("How we will know"),
        (
            _("How often do they want to hear from us, and how?"),
            _("What would be worth celebrating half way?"),
        ),
    ),
)  # fmt: skip
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
