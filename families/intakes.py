"""How far the first talk with a family has come, and which talks were left open."""

from agency.access import Permission
from families.models import Intake, Relation

STEPS = ["family", "adults", "home", "children", "ties", "reach", "situation", "papers", "worker"]
MOST = 100


def left_open(user):
    """Intakes this person may go on with, the newest first. Two queries."""
    opened = Intake.objects.visible_to(user, Permission.FAMILY_EDIT).left_open()
    return list(opened.select_related("family__center", "begun_by").order_by("-moved_at")[:MOST])


def is_open(family):
    return Intake.objects.filter(family=family).left_open().exists()


def done(family):
    """Which steps hold something. Steps that may well stay empty are done when intake has gone past them."""
    members = list(family.members.all())
    adults = [member for member in members if not member.is_child]
    children = len(members) - len(adults)
    at = Intake.objects.filter(family=family).left_open().values_list("step", flat=True).first()
    past = STEPS.index(at) if at in STEPS else len(STEPS)
    return [
        True,
        bool(adults),
        family.households.exists(),
        bool(children),
        Relation.objects.filter(child__family=family).exists() if adults and children else past > STEPS.index("ties"),
        past > STEPS.index("reach"),
        past > STEPS.index("situation"),
        family.notices.exists(),
        family.main_worker is not None,
    ]
