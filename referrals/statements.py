"""A parent’s own words about a part of the record stand beside it, wherever it goes (45 CFR 1303.24(c))."""

from django.utils.translation import gettext as _

from agency.days import written
from families.models import Assessment
from goals.models import Goal, ProgressNote
from referrals.models import Disclosure, ParentStatement

KINDS = {"goal": Goal, "note": ProgressNote, "assessment": Assessment, "disclosure": Disclosure}
MANY = 60  # of each kind to choose from, the newest


def parts_of(family, user):
    """Everything a parent may contest that this person may open: {("note-12"): what it is called}."""
    said = {}
    for kind, model in KINDS.items():
        rows = model.objects.visible_to(user).filter(family=family)
        rows = rows.for_the_family() if kind == "disclosure" else rows
        said |= {f"{kind}-{row.pk}": name_of(row) for row in rows.order_by("-pk")[:MANY]}
    return said


def about(statement):
    """The part a statement contests."""
    return next(part for part in (getattr(statement, kind) for kind in KINDS) if part is not None)


def name_of(part):
    """A part by its kind and its day, never by what it says; a goal by its own words."""
    if isinstance(part, Goal):
        return _("Goal: %(goal)s") % {"goal": part}
    if isinstance(part, ProgressNote):
        return _("Note of %(day)s") % {"day": written(part.happened_on)}
    if isinstance(part, Assessment):
        return _("Strengths conversation of %(day)s") % {"day": written(part.started_on)}
    return _("What %(who)s got on %(day)s") % {"who": part.recipient, "day": written(part.made_at)}


def beside(part, user):
    """The statements about one part, oldest first."""
    kind = next(kind for kind, model in KINDS.items() if isinstance(part, model))
    return ParentStatement.objects.visible_to(user).filter(**{kind: part}).select_related("parent")


def about_goals(goals):
    """{key of a goal: [(who, day, words)]}: a statement is as open as the goal it stands beside. One statement."""
    found = {}
    rows = ParentStatement.objects.filter(goal__in=goals).select_related("parent")
    for row in rows:
        found.setdefault(row.goal_id, []).append((row.parent.first_name, row.written_on, row.words))
    return found
