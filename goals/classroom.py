"""A family's goals for its children, as the classroom works on them: the section of the family's own copy."""

from goals.models import ClassroomNote

IN_A_COPY = 20  # the newest notes; the copy lies on a kitchen table


def for_copy(family):
    """For each goal in the classroom: the goal, the child, and what was written, newest first. One statement.

    The copy is the family's own: whoever prints it has opened the family with all its goals.
    """
    notes = ClassroomNote.objects.filter(classroom_goal__goal__family=family)
    notes = notes.select_related("classroom_goal__goal", "classroom_goal__child", "written_by")
    goals = {}
    for note in notes.order_by("-happened_on", "-pk")[:IN_A_COPY]:
        shared = note.classroom_goal
        said = goals.setdefault(
            shared.goal_id, {"goal": str(shared.goal), "child": shared.child.first_name, "notes": []}
        )
        said["notes"].append(
            {
                "on": note.happened_on,
                "who": str(note.written_by),
                "in_curriculum": note.in_curriculum,
                "child_did": note.child_did,
                "at_home": note.at_home,
            }
        )
    return list(goals.values())
