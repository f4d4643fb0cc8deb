"""What is missing when a family leaves. It blocks nothing: each room names its own, with the link that mends it."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

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


def counted(rows, *, kind, what, act, page, icon):
    """One Missing for each family of these rows. `what` makes its sentence of their number; `page` is the family's."""
    numbers = rows.order_by().values_list("family").annotate(Count("pk"))
    return [
        Missing(family_id=family, kind=kind, what=what(number), act=act, url=reverse(page, args=[family]), icon=icon)
        for family, number in numbers
    ]


def everything_missing(families, user):
    """What every room misses in these already visible families, named by key: one statement for each kind."""
    families = list(families)
    return [one for room in rooms for one in room.missing(families, user)]
