"""A family's goals for its children, as the classroom works on them: the section of the family's own copy."""

from goals.models import ClassroomNote

IN_A_COPY = 20  # the newest notes; the copy lies on a kitchen table


def for_copy(family):
    """For each goal in the classroom: the goal, the child, and what was written, newest first."""
    return for_copies([family.pk]).get(family.pk, [])


def for_copies(family_ids):
    """The same for many families: {family: its goals}. One statement.

    The copy is the family's own: whoever prints it has opened the family with all its goals.
    """
    notes = ClassroomNote.objects.filter(classroom_goal__goal__family__in=family_ids)
    notes = notes.select_related("classroom_goal__goal", "classroom_goal__child", "written_by")
    families = {}
    for note in notes.order_by("-happened_on", "-pk"):
        families.setdefault(note.classroom_goal.goal.family_id, []).append(note)
    return {family: _by_goal(written[:IN_A_COPY]) for family, written in families.items()}


def _by_goal(notes):
    goals = {}
    for note in notes:
        shared = note.classroom_goal
        begun = {"goal": str(shared.goal), "child": shared.child.first_name, "notes": []}
        goals.setdefault(shared.goal_id, begun)["notes"].append(_said(note))
    return list(goals.values())


def _said(note):
    return {
        "on": note.happened_on,
        "who": str(note.written_by),
        "in_curriculum": note.in_curriculum,
        "child_did": note.child_did,
        "at_home": note.at_home,
    }
