"""What is missing when a family leaves. It blocks nothing: each room names its own, with the link that mends it."""

from dataclasses import dataclass

rooms = []  # modules with `missing(families, user)`; each room registers its own when its app is ready


@dataclass(frozen=True)
class Missing:
    """One thing about one family that would be lost or left hanging, in a sentence, with the act that settles it."""

    family_id: int
    kind: str  # "end_snapshot", "open_goal": one word of the room, by which lists are narrowed
    what: str
    act: str
    url: str
    icon: str = "check"


def everything_missing(families, user):
    """What every room misses in these already visible families, named by key: one statement for each kind."""
    families = list(families)
    return [one for room in rooms for one in room.missing(families, user)]
