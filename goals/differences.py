"""What changed from one signed version to the next, in words one can read aloud."""

from django.utils.translation import gettext as _

from goals import paper
from goals.models import GoalStep


def between(before, after):
    """For each goal that changed: its title, what became of it ("new", "ended", "changed"), and the changed lines."""
    old, new = _by_id(before["goals"]), _by_id(after["goals"])
    changed = [_goal(old.get(key), new.get(key)) for key in dict.fromkeys([*old, *new])]
    return [goal for goal in changed if goal["lines"] or goal["became"] != "changed"]


def _by_id(rows):
    return {row["id"]: row for row in rows}


def _goal(before, after):
    goal = after or before
    became = "new" if before is None else "ended" if after is None else "changed"
    lines = _lines(before, after) if became == "changed" else []
    return {"title": goal["statement"] or goal["words"], "words": goal["words"], "became": became, "lines": lines}


def _lines(before, after):
    labels = {
        "words": _("What they want"),
        "statement": _("How we will know"),
        "why": _("Why it matters"),
        "target_on": _("By when"),
        "check_in": _("How often we talk about it"),
        "strengths": _("What helps them"),
        "family_skills": _("What they can do already"),
        "staff_skills": _("What we can do"),
    }
    fields = [_line(label, _shown(before, name), _shown(after, name)) for name, label in labels.items()]
    steps = _rows(_("Step"), before["steps"], after["steps"], _step)
    supports = _rows(_("Support"), before["supports"], after["supports"], _support)
    return [line for line in [*fields, *steps, *supports] if line["before"] != line["after"]]


def _line(label, before, after):
    return {"label": label, "before": before, "after": after}


def _shown(goal, name):
    return paper.day(goal[name]) if name.endswith("_on") else goal[name]


def _rows(label, before, after, say):
    old, new = _by_id(before), _by_id(after)
    return [_line(label, say(old.get(key)), say(new.get(key))) for key in dict.fromkeys([*old, *new])]


def _step(step):
    if step is None:
        return ""
    who = step["name"] or str(GoalStep.Owner(step["owner"]).label)
    return ", ".join(part for part in (step["what"], who, paper.day(step["due_on"])) if part)


def _support(support):
    return ", ".join(part for part in (support["what"], support["until_then"]) if part) if support else ""
